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
export function h(tag: string, attributes: Element['attributes'] = {}, ...children: Children): Element {
  const own: Child[] = [];
  for (const child of children) {
    if (child === null) continue;
    if (typeof child === 'string' || !Array.isArray(child)) own.push(child as Child);
    else for (const one of child as readonly Child[]) own.push(one);
  }
  return { tag, attributes, children: own };
}
