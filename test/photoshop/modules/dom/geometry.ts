import { whiteOf } from '../../model/modes';
import { knownPlanes } from '../../model/newLayer';
import { canvasOf, heightOf, intersectRects, isEmptyRect, widthOf } from '../../model/rects';
import { copyRegion, createSamples, depthOf, fullScale } from '../../model/samples';
import type { ChannelState, Coverage, DocumentState, GuideState, LayerState, Rect } from '../../model/state';
import { ontoWhite } from '../../psd/matte';
import { cropCoverage } from '../imaging/coverage';
import { rectAt, shift } from '../imaging/rect';
import { demand, type RuleBook } from '../rules';
import type { Session } from '../session';
import type { Switches } from '../switches';
import { movedLayer } from './movedLayer';

/** Where the old canvas stands on the new one: 0 is at the left or top, 1 at the right or bottom. */
interface Anchor {
  readonly x: 0 | 0.5 | 1;
  readonly y: 0 | 0.5 | 1;
}

const down = { top: 0, middle: 0.5, bottom: 1 } as const;
const across = { left: 0, center: 0.5, right: 1 } as const;

export function readAnchor(book: RuleBook, given: unknown): Anchor {
  const [vertical, horizontal] = String(given).split('-');
  const known = vertical in down && horizontal in across;
  demand(book, 'call.argument', known, `anchor ${String(given)}`);
  return { x: across[horizontal as keyof typeof across], y: down[vertical as keyof typeof down] };
}

type CanvasHabits = Readonly<Pick<Switches, 'canvasSelection' | 'canvasGuides' | 'canvasChannels'>>;

const usualHabits: CanvasHabits = { canvasSelection: 'follows', canvasGuides: 'follow', canvasChannels: 'black' };

/** Another canvas size; the layers keep all their pixels, the Background grows white. */
export function resized(
  state: DocumentState,
  width: number,
  height: number,
  anchor: Anchor,
  habits: CanvasHabits = usualHabits,
): DocumentState {
  const x = Math.floor((width - state.width) * anchor.x);
  const y = Math.floor((height - state.height) * anchor.y);
  return onCanvas(state, rectAt(-x, -y, width, height), habits);
}

/** Only what lies within the bounds remains of the canvas. */
export function withCropped({ book }: Session, state: DocumentState, given: unknown): DocumentState {
  const { left, top, right, bottom } = (given ?? {}) as Record<string, unknown>;
  for (const edge of [left, top, right, bottom]) {
    demand(book, 'dom.value', Number.isInteger(edge), `crop with an edge of ${String(edge)}`);
  }
  return onCanvas(state, given as Rect);
}

/** The document seen through another canvas, given in the coordinates of the old one. */
function onCanvas(state: DocumentState, canvas: Rect, habits = usualHabits): DocumentState {
  const { selection, storedComposite: _stale, ...rest } = state;
  const kept = selection && selectionOn(selection, canvas, habits);
  return {
    ...rest,
    width: widthOf(canvas),
    height: heightOf(canvas),
    layers: state.layers.map((layer) => moveLayerBy(state, layer, canvas)),
    channels: state.channels.map((channel) => channelOn(state, channel, canvas, habits)),
    ...(state.guides && { guides: state.guides.map((guide) => guideOn(guide, canvas, habits)) }),
    ...(kept && { selection: kept }),
  };
}

function selectionOn(selection: Coverage, canvas: Rect, habits: CanvasHabits): Coverage | undefined {
  const { canvasSelection: habit } = habits;
  if (habit === 'lost') return undefined;
  const bounds = habit === 'follows' ? shift(selection.bounds, -canvas.left, -canvas.top) : selection.bounds;
  const area = intersectRects(bounds, rectAt(0, 0, widthOf(canvas), heightOf(canvas)));
  return isEmptyRect(area) ? undefined : cropCoverage({ ...selection, bounds }, area);
}

function guideOn(guide: GuideState, canvas: Rect, habits: CanvasHabits): GuideState {
  const by = guide.direction === 'vertical' ? canvas.left : canvas.top;
  if (by === 0 || habits.canvasGuides === 'stay') return guide;
  return { ...guide, coordinate: guide.coordinate - by };
}

function moveLayerBy(state: DocumentState, layer: LayerState, canvas: Rect): LayerState {
  if (layer.isBackground) return backgroundOn(state, layer, canvas);
  return movedLayer(layer, -canvas.left, -canvas.top);
}

function backgroundOn(state: DocumentState, layer: LayerState, canvas: Rect): LayerState {
  const { color } = layer.pixels.read();
  const white = whiteOf(state);
  const planes = color.map((plane, i) => {
    const wide = createSamples(state.depth, widthOf(canvas) * heightOf(canvas)).fill(white[i]);
    copyRegion(plane, layer.bounds, wide, canvas);
    return wide;
  });
  return { ...layer, bounds: rectAt(0, 0, widthOf(canvas), heightOf(canvas)), pixels: knownPlanes({ color: planes }) };
}

function channelOn(state: DocumentState, channel: ChannelState, canvas: Rect, habits: CanvasHabits): ChannelState {
  const [plane] = channel.pixels.read().color;
  const wide = createSamples(depthOf(plane), widthOf(canvas) * heightOf(canvas));
  if (habits.canvasChannels === 'white') wide.fill(fullScale(depthOf(plane)));
  copyRegion(plane, canvasOf(state), wide, canvas);
  return { ...channel, pixels: knownPlanes({ color: [wide] }) };
}

/** One Background with what was seen, on white. */
export function flattened({ core }: Session, state: DocumentState): DocumentState {
  const bounds = canvasOf(state);
  const white = whiteOf(state);
  const planes = core.composite(state, bounds);
  const { alpha } = planes;
  const color = alpha ? planes.color.map((plane, i) => ontoWhite(plane, alpha, white[i])) : planes.color;
  const [lowest] = state.layers.slice(-1);
  const { origin: _origin, mask: _mask, xmp: _xmp, children: _children, artboard: _artboard, ...plain } = lowest;
  const background: LayerState = {
    ...plain,
    name: 'Background',
    kind: 'pixel',
    isBackground: true,
    visible: true,
    opacity: 255,
    fillOpacity: 255,
    blendMode: 'norm',
    clipped: false,
    bounds,
    pixels: knownPlanes({ color }),
    hasVectorMask: false,
    hasEffects: false,
  };
  return { ...state, layers: [background], activeLayers: [background.id] };
}
