/** The orders kept so far, each once: found by number; where two shops have the same number, by number and shop. */
import type { Order, Platform } from './order.js';

interface Kept {
  readonly order: Order;
  /** Index of the file it was read from. */
  readonly file: number;
}

export interface Shelf {
  readonly orders: Order[];
  /** For each order the index of its file. */
  readonly fileOf: number[];
  /** The order that is there already, or null where the order is new and has been put on the shelf. */
  readonly put: (order: Order, file: number) => (Kept & { readonly at: number }) | null;
  readonly replace: (at: number, order: Order, file: number) => void;
}

export function shelf(): Shelf {
  const orders: Order[] = [];
  const fileOf: number[] = [];
  const places = new Map<Platform, Map<string, number>>();

  const placesOf = (platform: Platform): Map<string, number> => {
    let map = places.get(platform);
    if (map === undefined) {
      map = new Map();
      places.set(platform, map);
    }
    return map;
  };
  /** An export without the shop's name is taken for the shop that has the number. */
  const isSameShop = (a: Order, b: Order): boolean => a.shop === b.shop || a.shop === '' || b.shop === '';

  return {
    orders,
    fileOf,
    put: (order, file) => {
      const map = placesOf(order.platform);
      let key = order.number;
      let at = map.get(key);
      if (at !== undefined && !isSameShop(orders[at]!, order)) {
        key = `${order.number}\n${order.shop}`;
        at = map.get(key);
      }
      if (at !== undefined) return { order: orders[at]!, file: fileOf[at]!, at };
      map.set(key, orders.length);
      orders.push(order);
      fileOf.push(file);
      return null;
    },
    replace: (at, order, file) => {
      orders[at] = order;
      fileOf[at] = file;
    },
  };
}
