import type { Row } from './row';

const rules = 'modules/modal/rules.test.ts';
const scopes = 'modules/modal/modal.test.ts';
const imaging = 'modules/imaging/imaging.test.ts';
const strict = 'modules/imaging/strict.test.ts';
const action = 'modules/action/action.test.ts';
const globals = 'modules/globals/globals.test.ts';

/** Modal scopes, cancelling, suspended histories. */
export const modalRows: readonly Row[] = [
  {
    platform: 'A setter, a method that changes something or a descriptor other than get is refused outside a scope',
    rules: ['modal.write'],
    switches: ['errorNumber'],
    tests: [
      [rules, 'a layer is not renamed'],
      [rules, 'no layer is made, nothing is selected, and no descriptor but get is played'],
      [rules, 'a number may be missing from the error'],
    ],
  },
  {
    platform: 'Pixels, masks and selections are neither read nor written outside a scope',
    rules: ['modal.imaging'],
    tests: [
      [imaging, 'are read only inside a modal scope'],
      [strict, '%s outside a modal scope'],
    ],
  },
  {
    platform: 'Image data is made, encoded, looked into and disposed of outside a scope, or needs one',
    switches: ['encodeModal', 'dispose'],
    tests: [
      [rules, 'is made, looked into, encoded and disposed of outside a modal scope'],
      [rules, 'image data is made, unless a switch says otherwise'],
    ],
  },
  {
    platform: 'A copy of the execution context has none of its members',
    tests: [[scopes, 'hides the members of its context from a copy']],
  },
  {
    platform: 'A scope without a commandName or a function does not start',
    rules: ['modal.options'],
    tests: [[scopes, 'refuses to start without a name, and without a function']],
  },
  {
    platform:
      'While another plugin or Photoshop itself is modal a scope waits as long as it was told to, then fails with 9',
    tests: [
      [scopes, 'waits for another plugin, as long as it was told to'],
      [scopes, 'waits for a $kind of Photoshop'],
    ],
  },
  {
    platform: 'A scope of the same plugin that was not started from inside the running one collides with it',
    rules: ['modal.overlap'],
    tests: [
      [scopes, 'counts an overlapping scope of the same plugin, and lets it wait'],
      [rules, 'that is started beside a running one is no nested one, where calls can be followed'],
    ],
  },
  {
    platform: 'A nested scope shares cancel, progress and suspensions of the outer one',
    tests: [
      [scopes, 'nests in itself'],
      [rules, 'shares the cancel, the progress and the suspensions of the outer one'],
    ],
  },
  {
    platform: 'After Escape isCancelled is true, onCancel was called once, and every host call throws',
    switches: ['resumeAfterCancel'],
    tests: [
      [scopes, 'tells once that the user cancelled, and refuses every host call from then on'],
      [rules, 'is resumed after a cancel: %s'],
    ],
  },
  {
    platform: 'A target that throws rolls its suspensions back, and the error comes out of the scope',
    switches: ['errorMessage', 'rollbackVisibility', 'visibilityHistory'],
    tests: [
      [imaging, 'make one history state when the history is suspended, and none when it is rolled back'],
      [rules, 'takes an error through with or without its words'],
      [rules, 'that is rolled back has visibility %s'],
      [rules, 'is not needed for visibility: hiding a layer makes %s'],
    ],
  },
  {
    platform: 'A target that resolves commits the suspensions that are still open',
    tests: [[rules, 'that is left open is committed where the target resolves']],
  },
  {
    platform: 'A suspension is resumed once, innermost first, and only where there is one',
    rules: ['modal.suspension'],
    tests: [[rules, 'is resumed once, and only where it was suspended']],
  },
  {
    platform: 'The execution context and its host control are of no use after the end of their scope',
    rules: ['modal.ended'],
    tests: [
      [scopes, 'refuses its context after its end'],
      [scopes, 'refuses the control of the host after its end'],
    ],
  },
  {
    platform: 'A host call that was begun in a scope and not awaited comes too late',
    rules: ['modal.unawaited'],
    tests: [[scopes, 'counts a host call that nobody waited for']],
  },
  {
    platform: 'A scope that waits for the network, or lasts longer than it should, fails the run',
    rules: ['modal.network', 'modal.slow'],
    tests: [
      [globals, 'is counted when it is made inside a modal scope'],
      [scopes, 'counts a scope that lasts too long'],
    ],
  },
  {
    platform: 'A scope that is not interactive is silent for all events but its own beginning and end',
    tests: [[rules, 'is silent for all events but its own beginning and end']],
  },
  {
    platform: 'Registered documents close with the scope, also after a cancel; others are left open and seen to be',
    tests: [[rules, 'closes the documents that were registered, also after a cancel, and others are seen to be left']],
  },
  {
    platform: 'Playback of an Action may hold the modal state, and may not wait for the handler',
    switches: ['playbackModal', 'playbackWaits'],
    tests: [[action, 'plays its step by the name of a global function, %s, and %s']],
  },
  {
    platform: 'A batchPlay that is played while a dialog of Photoshop is open may wait for its end',
    switches: ['dialogBatchPlay'],
    tests: [[action, 'while a dialog is open: it %s']],
  },
];
