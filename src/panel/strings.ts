import type {
  CatalogSource,
  Draft,
  HelperId,
  Proposal,
  RequestedReference,
  Settings,
  ShowablePicture,
  Step,
} from '../app/state';

type Operation = Draft['operation'];
type Role = RequestedReference['role'];

const operations: Record<Operation, string> = {
  instruct: 'Instruct',
  inpaint: 'Inpaint',
  remove: 'Remove',
  outpaint: 'Outpaint',
  style: 'Style',
  replace: 'Replace',
  generate: 'Generate',
};

/** Every word the panel shows, apart from what the app says itself (errors, models, prices, findings). In English. */
export const english = {
  product: 'Inlay',
  tabs: { edit: 'Edit', results: 'Results', settings: 'Settings' },
  noDocument: 'No document',
  format: (depth: number, profile: string) => `${depth} bit · ${shortProfile(profile)}`,
  closeNotice: 'Close this note',

  picture: 'Picture',
  selection: 'Selection',
  nothingSelected: 'Nothing selected',
  modelSees: 'Model sees',
  unknown: '–',
  size: (width: number, height: number) => `${width} × ${height} px`,

  mask: 'Mask',
  grow: 'Grow',
  feather: 'Feather',
  maskHint: 'Grow widens the mask, feather softens its edge.',
  pixels: (count: number) => `${count} px`,
  pixelRange: (least: number, most: number) => `Type a whole number from ${least} to ${most}.`,

  aspect: 'Aspect',
  poster: 'Poster',
  freeAspect: 'Free',
  setEdges: 'Set edges',
  edges: 'Edges',
  edgeNames: { left: 'Left', top: 'Top', right: 'Right', bottom: 'Bottom' },
  canvasSize: 'Size',
  width: 'Width',
  height: 'Height',
  moveInCanvas: 'Arrows move the picture',
  addedEdges: (left: number, top: number, right: number, bottom: number) =>
    `Added: left ${left}, top ${top}, right ${right}, bottom ${bottom} px`,
  softerEdges: (scale: string) =>
    `What is new is made at ${scale} and enlarged: a little softer than the picture, which keeps every pixel.`,
  canvasGrows: 'The canvas grows only when you place a result.',

  operation: 'Operation',
  operations,
  moreOperations: 'More',
  proposed: {
    'needs-no-key': 'Proposed: the one that needs no key',
    nothing: 'Proposed, as nothing is selected',
    selection: 'Proposed for a selection',
    removal: 'Proposed for a selection and a removal',
    'selection-prompt': 'Proposed for a selection with a prompt',
    prompt: 'Proposed for a prompt without a selection',
    product: 'Proposed for a product reference',
    style: 'Proposed for a style reference',
  } satisfies Record<Proposal['because'], string>,
  withSelection: {
    instruct: 'Changes what is selected, as you say',
    inpaint: 'Fills what is selected, as you say',
    remove: 'Takes out what is selected',
    outpaint: 'Extends the picture beyond its frame',
    style: 'Restyles what is selected',
    replace: 'Puts the reference where you selected',
    generate: 'Made to fit what is selected',
  } satisfies Record<Operation, string>,
  withoutSelection: {
    instruct: 'Changes the picture, as you say',
    inpaint: 'Needs a selection',
    remove: 'Needs a selection',
    outpaint: 'Extends the picture beyond its frame',
    style: 'Restyles the whole picture',
    replace: 'Needs a selection',
    generate: 'Made to fit the canvas',
  } satisfies Record<Operation, string>,

  prompt: 'Prompt',
  promptHint: {
    instruct: 'What should change',
    inpaint: 'What should be there',
    remove: 'Not needed for Remove',
    outpaint: 'Not needed for Outpaint',
    style: 'Not needed for Style',
    replace: 'Not needed for Replace',
    generate: 'What should be seen',
  } satisfies Record<Operation, string>,
  promptPlaceholder: {
    instruct: 'Say what should change',
    inpaint: 'Say what should be there',
    remove: 'Optional',
    outpaint: 'Optional',
    style: 'Optional',
    replace: 'Optional',
    generate: 'Say what should be seen',
  } satisfies Record<Operation, string>,

  additions: 'Added for the model',
  editAdditions: 'Edit',
  editAdditionsTitle: 'Change the words that are added',
  readAdditions: 'Done',
  readLook: 'Read light and grade',
  readLookTitle: 'Measure light and grade of the picture around the selection',
  helpers: {
    numbering: 'Name the pictures',
    mask: 'Say where to work',
    text: 'Text in quotes',
    hands: 'Describe the hand',
    strength: 'Say how strongly',
    light: 'Light',
    grade: 'Restate the grade',
    keep: 'Keep everything else',
  } satisfies Record<HelperId, string>,

  references: 'References',
  addReference: 'Add a reference',
  origins: { layer: 'Layer', group: 'Group', document: 'Document', file: 'File' } satisfies Record<
    ShowablePicture['kind'] | RequestedReference['from']['kind'],
    string
  >,
  file: 'File…',
  fileNote: 'PNG, JPEG or WebP',
  roles: { plain: 'Plain', identity: 'Identity', style: 'Style', product: 'Product' } satisfies Record<Role, string>,
  roleNotes: {
    plain: 'any picture',
    identity: 'a face',
    style: 'light, palette',
    product: 'shape, label',
  } satisfies Record<Role, string>,
  roleOf: (number: number) => `Role of image ${number}`,
  moveReference: (number: number) => `Move image ${number} (Alt Up, Alt Down)`,
  removeReference: (number: number) => `Remove image ${number}`,

  strength: 'Strength',
  strengthHint: 'From 60 to 80 % the subject keeps more of its own look.',
  percent: (count: number) => `${count} %`,
  variants: 'Variants',
  variantCount: (count: number) => (count === 1 ? '1 variant' : `${count} variants`),
  seed: 'Seed',
  newSeed: 'New for each run',

  offlineTitle: 'Works offline now',
  offlineText: 'Remove runs on this computer: no key, no upload, no charge.',
  firstSteps: [
    'Select what should go. Any selection tool works.',
    'Press Run and compare before and after.',
    'Place it: a new layer with a mask, one undo.',
  ],

  run: 'Run',
  runFor: (price: string) => `Run · ${price.toLowerCase()}`,
  runKey: 'Ctrl Enter',
  runTitle: 'Run (Ctrl Enter)',
  route: (reason: string, scale: string) => `${reason} · ${scale}`,
  each: (price: string) => `${price} each`,
  runnerUp: (model: string, price: string) => `Runner-up: ${model}, ${price.toLowerCase()}`,
  changeModel: 'Change',
  changeModelTitle: 'Choose another model',
  closeModels: 'Close',
  models: 'Models',
  letInlayChoose: 'Let Inlay choose',
  pinFor: (model: string, operation: Operation) => `Always ${model} for ${operations[operation]}`,
  openSettings: 'Open the settings',
  letInlayChooseNote: 'The best model for each edit, with its reason.',
  busyTitle: 'An edit is running',
  busyRemedy: 'Wait for it, or cancel it.',
  show: 'Show',

  jobTitle: (operation: Operation, documentTitle: string) => `${operations[operation]} · ${documentTitle}`,
  steps: {
    survey: 'Look at the document',
    plan: 'Choose model and crop',
    capture: 'Read the picture',
    call: 'Model is working',
    finish: 'Match color',
    stitch: 'Fit the edge',
    check: 'Check the edge',
    place: 'Place the layer',
  } satisfies Record<Step, string>,
  waiting: 'Waiting for its turn',
  queued: (place: number) => `Place ${place} in the queue`,
  progress: (share: number) => `About ${percent(share)} % done`,
  elapsed: (milliseconds: number) => `${duration(milliseconds)} elapsed`,
  duration,
  cancel: 'Cancel',
  cancelTitle: 'Cancel (Esc)',
  cancelCost: 'Canceling costs nothing. The document stays as it is.',
  canceledTitle: 'Canceled',
  canceledText: 'The document is as it was. Nothing was charged.',
  tryAgain: 'Try again',

  compare: 'Compare',
  compareModes: { split: 'Split', before: 'Before', after: 'After' },
  holdForBefore: 'Hold for before',
  holdKey: 'Space',
  splitHandle: 'Share of the picture that shows before',
  results: 'Results, newest first',
  resultOf: (title: string, badge: string) => `${title}: ${badge}`,
  fits: 'Fits',
  cost: (model: string, price: string) => `${model} · ${price}`,
  place: 'Place',
  placing: 'Placing…',
  placeKey: 'Place (Enter)',
  discard: 'Discard',
  discardKey: 'Discard (Del)',
  undecided: 'Waiting for your decision',
  placed: 'Placed in this session',
  emptyTitle: 'No results waiting',
  emptyText: 'Select something and press Run. The result waits here until you place or discard it.',
  backToEdit: 'Go to Edit',

  keys: 'Keys',
  keysPlace: 'In Photoshop’s secure storage',
  parts: (parts: readonly string[]) => parts.join(' · '),
  keyEnding: (ending: string) => (ending === '' ? '••••' : `•••• ${ending}`),
  keyLost: 'Photoshop has lost this key. Enter it again.',
  noKey: 'No key',
  noKeyAndThrough: (service: string) => `No key; needs one for ${service} too`,
  needsNoKey: 'Needs no key',
  noAddress: 'No address',
  hostOf: (address: string) => address.replace(/^https?:\/\//, ''),
  add: 'Add',
  enterAgain: 'Enter',
  changeService: (service: string) => `Key and address of ${service}`,
  closeService: (service: string) => `Close ${service}`,
  key: 'Key',
  keyOf: (service: string) => `Key of ${service}`,
  pasteKey: 'Paste the key',
  pasteOwnKey: 'If the server wants one',
  newKey: 'Paste another one',
  save: 'Save',
  saveKey: 'Save the key',
  removeKey: 'Remove the key',
  address: 'Address',
  addressOf: (service: string) => `Address of ${service}`,
  addressHint: 'Only addresses that Inlay was built for can be reached.',
  addressForm: 'Type an address such as http://127.0.0.1:8188.',
  useAddress: (address: string) => `Use ${address}`,
  server: 'Server',
  orAlike: 'or a gateway to it',
  chooseModelsBy: 'Choose models by',
  policies: { best: 'Best result', cheapest: 'Price', fastest: 'Speed', private: 'Privacy' } satisfies Record<
    Settings['policy'],
    string
  >,
  policyNotes: {
    best: 'for each edit',
    cheapest: 'the cheapest that does it well',
    fastest: 'the fastest that does it well',
    private: 'nothing leaves this machine',
  } satisfies Record<Settings['policy'], string>,
  privateText: 'Only Inlay’s own engine works, so only Remove.',
  matchGrain: 'Match grain',
  grains: { off: 'Off', subtle: 'Subtle', full: 'Full' } satisfies Record<Settings['grain'], string>,
  grainNotes: {
    off: 'as the model made it',
    subtle: 'nearly as sharp and grainy as around',
    full: 'as sharp and grainy as around',
  } satisfies Record<Settings['grain'], string>,
  spending: 'Spending',
  today: 'Today',
  thisMonth: 'This month',
  noClient: 'Without a client',
  spentNothing: 'Nothing',
  sumOfCap: (sum: string, cap: string) => `${sum} of ${cap}`,
  ledgerDamaged: 'The ledger cannot be read: what was spent is not known, and nothing that costs is sent.',
  beginLedger: 'Begin a new ledger',
  beginLedgerTitle: 'Count from nothing; the damaged file is put aside',
  unsure: (sum: string) => `${sum} of this month may not have been charged: look at the account there.`,
  client: 'Client',
  clientHint: 'Whom you work for now',
  caps: 'Limits',
  capNames: { call: 'Call', day: 'Day', client: 'Client' } satisfies Record<keyof Settings['caps'], string>,
  capLabel: (cap: string) => `Limit: ${cap}`,
  noCap: 'No limit',
  capsText: 'A call that would go beyond a limit is not sent.',
  dollars: (amount: number) => `$${amount.toFixed(2)}`,

  placeAutomatically: 'Place results automatically',
  placeAutomaticallyText: 'A result becomes a layer as soon as it is there. One undo takes it back.',
  actionsWait: 'Recorded actions wait for the edit',
  catalog: 'Models',
  catalogText: {
    'built-in': 'Inlay knows its models by a list. A file can bring newer ones and other prices.',
    file: 'The models come from your file. Where keys are sent to stays as it is built in.',
  } satisfies Record<CatalogSource, string>,
  importCatalog: 'Import a list',
  importCatalogTitle: 'Choose a catalog file',
  restoreCatalog: 'Use the built-in list',
  learned: 'What Inlay learned from you',
  learnedText: 'It stays on this computer, and chooses models only where you have a clear favorite.',
  learnedNothing: 'Nothing yet. Place and discard results, and the choice of models follows.',
  learnedLine: (model: string, wishes: string) => `${model} · ${wishes}`,
  learnedKept: (kept: number, results: number) => `${kept} of ${results} kept`,
  forgetLearned: 'Forget it',
  forgetLearnedTitle: 'Forget what was learned',
  actionsWaitText: 'On: the action goes on when the edit has ended. Off: it goes on at once.',
};

/** The same words in any language. */
export type Strings = typeof english;

/** The words that are shown. */
export let strings: Strings = english;

/** From now on the panel is written in this language. */
export function writeIn(language: Strings): void {
  strings = language;
}

/** Long profile names without the part that only a standards body reads. */
function shortProfile(profile: string): string {
  return profile === '' ? 'no profile' : profile.replace(/ (IEC\S*|\(.*\))$/, '');
}

function duration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 0.05) return 'under 0.1 s';
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

function percent(share: number): number {
  return Math.round(share * 100);
}
