import { z } from 'zod';
import type { Filling, Graph, GraphNode } from './graph';

/**
 * Marks of a graph of one's own: titles of nodes, as the server's page lets one set them and keeps in the API format.
 * `inlay:source`, `inlay:mask` and `inlay:reference 1` load pictures, `inlay:prompt`, `inlay:seed`, `inlay:strength` and
 * `inlay:size` take values, `inlay:result` makes the pictures that come back; without it, all that are kept do.
 */
export const graphSchema = z.record(
  z.string(),
  z
    .object({
      class_type: z.string(),
      inputs: z.record(z.string(), z.unknown()),
      _meta: z.object({ title: z.string().optional() }).optional(),
    })
    .transform(({ class_type, inputs, _meta }): GraphNode => {
      const title = _meta?.title;
      return { class_type, inputs, ...(title !== undefined && { title }) };
    }),
);

/** The graph with what the edit puts into its marked nodes. */
export function fillMarked(graph: Graph, filling: Filling): Graph {
  const marks = new Map(Object.entries(valuesOf(filling)));
  const nodes = Object.entries(graph).map(([id, each]) => [id, filled(each, marks.get(markOf(each)))] as const);
  return Object.fromEntries(nodes);
}

/** What a node is marked as; nothing for most. */
export function markOf({ title = '' }: GraphNode): string {
  return /^\s*inlay:\s*(.+?)\s*$/i.exec(title)?.[1]?.toLowerCase() ?? '';
}

/** How many references there are marks for, and whether there is one for the mask. */
export function marksIn(graph: Graph): ReadonlySet<string> {
  return new Set(Object.values(graph).map(markOf));
}

/** By mark: the values, each with the names of the inputs that it may go to. */
function valuesOf({ prompt, seed, strength, width, height, source, mask, references }: Filling) {
  const picture = (image: string | undefined) => [{ names: ['image'], value: image }];
  return {
    source: picture(source),
    mask: picture(mask),
    ...Object.fromEntries(references.map((image, i) => [`reference ${i + 1}`, picture(image)])),
    prompt: [{ names: ['text', 'prompt', 'value', 'string'], value: prompt }],
    seed: [{ names: ['seed', 'noise_seed', 'value', 'int'], value: seed }],
    strength: [{ names: ['denoise', 'strength', 'value', 'float'], value: strength }],
    size: [
      { names: ['width'], value: width },
      { names: ['height'], value: height },
    ],
  };
}

type Values = ReturnType<typeof valuesOf>[keyof ReturnType<typeof valuesOf>];

function filled(each: GraphNode, values: Values | undefined): GraphNode {
  const set = (values ?? []).flatMap(({ names, value }) => {
    const name = names.find((candidate) => candidate in each.inputs);
    return name === undefined || value === undefined ? [] : [[name, value] as const];
  });
  return { ...each, inputs: { ...each.inputs, ...Object.fromEntries(set) } };
}
