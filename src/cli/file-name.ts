/** Windows keeps these for devices, whatever ending follows. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** Employee numbers as file names on any system: no two the same, whatever they look like. */
export function fileNames(ids: readonly string[]): (id: string) => string {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const id of new Set(ids)) {
    const plain = id
      .replace(/[^\p{L}\p{N}._-]/gu, '_')
      .replace(/^\.+/, '_')
      .replace(DEVICE, '$&_')
      .slice(0, 80);
    let name = plain;
    for (let next = 2; taken.has(name.toLowerCase()); next += 1) name = `${plain}~${next}`;
    taken.add(name.toLowerCase());
    names.set(id, name);
  }
  return (id) => names.get(id) ?? id;
}
