/**
 * A page as a tree: tags, attributes, children. Reports build it, io writes it down. Text is always text: what comes from
 * outside can close no tag and start no script, because escaping happens in one place, at the very end.
 */
export type Child = Element | string;

export interface Element {
  readonly tag: string;
  /** false or null: left out; true: without a value. */
  readonly attributes: Readonly<Record<string, string | number | boolean | null>>;
  readonly children: readonly Child[];
}

type Children = readonly (Child | readonly Child[] | null)[];

/** `h('td', {class: 'late'}, '晚')`. Null children are left out, lists are taken in. */
export const h = (tag: string, attributes: Element['attributes'] = {}, ...children: Children): Element => ({
  tag,
  attributes,
  children: children.flatMap((child) => (child === null ? [] : Array.isArray(child) ? child : [child])) as Child[],
});
