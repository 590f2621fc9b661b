import { knownPlanes } from '../../model/newLayer';
import { canvasOf, heightOf, intersectRects, isEmptyRect, widthOf } from '../../model/rects';
import { copyRegion, createSamples } from '../../model/samples';
import type { Coverage, Depth, Rect } from '../../model/state';
import { numberWithin, oneOf, text } from '../arguments';
import { writeCall } from '../calls';
import { platformError } from '../errors';
import { combineCoverage, cropCoverage, maskCoverage, trimCoverage } from '../imaging/coverage';
import { filled, fullScaleOf, toDepth } from '../imaging/planes';
import { shift } from '../imaging/rect';
import { setSelection } from '../imaging/selection';
import { demand } from '../rules';
import type { Session } from '../session';
import { strict } from '../strict';
import { documentFor, layerFor } from '../targets';
import type { OpenDocument } from '../workspace';
import { boundsObject } from './bounds';
import { commit } from './change';
import { createDocument } from './document';
import { blurred, grown } from './selectionShape';
import type { DocumentObject } from './types';

export type SelectionObject = ReturnType<typeof createSelection>;

type Mode = 'set' | 'addTo' | 'subtractFrom' | 'intersectWith';
const modes: readonly Mode[] = ['set', 'addTo', 'subtractFrom', 'intersectWith'];

/** What is selected in a document. */
export function createSelection(session: Session, docId: number) {
  const { book } = session;
  const document = () => documentFor(session, docId);
  const write = (event: string, historyName: string, change: (document: OpenDocument) => Coverage | undefined) =>
    writeCall(session, event, () => {
      setSelection(session, document(), change(document()), historyName);
      session.events.emit('action', event, { _target: [{ _ref: 'channel', _property: 'selection' }] });
    });
  const reshape = (event: string, name: string, change: (selection: Coverage) => Coverage | undefined) =>
    write(event, name, ({ state }) => {
      if (!state.selection) throw platformError(`The command “${name}” is not currently available.`, -25920);
      return change(state.selection);
    });
  return strict(book, 'Selection', {
    typename: 'Selection' as const,
    docId,
    get parent(): DocumentObject {
      return createDocument(session, document().id);
    },
    get bounds() {
      const { selection } = document().state;
      return selection ? boundsObject(book, selection.bounds) : null;
    },
    get solid() {
      const { selection } = document().state;
      return selection !== undefined && selection.samples.every((value) => value === fullScaleOf(selection.samples));
    },
    selectRectangle(bounds: unknown, mode: unknown = 'set', feather: unknown = 0, antiAlias: unknown = false) {
      oneOf(book, 'antiAlias', antiAlias, [true, false]);
      const how = oneOf(book, 'selectRectangle mode', mode, modes);
      const radius = numberWithin(book, 'feather', feather, 0, 1000);
      const rect = rectFrom(session, bounds);
      return write('set', 'Rectangular Marquee', ({ state }) => {
        const hard = solidOver(intersectRects(rect, canvasOf(state)), state.depth);
        const soft = hard && radius > 0 ? blurred(hard, radius) : hard;
        return combined(state.selection, soft, how);
      });
    },
    selectAll() {
      return write('set', 'Select Canvas', ({ state }) => solidOver(canvasOf(state), state.depth));
    },
    deselect() {
      return write('set', 'Deselect', () => undefined);
    },
    inverse() {
      return reshape('inverse', 'Select Inverse', (selection) => inverted(document(), selection));
    },
    feather(by: unknown) {
      const radius = numberWithin(book, 'feather', by, 0.1, 1000);
      return reshape('feather', 'Feather', (selection) => blurred(selection, radius));
    },
    expand(by: unknown) {
      const pixels = numberWithin(book, 'expand', by, 1, 500);
      return reshape('expand', 'Expand', (selection) => grown(selection, pixels, 'expand'));
    },
    contract(by: unknown) {
      const pixels = numberWithin(book, 'contract', by, 1, 500);
      return reshape('contract', 'Contract', (selection) => grown(selection, pixels, 'contract'));
    },
    translateBoundary(deltaX: unknown, deltaY: unknown) {
      const x = numberWithin(book, 'deltaX', deltaX, -300000, 300000);
      const y = numberWithin(book, 'deltaY', deltaY, -300000, 300000);
      return reshape('move', 'Move Selection', ({ bounds, samples }) => ({
        bounds: shift(bounds, Math.round(x), Math.round(y)),
        samples,
      }));
    },
    load(from: unknown, mode: unknown = 'set', invert: unknown = false) {
      const how = oneOf(book, 'load mode', mode, modes);
      return write('set', 'Load Selection', (target) => {
        const loaded = coverageOf(session, target, from);
        return combined(target.state.selection, invert === true ? inverted(target, loaded) : loaded, how);
      });
    },
    save(name?: unknown) {
      const given = name === undefined ? undefined : text(book, 'channel name', name);
      return writeCall(session, 'duplicate', () => saveAsChannel(session, document(), given));
    },
  });
}

function rectFrom({ book }: Session, given: unknown): Rect {
  const { left, top, right, bottom } = (given ?? {}) as Record<string, unknown>;
  const edges = [left, top, right, bottom].map((edge) => {
    demand(book, 'call.argument', typeof edge === 'number' && !Number.isNaN(edge), `an edge of ${String(edge)}`);
    return Math.round(edge);
  });
  return { left: edges[0], top: edges[1], right: edges[2], bottom: edges[3] };
}

export function solidOver(bounds: Rect, depth: Depth): Coverage | undefined {
  if (isEmptyRect(bounds)) return undefined;
  return { bounds, samples: filled(depth, widthOf(bounds) * heightOf(bounds), 1) };
}

function combined(before: Coverage | undefined, now: Coverage | undefined, mode: Mode): Coverage | undefined {
  if (mode === 'set') return now && trimCoverage(now);
  if (mode === 'intersectWith') return before && now && trimCoverage(combineCoverage(before, now, Math.min));
  if (!now) return before;
  if (!before) return mode === 'addTo' ? now : undefined;
  const full = fullScaleOf(before.samples);
  const combine = mode === 'addTo' ? Math.max : (old: number, added: number) => Math.min(old, full - added);
  return trimCoverage(combineCoverage(before, now, combine));
}

/** All of the canvas that was not selected, as much as it was not. */
function inverted({ state }: OpenDocument, selection: Coverage | undefined): Coverage | undefined {
  const canvas = canvasOf(state);
  const plane = createSamples(state.depth, widthOf(canvas) * heightOf(canvas));
  if (selection) copyRegion(toDepth(selection.samples, state.depth), selection.bounds, plane, canvas);
  const full = fullScaleOf(plane);
  return trimCoverage({ bounds: canvas, samples: plane.map((value) => full - value) });
}

/** A saved channel, or what a layer covers. */
function coverageOf(session: Session, document: OpenDocument, from: unknown): Coverage | undefined {
  const { typename, id } = (from ?? {}) as { readonly typename?: string; readonly id?: number };
  const known = (typename === 'Layer' || typename === 'Channel') && id !== undefined;
  demand(session.book, 'call.argument', known, 'load takes a Channel or a Layer');
  const canvas = canvasOf(document.state);
  if (typename === 'Channel') {
    const channel = document.state.channels.find((one) => one.id === id);
    if (!channel) throw platformError('The channel is not available.', -25922);
    return trimCoverage({ bounds: canvas, samples: channel.pixels.read().color[0] });
  }
  const { bounds, pixels, mask } = layerFor(session, document, id);
  const taken = session.switches.loadLayer;
  if (taken === 'refuses') throw platformError('The command “Load Selection” is not currently available.', -25920);
  if (taken === 'mask' && mask) return maskCoverage(document.state, mask);
  if (isEmptyRect(bounds)) return undefined;
  const { alpha } = pixels.read();
  return alpha
    ? trimCoverage(cropCoverage({ bounds, samples: alpha }, intersectRects(bounds, canvas)))
    : solidOver(bounds, document.state.depth);
}

function saveAsChannel(session: Session, document: OpenDocument, name: string | undefined): void {
  const { state } = document;
  if (!state.selection) throw platformError('The command “Save Selection” is not currently available.', -25920);
  const canvas = canvasOf(state);
  const plane = createSamples(state.depth, widthOf(canvas) * heightOf(canvas));
  copyRegion(toDepth(state.selection.samples, state.depth), state.selection.bounds, plane, canvas);
  const id = Math.max(0, ...state.channels.map((channel) => channel.id)) + 1;
  const channel = {
    id,
    name: name ?? `Alpha ${state.channels.length + 1}`,
    kind: 'alpha' as const,
    pixels: knownPlanes({ color: [plane] }),
  };
  commit(session, document, { ...state, channels: [...state.channels, channel] }, 'Save Selection');
}
