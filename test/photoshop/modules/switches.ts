import { note } from './tally';

/**
 * Habits of the platform that no source settles. Each has its possible values, the default first; the flow tests run
 * with every one of them. A habit is read only where it makes a difference: what is read counts as met.
 */
export const switchValues = {
  /** `componentSize: 8` on a document of 16 or 32 bit. */
  componentSize8: ['reject', 'native', 'works'],
  /** `getSelection` where nothing is selected. */
  noSelection: ['reject', 'noImageData', 'zeroSize', 'allZero'],
  /** A read of a region that holds no pixels. */
  emptyRegion: ['throw', 'zeroSize'],
  /** What a read is cut down to: what is not transparent, or the bounds of the layer. */
  trimming: ['content', 'bounds'],
  /** Whether a reduced read comes from a level of the image pyramid. */
  pyramid: ['levels', 'flat'],
  /** A `targetSize` whose proportions are not those of the region. */
  targetFit: ['stretch', 'fit'],
  /** The value outside the block of a fresh mask. */
  maskOutside: ['zero', 'full'],
  /** The depth in which masks and selections of 16- and 32-bit documents are read. */
  maskDepth: ['document', 'eight'],
  /** Whether 8-bit masks and selections may be put into deeper documents, and the other way round. */
  maskPutDepth: ['any', 'document'],
  /** `PhotoshopImageData.dispose`. */
  dispose: ['sync', 'promise'],
  /** What a rolled-back suspension does to layer visibility: restores it, restores it in a new history state, or leaves it. */
  rollbackVisibility: ['restored', 'trace', 'kept'],
  /** Whether showing or hiding a layer makes a history state. */
  visibilityHistory: ['none', 'state'],
  /** Whether a host call works after the user has cancelled, when it only resumes a history. */
  resumeAfterCancel: ['throws', 'works'],
  /** Which events arrive. */
  events: ['all', 'noDocumentEvents', 'none'],
  /** What a running `fetch` does when its signal is aborted. */
  fetchAbort: ['rejects', 'ignored'],
  /** Whether the place that an answer points to has to be one that the manifest names. */
  redirectAllowed: ['named', 'any'],
  /** What `fetch` does to a `FormData` body. */
  formData: ['namesLost', 'partsLost'],
  /** Whether `secureStorage` still has what was stored before. */
  secureStorage: ['kept', 'lost'],
  /** What `getItem` gives for a missing key. */
  secureMissing: ['undefined', 'null', 'empty'],
  /** `removeItem` and `clear` where there is nothing to remove. */
  secureRemove: ['rejects', 'resolves'],
  /** Whether Photoshop is modal while it plays an Action. */
  playbackModal: ['free', 'modal'],
  /** Whether playback waits for the promise of the handler. */
  playbackWaits: ['waits', 'returns'],
  /** Whether `createImageDataFromBuffer`, `encodeImageData` and `getData` need a modal scope. */
  encodeModal: ['free', 'required'],
  /** Which calls of a panel's `show` and `hide` arrive. */
  panelEvents: ['showOnce', 'all', 'none'],
  /** Whether the error of a write outside a scope carries the number 1000. */
  errorNumber: ['present', 'absent'],
  /** What an error's message is after it has crossed `executeAsModal`. */
  errorMessage: ['kept', 'lost'],
  /** Whether a playing batchPlay waits while a dialog of Photoshop is open. */
  dialogBatchPlay: ['answers', 'waits'],
  /** What `colorProfileName` is for a document without a profile. */
  untaggedName: ['none', 'empty', 'null'],
  /** What RGB counts as where no profile is named: a choice in Photoshop's color settings. */
  workingRgb: ['sRGB IEC61966-2.1', 'Adobe RGB (1998)'],
  /** Whether the name of a profile says at 32 bit that it is the linear version. */
  linearName: ['suffix', 'plain'],
  /** What values of 32 bit are in a profile that is named on reading or writing: light, or along the profile's curve. */
  namedLight: ['straight', 'curved'],
  /** What a change of mode does where there are adjustment layers: keeps or discards them, flattens all, or refuses. */
  modeAdjustments: ['kept', 'discarded', 'flattens', 'refuses'],
  /** What \`selection.load\` takes of a layer: its transparency, its mask where it has one, or nothing. */
  loadLayer: ['transparency', 'mask', 'refuses'],
  /** Whether a copy of a document has its selection. */
  duplicateSelection: ['kept', 'lost'],
  /** Whether the layer XMP is kept when a layer is duplicated. */
  duplicateXmp: ['kept', 'lost'],
  /** Whether a layer that is copied into another document brings its mask along. */
  duplicateMask: ['kept', 'lost'],
  /** Where a layer lands that is copied into a document of another size: as far from the corner, or from the middle. */
  duplicatePlace: ['corner', 'middle'],
  /** What `translate` moves of a layer while something is selected: all of it, or what is selected of it. */
  moveSelected: ['layer', 'selection'],
  /** Whether `convertProfile` also changes the mode, where the profile is one of another mode. */
  profileMode: ['changes', 'refuses'],
  /** Whether a Background that becomes a layer counts as another one. */
  backgroundId: ['new', 'kept'],
  /** Where the selection is once the canvas has grown: where it was in the picture, or from the corner; or nowhere. */
  canvasSelection: ['follows', 'stays', 'lost'],
  /** Where guides are then. */
  canvasGuides: ['follow', 'stay'],
  /** What saved channels hold where the canvas is new. */
  canvasChannels: ['black', 'white'],
  /** Whether merging visible layers works where there is only one. */
  mergeOne: ['works', 'rejects'],
  /** Whether deleting a group through the DOM takes its layers along. */
  groupDelete: ['deletes', 'ungroups'],
  /** A picker that the user cancels. */
  cancelledPicker: ['null', 'empty'],
  /** Whether object URLs of `ImageBlob` can be made. */
  objectUrls: ['work', 'throw'],
} as const;

export type SwitchName = keyof typeof switchValues;
export type Switches = { -readonly [Name in SwitchName]: (typeof switchValues)[Name][number] };

export const switchNames = Object.keys(switchValues) as SwitchName[];

/**
 * The default of every switch, with `chosen` instead where it is given. Whoever reads one has met it; they cannot be
 * copied past that.
 */
export function switchesFrom(chosen: Partial<Switches> = {}): Readonly<Switches> {
  const habit = (name: SwitchName) => ({
    get() {
      const { [name]: value = switchValues[name][0] } = chosen;
      note('met', `${name}: ${value}`);
      return value;
    },
  });
  return Object.defineProperties({} as Switches, Object.fromEntries(switchNames.map((name) => [name, habit(name)])));
}
