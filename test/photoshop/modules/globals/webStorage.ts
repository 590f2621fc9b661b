/** `localStorage` or `sessionStorage` over a map; both turn what they are given into text. */
export function createWebStorage(kept: Map<string, string>) {
  return {
    get length() {
      return kept.size;
    },
    key: (index: number): string | null => [...kept.keys()][index] ?? null,
    getItem: (key: unknown): string | null => kept.get(String(key)) ?? null,
    setItem: (key: unknown, value: unknown): void => void kept.set(String(key), String(value)),
    removeItem: (key: unknown): void => void kept.delete(String(key)),
    clear: (): void => {
      kept.clear();
    },
  };
}
