/** `localStorage` or `sessionStorage` over a map. */
export function createWebStorage(kept: Map<string, string>) {
  return {
    get length() {
      return kept.size;
    },
    key: (index: number): string | null => [...kept.keys()][index] ?? null,
    getItem: (key: string): string | null => kept.get(String(key)) ?? null,
    setItem: (key: string, value: string): void => void kept.set(String(key), String(value)),
    removeItem: (key: string): void => void kept.delete(String(key)),
    clear: (): void => kept.clear(),
  };
}
