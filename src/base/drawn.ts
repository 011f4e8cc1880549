/** A list whose members are made when they are asked for, each time anew: there may be thousands, and nobody keeps them. */
export interface Drawn<T> extends Iterable<T> {
  /** All at once, as JSON.stringify asks for it. */
  readonly toJSON: () => readonly T[];
}

export const drawn = <A, B>(all: Iterable<A>, draw: (one: A) => B): Drawn<B> => {
  function* each(): Generator<B> {
    for (const one of all) yield draw(one);
  }
  return { [Symbol.iterator]: each, toJSON: () => [...each()] };
};

export const isDrawn = (value: unknown): value is Drawn<unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Symbol.iterator in value;
