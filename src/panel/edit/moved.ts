/** The same list with one entry at another place, which is kept within the list. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const entry = list.at(from);
  if (entry === undefined || to < 0 || to >= list.length) return list;
  const others = list.filter((_, index) => index !== from);
  return [...others.slice(0, to), entry, ...others.slice(to)];
}
