import { allLayers, parentOf } from '../../model/findLayer';
import type { LayerState, Rect } from '../../model/state';
import { layerBounds } from '../dom/bounds';
import { blendModes, documentModes } from '../dom/names';
import { demand } from '../rules';
import type { Session } from '../session';
import type { OpenDocument } from '../workspace';
import { notAvailable } from './commandError';
import { partsOf, resolve } from './reference';

export type Result = Readonly<Record<string, unknown>>;

/** Tells one property of a layer or a document; a property that is not there answers with an error. */
export function get(session: Session, command: Readonly<Record<string, unknown>>): Result {
  const { book } = session;
  const options = command['_options'] as { readonly dialogOptions?: unknown } | undefined;
  demand(book, 'action.dialog', options?.dialogOptions !== 'dontDisplay', 'get with dialogOptions dontDisplay');
  const named = partsOf(command['_target']).some((part) => part['_property'] !== undefined);
  const isLayer = partsOf(command['_target']).some((part) => part['_ref'] === 'layer');
  demand(book, 'action.whole-get', named || isLayer, 'get of a whole document or application');
  const { property, kind, document, layers } = resolve(session, command['_target']);
  const aboutLayer = kind === 'layer';
  if (property === undefined) return { ...wholeLayer(document, layers[0]) };
  const table = aboutLayer ? layerProperties : documentProperties;
  const read = table[property];
  demand(book, 'action.command', read !== undefined, `get of ${property} of a ${aboutLayer ? 'layer' : 'document'}`);
  if (aboutLayer && !layers[0]) throw notAvailable('current layer');
  const value = read(document, layers[0]);
  if (value === undefined) throw notAvailable(`<unknown> of ${aboutLayer ? `layer ${layers[0].id}` : 'document'}`);
  return { [property]: value };
}

type Reader = (document: OpenDocument, layer: LayerState) => unknown;

const layerProperties: Readonly<Record<string, Reader>> = {
  name: (_, { name }) => name,
  layerID: (_, { id }) => id,
  visible: (_, { visible }) => visible,
  opacity: (_, { opacity }) => opacity,
  fillOpacity: (_, { fillOpacity }) => fillOpacity,
  mode: (_, { blendMode }) => ({ _enum: 'blendMode', _value: blendModes[blendMode] ?? blendMode }),
  hasUserMask: (_, { mask }) => mask !== undefined,
  userMaskEnabled: (_, { mask }) => mask && !mask.disabled,
  userMaskDensity: (_, { mask }) => mask && percent((mask.density * 100) / 255),
  userMaskFeather: (_, { mask }) => mask && pixels(mask.feather),
  hasVectorMask: (_, { hasVectorMask }) => hasVectorMask,
  hasFilterMask: () => false,
  layerEffects: (_, { hasEffects }) => (hasEffects ? { _obj: 'layerEffects', scale: percent(100) } : undefined),
  layerFXVisible: (_, { hasEffects }) => hasEffects,
  background: (_, { isBackground }) => isBackground,
  group: (_, { clipped }) => clipped,
  artboardEnabled: (_, { artboard }) => artboard !== undefined,
  layerKind: (_, layer) => layerKindNumber(layer),
  bounds: (_, layer) => rectangle(layerBounds(layer)),
  boundsNoEffects: (_, layer) => rectangle(layerBounds(layer)),
  parentLayerID: ({ state }, { id }) => parentOf(state, id)?.id ?? -1,
  XMPMetadataAsUTF8: (_, { xmp }) => xmp,
};

const documentProperties: Readonly<Record<string, Reader>> = {
  documentID: ({ id }) => id,
  title: ({ title }) => title,
  mode: ({ state }) => ({ _enum: 'colorSpace', _value: documentModes[state.mode] }),
  depth: ({ state }) => state.depth,
  resolution: ({ state }) => ({ _unit: 'densityUnit', _value: state.resolution }),
  width: ({ state }) => pixels(state.width),
  height: ({ state }) => pixels(state.height),
  selection: ({ state }) => state.selection && rectangle(state.selection.bounds),
  hasBackgroundLayer: ({ state }) => state.layers.some((layer) => layer.isBackground),
  numberOfLayers: ({ state }) => allLayers(state).length,
  quickMask: ({ state }) => state.quickMask,
  targetLayersIDs: ({ state }) => state.activeLayers.map((id) => ({ _ref: 'layer', _id: id })),
};

function wholeLayer(document: OpenDocument, layer: LayerState | undefined): Result {
  if (!layer) throw notAvailable('current layer');
  const values = Object.entries(layerProperties).map(([name, read]) => [name, read(document, layer)] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

function pixels(value: number) {
  return { _unit: 'pixelsUnit', _value: value };
}

function percent(value: number) {
  return { _unit: 'percentUnit', _value: value };
}

function rectangle({ left, top, right, bottom }: Rect) {
  return { _obj: 'rectangle', left: pixels(left), top: pixels(top), right: pixels(right), bottom: pixels(bottom) };
}

/** The numbers of the layer kinds, as the published types have them. */
function layerKindNumber({ kind, isBackground }: LayerState): number {
  if (isBackground) return 12;
  const numbers = {
    pixel: 1, adjustment: 2, text: 3, smartObject: 5, video: 6, group: 7, layer3d: 8,
    gradientFill: 9, patternFill: 10, solidFill: 11,
  } as const; // prettier-ignore
  return numbers[kind];
}
