import { gradeRestatement } from './gradeRestatement';
import { hands } from './hands';
import { keepRest } from './keepRest';
import { lightDirection } from './lightDirection';
import { maskConvention } from './maskConvention';
import { numbering, renumbered } from './numbering';
import { quotedText } from './quotedText';
import type { Situation } from './situation';
import { styleStrength } from './styleStrength';

/** Those who add to a prompt, in the order in which their words stand. `prompt` is where the retoucher's own stand. */
export const helperIds = [
  ...(['numbering', 'mask', 'prompt', 'text', 'hands', 'strength', 'light', 'grade', 'keep'] as const),
];
export type HelperId = Exclude<(typeof helperIds)[number], 'prompt'>;

/** What a helper added. */
export interface Addition {
  readonly helper: HelperId;
  readonly text: string;
}

/** What is sent, and what of it are not the retoucher's own words. */
export interface ComposedPrompt {
  readonly sent: string;
  /** The retoucher's words as they stand in it: only the numbers of pictures may differ. */
  readonly own: string;
  readonly additions: readonly Addition[];
}

/** What the retoucher made of the additions before sending: empty text leaves one out. */
export type Edits = Readonly<Partial<Record<HelperId, string>>>;

/**
 * The prompt as it goes out. A model with a mask of its own that takes no references is told only what comes there; any
 * other gets all that its kind needs. The retoucher's words stay as they are, but for the
 * numbers of pictures, which count the source too.
 */
export function composePrompt(situation: Situation, edits: Edits = {}): ComposedPrompt {
  const own = renumbered(situation).trim();
  const parts = helperIds.map((id) => {
    const text = id === 'prompt' ? asSentence(own) : (edits[id] ?? helpers[id](situation)).trim();
    return { id, text };
  });
  const spoken = parts.filter(({ text }) => text !== '');
  return {
    sent: spoken.map(({ text }) => text).join(' '),
    own,
    additions: spoken.flatMap(({ id, text }) => (id === 'prompt' ? [] : [{ helper: id, text }])),
  };
}

const helpers: Readonly<Record<HelperId, (situation: Situation) => string>> = {
  numbering,
  mask: maskConvention,
  text: quotedText,
  hands,
  strength: styleStrength,
  light: lightDirection,
  grade: gradeRestatement,
  keep: keepRest,
};

/** Ends with a stop, so that what follows is not read into it. */
function asSentence(text: string): string {
  return text === '' || /[.!?…]["”»]?$/u.test(text) ? text : `${text}.`;
}
