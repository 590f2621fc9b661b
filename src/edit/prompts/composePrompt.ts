import { additionIds, type HelperId } from './additionIds';
import { gradeRestatement } from './gradeRestatement';
import { hands } from './hands';
import { keepRest } from './keepRest';
import { lightDirection } from './lightDirection';
import { maskConvention } from './maskConvention';
import { numbering, renumbered } from './numbering';
import { quotedText } from './quotedText';
import type { Situation } from './situation';
import { styleStrength } from './styleStrength';

/** Before these stand the pictures, after them what goes beyond the retoucher's own words. */
const before: readonly HelperId[] = ['numbering', 'mask'];

/** What a helper added. */
export interface Addition {
  readonly helper: HelperId;
  readonly text: string;
  /** What it would have added by itself. */
  readonly unedited: string;
}

/** What is sent, and what of it are not the retoucher's own words. */
export interface ComposedPrompt {
  readonly sent: string;
  /** The retoucher's words as they stand in it: only the numbers of pictures may differ. */
  readonly own: string;
  readonly additions: readonly Addition[];
}

/** What the retoucher made of the additions before sending. */
export type Edits = Readonly<Partial<Record<HelperId, Edit | undefined>>>;

/**
 * Other words. A bare text stands whatever the helper would say; an empty one leaves it out. Words that were put in the
 * place of others stand only where just those would be sent: made for one selection and one kind of model, they may be
 * wrong for the next.
 */
export type Edit = string | { readonly instead: string; readonly text: string };

/**
 * The prompt as it goes out. A model with a mask of its own that takes no references is told only what comes there; any
 * other gets all that its kind needs. The retoucher's words stay as they are, but for the
 * numbers of pictures, which count the source too.
 */
export function composePrompt(situation: Situation, edits: Edits = {}): ComposedPrompt {
  const own = renumbered(situation).trim();
  const additions = additionIds
    .map((helper) => additionOf(helper, helpers[helper](situation).trim(), edits[helper]))
    .filter(({ text }) => text !== '');
  const isBefore = ({ helper }: Addition) => before.includes(helper);
  const words = [...additions.filter(isBefore).map(textOf), asSentence(own)];
  const all = [...words, ...additions.filter((addition) => !isBefore(addition)).map(textOf)];
  return { sent: all.filter((text) => text !== '').join(' '), own, additions };
}

function additionOf(helper: HelperId, unedited: string, edit: Edit | undefined): Addition {
  return { helper, unedited, text: edited(unedited, edit).trim() };
}

function edited(unedited: string, edit: Edit | undefined): string {
  if (edit === undefined || typeof edit === 'string') return edit ?? unedited;
  return edit.instead === unedited ? edit.text : unedited;
}

function textOf({ text }: Addition): string {
  return text;
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
