import { findLayer } from '../../model/findLayer';
import { canvasOf, intersectRects, isEmptyRect } from '../../model/rects';
import type { LayerState } from '../../model/state';
import { solidOver } from '../dom/selection';
import { cropCoverage, maskCoverage, trimCoverage } from '../imaging/coverage';
import { setSelection } from '../imaging/selection';
import { demand } from '../rules';
import type { Session } from '../session';
import type { OpenDocument } from '../workspace';
import { commandNotAvailable, notAvailable } from './commandError';
import type { Result } from './get';
import { partsOf, type Part, type Target } from './reference';

/** Sets the selection: a rectangle, nothing, all, or what a layer or its mask covers. */
export function selectArea(session: Session, { document, layers }: Target, to: Part | undefined): Result {
  const { state } = document;
  const canvas = canvasOf(state);
  if (to?.['_obj'] === 'rectangle') {
    const [left, top, right, bottom] = ['left', 'top', 'right', 'bottom'].map((edge) => Math.round(amount(to[edge])));
    const area = intersectRects({ left, top, right, bottom }, canvas);
    setSelection(session, document, solidOver(area, state.depth), 'Rectangular Marquee');
  } else if (to?.['_value'] === 'none') {
    setSelection(session, document, undefined, 'Deselect');
  } else if (to?.['_value'] === 'allEnum') {
    setSelection(session, document, solidOver(canvas, state.depth), 'Select Canvas');
  } else {
    setSelection(session, document, loaded(session, document, layers, to), 'Load Selection');
  }
  session.events.emit('action', 'set', { _target: [{ _ref: 'channel', _property: 'selection' }], to });
  return {};
}

function amount(value: unknown): number {
  return typeof value === 'number' ? value : Number((value as Part | undefined)?.['_value']);
}

/** A selection from the transparency of a layer, or from the mask of the active one. */
function loaded(session: Session, document: OpenDocument, active: readonly LayerState[], to: Part | undefined) {
  const parts = partsOf(to?.['_ref'] === 'channel' ? to : to?.['_ref']);
  const channel = parts.find((part) => part['_ref'] === 'channel')?.['_value'];
  const known = channel === 'transparencyEnum' || channel === 'mask';
  demand(session.book, 'action.command', known, `set selection to ${JSON.stringify(to)}`);
  const named = parts.find((part) => part['_ref'] === 'layer')?.['_id'];
  const layer = named === undefined ? active[0] : findLayer(document.state, Number(named));
  if (!layer) throw notAvailable('layer');
  if (channel !== 'mask') return transparencyCoverage(document, layer);
  if (!layer.mask) throw commandNotAvailable('Set');
  return maskCoverage(document.state, layer.mask);
}

function transparencyCoverage({ state }: OpenDocument, { bounds, pixels }: LayerState) {
  const area = intersectRects(bounds, canvasOf(state));
  if (isEmptyRect(area)) throw commandNotAvailable('Set');
  const { alpha } = pixels.read();
  return alpha ? trimCoverage(cropCoverage({ bounds, samples: alpha }, area)) : solidOver(area, state.depth);
}
