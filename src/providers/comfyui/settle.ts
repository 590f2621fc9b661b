import { FileLike, type Graph, type GraphNode } from './graph';
import type { ClassInfo, InputInfo } from './objectInfo';

/** A graph that the server can run as it stands, or what it lacks. */
export type Settled =
  { readonly kind: 'ready'; readonly graph: Graph } | { readonly kind: 'lacking'; readonly what: string };

/**
 * Checks a graph against what the server says of its nodes: every class is there, every input is known and one of those
 * allowed, every file can be found. What newer servers want besides is given its standard value.
 */
export function settle(graph: Graph, classes: ReadonlyMap<string, ClassInfo>): Settled {
  const nodes: [string, GraphNode][] = [];
  for (const [id, each] of Object.entries(graph)) {
    const info = classes.get(each.class_type);
    if (!info) return { kind: 'lacking', what: `it has no node ${each.class_type}` };
    const settled = settleNode(each, info);
    if (settled.kind === 'lacking') return { kind: 'lacking', what: `${each.class_type}: ${settled.what}` };
    nodes.push([id, { ...each, inputs: settled.inputs }]);
  }
  return { kind: 'ready', graph: Object.fromEntries(nodes) };
}

type SettledInputs =
  | { readonly kind: 'ready'; readonly inputs: GraphNode['inputs'] }
  | { readonly kind: 'lacking'; readonly what: string };

function settleNode({ inputs }: GraphNode, { required, optional }: ClassInfo): SettledInputs {
  const settled: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(inputs)) {
    const info = required.get(name) ?? optional.get(name);
    if (!info) return { kind: 'lacking', what: `it knows no input ${name}` };
    const chosen = choose(value, info);
    if (chosen === undefined) return { kind: 'lacking', what: missing(name, value) };
    settled[name] = chosen;
  }
  for (const [name, { standard }] of required) {
    if (name in settled) continue;
    if (standard === undefined) return { kind: 'lacking', what: `it also wants ${name}` };
    settled[name] = standard;
  }
  return { kind: 'ready', inputs: settled };
}

/** The value as the server takes it; nothing where it does not. */
function choose(value: unknown, { choices }: InputInfo): unknown {
  if (value instanceof FileLike) {
    const names = (choices ?? []).filter((choice) => typeof choice === 'string');
    return value.patterns.flatMap((pattern) => names.filter((name) => pattern.test(name))).at(0);
  }
  const isLink = Array.isArray(value);
  return isLink || choices === undefined || choices.includes(value) ? value : undefined;
}

function missing(name: string, value: unknown): string {
  return value instanceof FileLike ? `no file for ${value.what}` : `${name} cannot be ${JSON.stringify(value)}`;
}
