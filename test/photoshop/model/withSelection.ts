import { contentBounds } from './contentBounds';
import { canvasOf, isEmptyRect, sizeOf, uniteRects } from './rects';
import { createSamples, fullScale, regionOf } from './samples';
import type { Coverage, DocumentState, Rect } from './state';

export type SelectionMode = 'replace' | 'extend';

/** Selects a rectangle of whole pixels; it may reach beyond the canvas. */
export function selectRectangle(state: DocumentState, bounds: Rect, mode: SelectionMode = 'replace'): DocumentState {
  const samples = createSamples(state.depth, sizeOf(bounds)).fill(fullScale(state.depth));
  return selectCoverage(state, { bounds, samples }, mode);
}

/** Selects a soft area. Nothing selected at all is no selection. */
export function selectCoverage(state: DocumentState, area: Coverage, mode: SelectionMode = 'replace'): DocumentState {
  const joined = mode === 'extend' && state.selection ? greater(state.selection, area) : area;
  const bounds = contentBounds(joined.samples, joined.bounds, 0);
  if (isEmptyRect(bounds)) return deselect(state);
  return { ...state, selection: { bounds, samples: regionOf(joined.samples, joined.bounds, bounds, 0) } };
}

/** Selects what a saved channel holds; an unknown channel changes nothing. */
export function selectChannel(state: DocumentState, channel: number, mode: SelectionMode = 'replace'): DocumentState {
  const plane = state.channels.find(({ id }) => id === channel)?.pixels.read().color[0];
  return plane ? selectCoverage(state, { bounds: canvasOf(state), samples: plane }, mode) : state;
}

export function selectAll(state: DocumentState): DocumentState {
  return selectRectangle(state, canvasOf(state));
}

export function deselect({ selection: _selection, ...state }: DocumentState): DocumentState {
  return state;
}

function greater(a: Coverage, b: Coverage): Coverage {
  const bounds = uniteRects(a.bounds, b.bounds);
  const samples = regionOf(a.samples, a.bounds, bounds, 0);
  const other = regionOf(b.samples, b.bounds, bounds, 0);
  for (let i = 0; i < samples.length; i++) samples[i] = Math.max(samples[i] ?? 0, other[i] ?? 0);
  return { bounds, samples };
}
