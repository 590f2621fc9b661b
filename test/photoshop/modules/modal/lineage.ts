/** Knows which running call a piece of code belongs to, across its waits. */
export interface Lineage {
  run<T>(scope: object, body: () => T): T;
  current(): object | undefined;
}
