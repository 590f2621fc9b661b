/** A graph in the server's API format: nodes by their id. */
export type Graph = Readonly<Record<string, GraphNode>>;

export interface GraphNode {
  readonly class_type: string;
  /** A value, an output of another node as `[id, index]`, or a `FileLike`. */
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly title?: string;
}

/** Stands for a file of the server's: one whose name fits the earliest of the patterns that any name fits. */
export class FileLike {
  constructor(
    readonly what: string,
    readonly patterns: readonly RegExp[],
  ) {}
}

/** What a graph is filled with. Pictures lie with the server, under these names. */
export interface Filling {
  readonly prompt: string;
  readonly seed: number;
  readonly width: number;
  readonly height: number;
  readonly strength: number;
  readonly source?: string;
  readonly mask?: string;
  readonly references: readonly string[];
}

export function node(class_type: string, inputs: GraphNode['inputs']): GraphNode {
  return { class_type, inputs };
}

/** The first output of a node. */
export function out(id: string, index = 0): readonly [string, number] {
  return [id, index];
}
