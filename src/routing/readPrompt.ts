import type { OperationId } from './model';
import { words } from './words';

/** What the words of a prompt say about an edit. */
export interface Reading {
  /** Whether letters are to stand in the picture. */
  readonly text: 'none' | 'wanted';
  /** How many things are asked for. */
  readonly clauses: number;
  /** `structure`: something is moved, turned, resized or seen from elsewhere. */
  readonly change: 'surface' | 'structure';
}

/** English, and the German of a retoucher. */
export function readPrompt(operation: OperationId, prompt: string): Reading {
  return {
    text: wantsText(operation, prompt) ? 'wanted' : 'none',
    clauses: countClauses(prompt),
    change: structural.in(prompt) ? 'structure' : 'surface',
  };
}

/** Letters between quotation marks of any language; what follows "like" or "called" is a name and not a wish. */
const quoted = /(?<!\b(?:like|called|named|wie|namens|genannt)\s)(?:["“”„][^"“”„]{1,120}["“”]|«[^»]{1,120}»)/iu;
const singleQuoted = /(?<=^|[\s:(])['‘](?=\S)[^'’‘]{1,80}(?<=\S)['’](?=$|[\s.,;:!?)])/u;

const asksForText = words(
  `text_that_says text_saying that_says that_reads which_says saying_in lettering headline caption slogan
  with_the_text with_the_words add_text write writes written *schriftzug* *aufschrift* *überschrift* mit_dem_text
  mit_der_schrift mit_den_worten schreib* beschrift* text_hinzu*`,
);

const takesAway = words('remove* delete* erase* get_rid without no entfern* lösch* ohne weg');

function wantsText(operation: OperationId, prompt: string): boolean {
  if (operation === 'remove' || takesAway.in(prompt)) return false;
  return quoted.test(prompt) || singleQuoted.test(prompt) || asksForText.in(prompt);
}

/** Moved, turned, resized, recomposed. */
const structural = words(
  `move moved shift rotate* turn turned flip* resize* rescale* enlarge* shrink* reposition* recompos* reframe* bigger
  smaller larger wider narrower taller shorter thinner closer further_away from_the_side from_above from_behind
  perspective viewpoint camera_angle pose verschieb* rück* dreh* spiegel* vergrößer* verkleiner* größer* kleiner*
  breiter* schmaler* höher* kürzer* länger* umkomponier* perspektive* blickwinkel* kamerawinkel*
  von_der_seite von_oben von_hinten`,
);

/** Parts of a prompt that are a wish each: at least two words between stops and conjunctions. Quoted text is one word. */
export function countClauses(prompt: string): number {
  const parts = prompt
    .replaceAll(/["“”„«][^"“”„»]*["“”»]/gu, ' text ')
    .split(/[.,;:!?\n]+|(?<!\p{L})(?:and|then|but|while|und|dann|aber|sowie|während)(?!\p{L})/iu);
  const clauses = parts.filter((part) => (part.match(/\p{L}+/gu) ?? []).length >= 2).length;
  return prompt.trim() === '' ? 0 : Math.max(1, clauses);
}
