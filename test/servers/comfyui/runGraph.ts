import { turnAway, type Refuse } from '../fields';
import type { Job } from '../job';
import type { Picture } from '../picture';
import { inputsOf, nodes, outputs } from './nodes';

export interface SentNode {
  readonly class_type: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}
export type SentGraph = Readonly<Record<string, SentNode>>;

/** Turns away a graph that the server would not run, by the node that is wrong. */
export function claimRuns(graph: SentGraph, pictures: ReadonlyMap<string, Picture>): void {
  const all = Object.entries(graph);
  if (!all.some(([, { class_type }]) => isEnd(class_type))) turnAway(refuseFor(''), 'prompt', 'Prompt has no outputs');
  for (const [, { class_type, inputs }] of all) {
    const refuse = refuseFor(class_type);
    if (!(class_type in nodes)) turnAway(refuse, class_type, `Node '${class_type}' not found`);
    for (const name of Object.keys(nodes[class_type])) {
      if (!(name in inputs)) turnAway(refuse, name, 'Required input is missing');
    }
    for (const [name, value] of Object.entries(inputs)) claimInput(name, value, class_type, graph, pictures);
  }
}

function claimInput(
  name: string,
  value: unknown,
  class_type: string,
  graph: SentGraph,
  pictures: ReadonlyMap<string, Picture>,
): void {
  const refuse = refuseFor(class_type);
  const type = inputsOf(class_type)[name];
  if (type === undefined) turnAway(refuse, name, 'There is no such input');
  if (typeof type !== 'string') {
    if (!type.includes(value)) turnAway(refuse, name, `Value not in list: ${String(value)}`);
    return;
  }
  if (Array.isArray(value)) {
    const [id, index] = value as [string, number];
    const made = outputs[graph[id]?.class_type ?? '']?.[index];
    if (made !== type) turnAway(refuse, name, `Return type mismatch: ${made ?? 'nothing'} is not ${type}`);
    return;
  }
  if (!fits(value, type, pictures)) turnAway(refuse, name, `Failed to convert an input value to ${type}`);
}

function fits(value: unknown, type: string, pictures: ReadonlyMap<string, Picture>): boolean {
  switch (type) {
    case 'STRING':
      return typeof value === 'string';
    case 'INT':
      return Number.isInteger(value);
    case 'FLOAT':
      return typeof value === 'number';
    case 'BOOLEAN':
      return typeof value === 'boolean';
    case 'PICTURE':
      return pictures.has(String(value));
    default:
      return false;
  }
}

/** What a graph asks for. */
export function jobIn(graph: SentGraph, pictures: ReadonlyMap<string, Picture>): Job {
  const all = Object.values(graph);
  const named = (name: string) => all.filter(({ class_type }) => class_type === name);
  const loaded = named('LoadImage').flatMap(({ inputs }) => pictures.get(String(inputs['image'])) ?? []);
  const [source, ...references] = loaded;
  const [maskNode] = named('LoadImageMask');
  const mask = maskNode && pictures.get(String(maskNode.inputs['image']));
  if (maskNode && maskNode.inputs['channel'] !== 'red')
    turnAway(refuseFor('LoadImageMask'), 'channel', 'It has no alpha');
  const texts = all.map(({ inputs }) => inputs['text'] ?? inputs['prompt']).filter((text) => typeof text === 'string');
  const empty = named('EmptyFlux2LatentImage').at(0)?.inputs;
  const [width, height] = [Number(empty?.['width'] ?? source?.width), Number(empty?.['height'] ?? source?.height)];
  return { prompt: texts.find((text) => text !== '') ?? '', source, references, mask, width, height };
}

export function isEnd(class_type: string): boolean {
  return class_type === 'PreviewImage' || class_type === 'SaveImage';
}

function refuseFor(class_type: string): Refuse {
  return (field, message) => ({
    status: 400,
    body: {
      error: { type: 'prompt_outputs_failed_validation', message: 'Prompt outputs failed validation', details: '' },
      node_errors: { 1: { errors: [{ type: 'value', message, details: field }], class_type, dependent_outputs: [] } },
    },
  });
}
