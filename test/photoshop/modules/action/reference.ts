import { allLayers, findLayer } from '../../model/findLayer';
import type { LayerState } from '../../model/state';
import { demand } from '../rules';
import type { Session } from '../session';
import type { OpenDocument } from '../workspace';
import { notAvailable } from './commandError';

export type Part = Readonly<Record<string, unknown>>;

/** What a target names: a property, the innermost object, and the document that holds it. */
export interface Target {
  readonly property: string | undefined;
  readonly kind: string | undefined;
  readonly document: OpenDocument;
  /** The layers that are named; the active ones where none is. */
  readonly layers: readonly LayerState[];
  readonly parts: readonly Part[];
}

export function partsOf(given: unknown): readonly Part[] {
  return (Array.isArray(given) ? given : [given]).filter((part) => typeof part === 'object' && part !== null) as Part[];
}

/** Finds what a command is about. */
export function resolve(session: Session, given: unknown): Target {
  const parts = partsOf(given);
  const property = parts.find((part) => part['_property'] !== undefined)?.['_property'];
  const document = documentOf(session, parts);
  const kind = parts.find((part) => typeof part['_ref'] === 'string' && part['_ref'] !== 'property')?.['_ref'];
  return {
    property: typeof property === 'string' ? property : undefined,
    kind: typeof kind === 'string' ? kind : undefined,
    document,
    layers: layersOf(session, document, parts),
    parts,
  };
}

function documentOf({ workspace }: Session, parts: readonly Part[]): OpenDocument {
  const named = parts.find((part) => part['_ref'] === 'document' && part['_id'] !== undefined);
  const document = named ? workspace.find(Number(named['_id'])) : workspace.active;
  if (!document) throw notAvailable(named ? `document ${String(named['_id'])}` : 'current document');
  return document;
}

function layersOf(session: Session, document: OpenDocument, parts: readonly Part[]): readonly LayerState[] {
  const named = parts.filter((part) => part['_ref'] === 'layer');
  if (named.length === 0) return activeLayers(document);
  return named.flatMap((part) => layersNamed(session, document, part));
}

function layersNamed({ book }: Session, document: OpenDocument, part: Part): readonly LayerState[] {
  const { _id: id, _name: name, _enum: kind, _value: value, _index: index } = part;
  if (id !== undefined) {
    const layer = findLayer(document.state, Number(id));
    if (!layer) throw notAvailable(`layer ${JSON.stringify(id)}`);
    return [layer];
  }
  if (name !== undefined) {
    const layer = allLayers(document.state).find((one) => one.name === name);
    if (!layer) throw notAvailable(`layer ${JSON.stringify(name)}`);
    return [layer];
  }
  const ordinal = kind === 'ordinal' && value === 'targetEnum';
  demand(
    book,
    'action.command',
    ordinal || (kind === undefined && index === undefined),
    `reference ${JSON.stringify(part)}`,
  );
  return activeLayers(document);
}

function activeLayers({ state }: OpenDocument): readonly LayerState[] {
  return state.activeLayers.flatMap((id) => findLayer(state, id) ?? []);
}
