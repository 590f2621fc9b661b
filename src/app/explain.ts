import type { ErrorCode, ErrorDetails, InlayError } from '../base/errors';

/** Bad news in the retoucher's words. */
export interface Explanation {
  /** What happened. */
  readonly title: string;
  /** What to do now. */
  readonly remedy: string;
  readonly action?: 'retry';
}

export const explanations: { readonly [C in ErrorCode]: (details: ErrorDetails[C]) => Explanation } = {
  'host.no-document': () => ({
    title: 'No document is open',
    remedy: 'Open a picture and select what should go.',
  }),
  'host.document-closed': ({ title }) => ({
    title: `${title === undefined ? 'The document' : `“${title}”`} was closed`,
    remedy: 'Nothing was placed. Open it again and run the edit once more.',
  }),
  'host.document-changed': ({ title }) => ({
    title: `“${title}” changed its size, mode, depth or profile since the edit began`,
    remedy: 'Nothing was placed. Undo that change, or run the edit once more.',
    action: 'retry',
  }),
  'host.busy': ({ holder }) => ({
    title: 'Photoshop is busy',
    remedy: `Finish or cancel ${holder ?? 'the open dialog or tool'}, then try again.`,
    action: 'retry',
  }),
  'host.quick-mask': () => ({
    title: 'Quick Mask is on',
    remedy: 'Press Q to leave Quick Mask, then run the edit.',
  }),
  'host.unsupported-mode': ({ mode }) => ({
    title: `Inlay cannot edit a document in ${mode}`,
    remedy: 'Choose Image > Mode > RGB Color, then run the edit.',
  }),
  'host.no-layer': () => ({
    title: 'No layer is active',
    remedy: 'Click the layer that the result should stand above.',
  }),
  'host.several-layers': () => ({
    title: 'Several layers are active',
    remedy: 'Click the one layer that the result should stand above.',
  }),
  'host.group-active': ({ layer }) => ({
    title: `The group “${layer}” is active`,
    remedy: 'Click the layer in it that the result should stand above.',
  }),
  'host.layer-locked': ({ layer }) => ({
    title: `The layer “${layer}” is locked`,
    remedy: 'Unlock it, or click another layer.',
  }),
  'host.layer-hidden': ({ layer }) => ({
    title: `The layer “${layer}” is hidden`,
    remedy: 'Show it, or click a layer that can be seen.',
  }),
  'host.layer-gone': ({ layer }) => ({
    title: `The layer “${layer}” is gone`,
    remedy: 'Nothing was placed. Undo its deletion, or run the edit once more.',
    action: 'retry',
  }),
  'host.modal-playback': () => ({
    title: 'Photoshop stands still while this Action plays',
    remedy: 'Switch off “Recorded actions wait for the edit” in Inlay, or run the edit from the panel.',
  }),
  'host.failed': ({ doing }) => ({
    title: `Photoshop could not ${doing}`,
    remedy: 'The document is as it was. Try again; if it happens again, save and restart Photoshop.',
    action: 'retry',
  }),
  'host.disk-full': ({ doing }) => ({
    title: `The disk is full: Inlay could not ${doing}`,
    remedy: 'Make room on the disk, then try again.',
    action: 'retry',
  }),
  'host.storage': ({ doing }) => ({
    title: `Inlay could not ${doing}`,
    remedy: 'Check that its data folder can be written, then try again.',
    action: 'retry',
  }),
  'edit.no-selection': () => ({
    title: 'Nothing is selected',
    remedy: 'Select what should go, with any selection tool.',
  }),
  'edit.selection-too-small': ({ pixels }) => ({
    title: pixels === 0 ? 'The selection is empty' : 'The selection is too small',
    remedy: 'Select at least four pixels of what should go.',
  }),
  'edit.selection-too-large': () => ({
    title: 'The selection leaves nothing to continue from',
    remedy: 'Select less: the fill is made from what stays unselected.',
  }),
  'edit.selection-outside': () => ({
    title: 'The selection lies outside the canvas',
    remedy: 'Move it onto the picture, or select anew.',
  }),
  'edit.picture-too-small': ({ width, height }) => ({
    title: `The picture is too small (${width} × ${height} px)`,
    remedy: 'An edit needs at least 16 × 16 px.',
  }),
  'edit.nothing-there': ({ layer }) => ({
    title: `There are no pixels here, at or beneath the layer “${layer}”`,
    remedy: 'Click a layer that has pixels where the selection is.',
  }),
  'edit.bad-request': ({ problem }) => ({
    title: 'The edit cannot be understood',
    remedy: problem,
  }),
  'edit.tray-full': () => ({
    title: 'Too many results are waiting',
    remedy: 'Place or discard one of them first: together they fill the memory that Photoshop grants a panel.',
  }),
  'edit.nothing-to-repeat': () => ({
    title: 'There is no edit to repeat yet',
    remedy: 'Run an edit from the panel first.',
  }),
  'route.unknown-model': ({ model }) => ({
    title: `There is no model called “${model}”`,
    remedy: 'Choose “auto” or “local”.',
  }),
  'route.no-model': ({ operation }) => ({
    title: `No model can do “${operation}”`,
    remedy: 'Choose another operation.',
  }),
  'model.failed': ({ model }) => ({
    title: `${model} could not finish`,
    remedy: 'The document is as it was. Try again with a smaller selection.',
    action: 'retry',
  }),
  'inlay.fault': ({ step }) => ({
    title: `Inlay made a mistake in the step “${step}”`,
    remedy: 'The document is as it was. Try again; if it happens again, tell us what was selected.',
    action: 'retry',
  }),
};

/** The words for an error. */
export function explain<C extends ErrorCode>(error: InlayError<C>): Explanation {
  return explanations[error.code](error.details);
}

/** Title and remedy as one line, for places without a panel. */
export function inOneLine({ title, remedy }: Explanation): string {
  return `${title}. ${remedy}`;
}
