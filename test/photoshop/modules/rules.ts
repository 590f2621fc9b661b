import { note } from './tally';

/**
 * What the platform demands of a plugin, one line a rule. Breaking one is a refusal: it is answered as the platform
 * would, and counted even when the plugin catches the answer. What the platform may simply answer (no mask there, busy,
 * cancelled, file missing) is no rule.
 */
export const rules = {
  'modal.write': 'Documents are changed only inside a modal scope',
  'modal.imaging': 'Pixels, masks and selections are read and written only inside a modal scope',
  'modal.options': 'executeAsModal takes a function and a commandName',
  'modal.overlap': 'Two modal scopes of one plugin follow each other or nest',
  'modal.ended': 'The execution context is used only while its scope lasts',
  'modal.suspension': 'A suspended history is resumed once, innermost first',
  'modal.unawaited': 'A host call started in a scope is awaited before the scope ends',
  'modal.slow': 'A modal scope is short',
  'modal.network': 'No network request is made inside a modal scope',
  'call.undefined-option': 'An option that has no value is left out',
  'call.unknown-option': 'Only documented options are passed',
  'call.argument': 'Arguments have the documented types and ranges',
  'imaging.mode': 'Pixels are exchanged with RGB, Grayscale and Lab documents only',
  'imaging.target': 'Documents and layers are named by ids that the host gave',
  'imaging.bounds': 'Rectangles have whole edges',
  'imaging.read-kind': 'Only pixel layers are read by layerID',
  'imaging.put-kind': 'Pixels are put only into an unlocked pixel layer that is not the Background',
  'imaging.put-mask-kind': 'A mask is put only as a user mask, and never on the Background',
  'imaging.put-depth': 'Image data has the depth of the document it is put into',
  'imaging.mask-format': 'Masks and selections are one-component Grayscale data',
  'imaging.disposed': 'Image data is not used after it was disposed of',
  'imaging.buffer': 'A buffer holds width times height times components values in a supported array',
  'imaging.range': 'A 16-bit value is at most 32768',
  'imaging.components': 'The number of components belongs to the color space',
  'imaging.encode': 'Only 8-bit RGB data without alpha is encoded',
  'blob.buffer': 'ImageBlob takes an ArrayBuffer of exactly the described size',
  'member.absent': 'Only members that the stand-in has are used',
  'dom.value': 'A property is set to a value it can have',
  'dom.blend-mode': 'A blend mode exists, and is not set on the Background',
  'dom.move': 'A layer is moved inside a group only',
  'dom.protected': 'The Background is neither moved nor masked nor made transparent',
  'dom.artboards': 'The canvas of a document with artboards is left alone',
  'action.array': 'batchPlay takes an array of descriptors',
  'action.command': 'Only known descriptors are played',
  'action.dialog': 'A get carries no dialog options',
  'action.whole-get': 'A get names the property it wants',
  'action.place': 'Only a picture that can be opened is placed',
  'action.listen-all': 'All events are heard in developer mode only',
  'network.origin': 'Requests go to origins that the manifest lists',
  'network.signal': 'The key signal is left out where there is none',
  'network.body': 'GET and HEAD have no body',
  'require.module': 'Only modules that the platform has are required',
  'entrypoints.setup': 'Entry points are set up once, at once, as the manifest declares them',
  'entrypoints.slow': 'A lifecycle method answers within 300 ms',
  'secure.empty': 'A secret is not empty',
  'files.read-only': 'Nothing is written where only reading is allowed',
  'files.format': 'Text is written as text and bytes as bytes',
  'files.name': 'File names have no forbidden characters',
  'files.token': 'A token comes from this session',
  'shell.permission': 'Links are opened only with the launchProcess permission',
} as const;

export type Rule = keyof typeof rules;

export interface Refusal {
  readonly rule: Rule;
  readonly detail: string;
}

export interface RuleBook {
  readonly refusals: readonly Refusal[];
  /** Notes that the rule was put to the test. */
  test(rule: Rule): void;
  /** Counts a refusal and hands back the error to throw. */
  refuse(rule: Rule, detail: string, answer?: Error): Error;
  exercised(): readonly Rule[];
  neverExercised(): readonly Rule[];
}

export function createRuleBook(): RuleBook {
  const refusals: Refusal[] = [];
  const tested = new Set<Rule>();
  const test = (rule: Rule) => {
    tested.add(rule);
    note('tested', rule);
  };
  const refuse = (rule: Rule, detail: string, answer?: Error): Error => {
    test(rule);
    note('broken', rule);
    refusals.push({ rule, detail });
    return answer ?? new Error(`${rules[rule]}: ${detail}`);
  };
  const all = Object.keys(rules) as Rule[];
  return {
    refusals,
    refuse,
    test,
    exercised: () => all.filter((rule) => tested.has(rule)),
    neverExercised: () => all.filter((rule) => !tested.has(rule)),
  };
}

/** Puts a rule to the test; where it does not hold, counts a refusal and throws. */
export function demand(book: RuleBook, rule: Rule, holds: boolean, detail: string, answer?: Error): asserts holds {
  book.test(rule);
  if (!holds) throw book.refuse(rule, detail, answer);
}
