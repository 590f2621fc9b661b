import { action } from 'photoshop';
import { every, later } from '../../base/delay';
import { documentInFront } from './documents';

/** Everything that may change the document in front, its active layer, its selection or its mode. */
const events = [
  ...['set', 'move', 'addTo', 'subtractFrom', 'deselect', 'inverse', 'expand', 'contract', 'feather', 'grow', 'border'],
  ...['select', 'make', 'delete', 'duplicate', 'copyToLayer', 'placeEvent', 'show', 'hide'],
  ...['open', 'newDocument', 'close', 'save', 'canvasSize', 'convertMode', 'historyStateChanged', 'undoEvent'],
  'modalJavaScriptScopeExit',
];
/** Events can be missing, so a cheap look follows them. */
const pollMs = 700;
/** Changes come in bursts. */
const quietMs = 50;

/** Calls back soon after something changed; answers how to stop. */
export function watch(onChange: () => void): () => void {
  let seen = signature();
  let pending: (() => void) | undefined;
  const tell = () => {
    pending = undefined;
    seen = signature();
    onChange();
  };
  const hint = () => {
    pending ??= later(quietMs, tell);
  };
  const stopPolling = every(pollMs, () => {
    if (signature() !== seen) hint();
  });
  // without events the poll alone has to do
  void action.addNotificationListener(events, hint).catch(() => undefined);
  return () => {
    stopPolling();
    pending?.();
    void action.removeNotificationListener(events, hint).catch(() => undefined);
  };
}

function signature(): string {
  const document = documentInFront();
  if (document === undefined) return '';
  const { id, title, width, height, mode, bitsPerChannel, quickMaskMode } = document;
  const layers = [...document.activeLayers].map((layer) => [
    layer.id,
    layer.visible,
    layer.allLocked,
    layer.pixelsLocked,
  ]);
  return JSON.stringify([id, title, width, height, mode, bitsPerChannel, quickMaskMode, layers, box(document)]);
}

function box({ selection: { bounds } }: NonNullable<ReturnType<typeof documentInFront>>): readonly number[] {
  return bounds === null ? [] : [bounds.left, bounds.top, bounds.right, bounds.bottom];
}
