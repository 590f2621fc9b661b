import type { ErrorCode, ErrorDetails, InlayError } from '../base/errors';
import { priceLabel } from '../routing/price';
import { routeWords } from './routeWords';

/** Bad news in the retoucher's words. */
export interface Explanation {
  /** What happened. */
  readonly title: string;
  /** What to do now. */
  readonly remedy: string;
  readonly action?: 'retry' | 'settings';
}

/** A sentence for every error, and what to do. */
export type Explanations = { readonly [C in ErrorCode]: (details: ErrorDetails[C]) => Explanation };

/** In English. */
export const explanations: Explanations = {
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
    remedy: 'It edits RGB, Grayscale, Lab and CMYK. Choose Image > Mode > RGB Color, then run the edit.',
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
  'edit.cannot-extend': ({ obstacle, width, height }) => ({
    title: {
      cut: `The picture is ${width} × ${height} px, and none of it may be cut off`,
      same: 'The picture has this size already',
      long: 'No document can be as large as that',
      much: 'So much cannot be made at a time',
    }[obstacle],
    remedy:
      obstacle === 'much'
        ? 'Extend the picture in several steps.'
        : 'Choose other edges, another aspect or another size.',
  }),
  'host.artboards': () => ({
    title: 'The document has artboards',
    remedy: 'Its canvas ends where they do. Copy the picture into a document of its own, and extend it there.',
  }),
  'edit.picture-too-small': ({ width, height }) => ({
    title: `The picture is too small (${width} × ${height} px)`,
    remedy: 'An edit needs at least 16 × 16 px.',
  }),
  'edit.nothing-there': ({ layer }) => ({
    title: `There are no pixels here, at or beneath the layer “${layer}”`,
    remedy: 'Click a layer that has pixels where the selection is.',
  }),
  'edit.reference-gone': ({ reference }) => ({
    title: `The reference “${reference}” is not there`,
    remedy: 'Choose a layer of this document or another open document.',
  }),
  'edit.reference-unreadable': ({ reference }) => ({
    title: `The file “${reference}” cannot be opened`,
    remedy: 'Choose a PNG, JPEG or WebP, or open it in Photoshop and choose the document.',
  }),
  'edit.bad-request': ({ problem }) => ({
    title: 'The edit cannot be understood',
    remedy: problem,
  }),
  'edit.no-prompt': () => ({
    title: 'The prompt is empty',
    remedy: 'Say in words what should be there.',
  }),
  'edit.no-reference': ({ role }) => ({
    title: role === 'style' ? 'There is no style reference' : 'There is no reference',
    remedy:
      role === 'style'
        ? 'Add a picture whose light and palette are wanted, in the role Style.'
        : 'Add a picture of what should be put there.',
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
    remedy: 'Choose one from the list of models, or leave the choice to Inlay.',
  }),
  'route.no-model': ({ operation }) => ({
    title: `No model can do “${operation}”`,
    remedy: 'Choose another operation.',
  }),
  'route.bad-catalog': ({ problem }) => ({
    title: 'The catalog file cannot be used',
    remedy: `${problem} The models stay as they were.`,
  }),
  'route.unknown-provider': ({ provider }) => ({
    title: `There is no service called “${provider}”`,
    remedy: 'Choose one from the list in Settings, or leave the choice to Inlay.',
  }),
  'route.unfit': ({ model, why }) => ({
    title: `${model} cannot do this edit`,
    remedy: `${routeWords.unfit(why)} Choose another model, or leave the choice to Inlay.`,
  }),
  'route.private': ({ operation }) => ({
    title: `Inlay Local cannot do “${operation}”`,
    remedy: 'Nothing was sent, since nothing may leave this machine. Choose Remove, or allow other models.',
  }),
  'route.no-address': ({ provider }) => ({
    title: `The address of ${provider} is not set`,
    remedy: 'Enter it in Settings, or choose another model.',
    action: 'settings',
  }),
  'route.no-key': ({ provider }) => ({
    title: `There is no key for ${provider}`,
    remedy: 'Enter one in Settings, or choose a model that needs none.',
    action: 'settings',
  }),
  'route.over-cap': ({ cap, dollars, limit }) => ({
    title: `This would cost ${priceLabel({ dollars })}, your limit per ${cap} is ${priceLabel({ dollars: limit })}`,
    remedy: 'Nothing was sent. Choose a cheaper model, select less, or raise the limit in Settings.',
  }),
  'route.unknown-spending': () => ({
    title: 'The ledger is damaged: nobody knows what was spent',
    remedy: 'Nothing was sent. Begin a new ledger in Settings, or choose what is free.',
    action: 'settings',
  }),
  'route.dearer-next': ({ before, model, price }) => {
    const { remedy, ...said } = explain(before);
    return { ...said, remedy: `${remedy} ${model} would cost more (${priceLabel(price)}): choose it to go on.` };
  },
  'model.auth': ({ provider }) => ({
    title: `${provider} does not accept the key`,
    remedy: 'Nothing was charged. Check the key in Settings.',
    action: 'settings',
  }),
  'model.no-credit': ({ provider }) => ({
    title: `There is no credit left at ${provider}`,
    remedy: 'Nothing was charged. Top up the account there, or choose another model.',
  }),
  'model.rate-limited': ({ provider, retryAfterMs }) => ({
    title: `${provider} asks to wait`,
    remedy: `Nothing was charged. Try again in ${waitLabel(retryAfterMs)}, or choose another model.`,
    action: 'retry',
  }),
  'model.invalid-input': ({ provider, says, requestId }) => ({
    title: `${provider} cannot take this request`,
    remedy: `It says: “${withoutStop(says)}”. ${charged(requestId)} Change the request, or choose another model.`,
  }),
  'model.out-of-memory': ({ provider }) => ({
    title: `The graphics card that ${provider} runs on is out of memory`,
    remedy: 'Nothing was charged. Select less, close what else uses the card, or choose a smaller model.',
    action: 'retry',
  }),
  'model.refused-input': ({ provider, reasons, requestId }) => ({
    title: `${provider} refused the request${reasonList(reasons)}`,
    remedy: `${charged(requestId)} Say it in other words, select another part, or choose another model.`,
  }),
  'model.refused-output': ({ provider, reasons }) => ({
    title: `${provider} made a picture and held it back${reasonList(reasons)}`,
    remedy: 'It may have been charged. Say it in other words, or choose another model.',
  }),
  'model.gone': ({ model }) => ({
    title: `${model} is no longer offered`,
    remedy: 'Nothing was charged. Choose another model.',
  }),
  'model.no-image': ({ model, says }) => ({
    title: `${model} answered without a picture`,
    remedy: `${says === undefined ? '' : `It says: “${withoutStop(says)}”. `}It may have been charged. Say it in other words, or choose another model.`,
  }),
  'model.down': ({ provider, retryAfterMs }) => ({
    title: `${provider} cannot answer at the moment`,
    remedy: `Nothing was charged. Try again ${retryAfterMs === undefined ? 'later' : `in ${waitLabel(retryAfterMs)}`}, or choose another model.`,
    action: 'retry',
  }),
  'model.uncertain': ({ provider, requestId }) => ({
    title: `${provider} gave no answer that can be used`,
    remedy: `The request had left and may have been charged. Look at your account there${requestId === undefined ? '' : ` for the request ${requestId}`} before you run it again.`,
  }),
  'model.unusable-answer': ({ provider, problem }) => ({
    title: `The answer of ${provider} cannot be used`,
    remedy: `It is ${problem}. Nothing was placed, and it may have been charged. Choose another model.`,
  }),
  'net.not-allowed': ({ provider, host }) => ({
    title: `Inlay may not speak to ${host}`,
    remedy: `Nothing was sent. Correct the address of ${provider} in Settings.`,
  }),
  'net.unreachable': ({ provider }) => ({
    title: `${provider} cannot be reached`,
    remedy: 'Nothing was sent. Check the connection and the address in Settings, or use Inlay Local.',
    action: 'retry',
  }),
  'net.foreign-origin': ({ provider, remedy }) => ({
    title: `${provider} turns away requests that come from a panel`,
    remedy,
  }),
  'model.failed': ({ model, says }) => ({
    title: `${model} could not finish`,
    remedy:
      says === undefined
        ? 'The document is as it was. Try again with a smaller selection.'
        : `It says: “${withoutStop(says)}”. It may have been charged. Change the request, or choose another model.`,
    action: 'retry',
  }),
  'inlay.fault': ({ step }) => ({
    title: `Inlay made a mistake in the step “${step}”`,
    remedy: 'The document is as it was. Try again; if it happens again, tell us what was selected.',
    action: 'retry',
  }),
};

function charged(requestId: string | undefined): string {
  return requestId === undefined ? 'Nothing was charged.' : `The request ${requestId} may have been charged.`;
}

function reasonList(reasons: readonly string[]): string {
  return reasons.length === 0 ? '' : `: ${reasons.map(withoutStop).join(', ')}`;
}

/** The words of a service as a part of a sentence of ours, which brings its own full stop. */
export function withoutStop(words: string): string {
  return words.trim().replace(/\.+$/, '');
}

function waitLabel(milliseconds = 30_000): string {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  return seconds < 120 ? `${String(seconds)} s` : `${String(Math.ceil(seconds / 60))} min`;
}

let spoken = explanations;

/** From now on errors are explained in this language. */
export function explainIn(language: Explanations): void {
  spoken = language;
}

/** The words for an error. */
export function explain<C extends ErrorCode>(error: InlayError<C>): Explanation {
  return spoken[error.code](error.details);
}

/** Title and remedy as one line, for places without a panel. */
export function inOneLine({ title, remedy }: Explanation): string {
  return `${title}. ${remedy}`;
}
