import type { Unfit } from '../base/errors';
import { scaleLabel } from '../edit/fit';
import type { Pattern } from '../routing/classify';
import type { Capability } from '../routing/model';
import { priceLabel } from '../routing/price';
import type { Among, Brief, Edge, Reason } from '../routing/reason';
import type { WhyNot } from '../routing/whyNot';

export type { StrongPoint } from '../routing/strongPoints';

/** What is said of the choice of a model. */
export interface RouteWords {
  /** One sentence. */
  readonly reason: (reason: Reason) => string;
  /** At most four words. */
  readonly brief: (brief: Brief) => string;
  /** One sentence. */
  readonly whyNot: (why: WhyNot) => string;
  /** One sentence about the model that was named. */
  readonly unfit: (why: Unfit) => string;
  /** Kinds of wish, as a sentence names them. */
  readonly patterns: Readonly<Record<Pattern, string>>;
}

const patterns: RouteWords['patterns'] = {
  removal: 'removals',
  text: 'text in the picture',
  hands: 'hands',
  wardrobe: 'wardrobe changes',
  product: 'products',
  extend: 'extensions',
  sky: 'skies',
  background: 'backgrounds',
  skin: 'skin',
  hair: 'hair',
  eyes: 'eyes',
  light: 'light and grade',
  other: 'other wishes',
};

/** Completes "The best at …". */
const capabilities: Readonly<Record<Capability, string>> = {
  instruction: 'following instructions',
  identity: 'keeping what was not asked for',
  precision: 'staying exact under a mask',
  structure: 'changes of structure',
  photorealism: 'photorealism',
  clauses: 'prompts with several wishes',
  text: 'text in the picture',
  severalReferences: 'combining several references',
  singleIdentity: 'keeping one face',
  removal: 'continuing what lies behind',
};

/** In English. */
export const routeWords: RouteWords = { reason, brief, whyNot, unfit: (why) => `It ${unfit(why)}.`, patterns };

function reason(given: Reason): string {
  switch (given.kind) {
    case 'pinned':
      return 'You chose it.';
    case 'replaces':
      return `${given.gone} has ended, and ${given.model} takes its place.`;
    case 'next':
      return `${given.silent} could not answer; this is the next in line.`;
    case 'cheapest':
      return 'The cheapest that you can call and that does this well enough.';
    case 'fastest':
      return 'The fastest that you can call and that does this well enough.';
    case 'private':
      return 'It runs on this machine, so nothing leaves it.';
    case 'kept':
      return `You kept ${given.kept} of ${given.results} of these for ${patterns[given.pattern]}.`;
    case 'kept-less':
      return `You kept ${given.kept} of ${given.results} by ${given.model} for ${patterns[given.pattern]}.`;
    case 'only':
      return `The only model ${whose(given.among)} for this.`;
    case 'best':
      return `${claim(given)}${edge(given.edge)}.`;
  }
}

function claim({ among, points }: Extract<Reason, { kind: 'best' }>): string {
  if (points.length === 0) return `The best fit ${whose(among)}`;
  return `The best ${whose(among)} at ${points.map((point) => capabilities[point]).join(' and ')}`;
}

function whose(among: Among): string {
  return among.kind === 'all' ? 'that you can call' : `that ${among.provider} offers`;
}

function edge(given: Edge): string {
  switch (given.kind) {
    case 'none':
      return '';
    case 'cheaper':
      return `; it costs less than ${given.than}`;
    case 'faster':
      return `; it is faster than ${given.than}`;
  }
}

function brief(given: Brief): string {
  switch (given.kind) {
    case 'pinned':
      return 'Chosen by you';
    case 'replaces':
      return 'In its place';
    case 'next':
      return 'Next in line';
    case 'cheapest':
      return 'Cheapest for this';
    case 'fastest':
      return 'Fastest for this';
    case 'private':
      return 'Stays on this machine';
    case 'results':
      return 'From your results';
    case 'kept':
      return `You kept ${given.kept}/${given.results}`;
    case 'strong-point':
      return given.strongPoint;
  }
}

function whyNot(why: WhyNot): string {
  switch (why.kind) {
    case 'operation':
      return `Does not do “${why.operation}”.`;
    case 'gone':
      return `No longer offered since ${why.since}.`;
    case 'references':
    case 'no-storage':
    case 'other-server':
      return `It ${unfit(why)}.`;
    case 'no-key':
      return `There is no key for ${why.provider}.`;
    case 'no-address':
      return `The address of ${why.provider} is not set.`;
    case 'unknown-server':
      return `It is not said whether it runs at the address that is set for ${why.provider}.`;
    case 'leaves-the-machine':
      return 'The picture would leave this machine.';
    case 'other-service':
      return 'Offered by another service than the one you chose.';
    case 'other-model':
      return 'You chose another model.';
    case 'kept-fewer':
      return 'First by the table, but you kept fewer of these.';
    case 'kept-more':
      return 'You kept more of the other.';
    case 'dearer':
      return `Costs more: ${priceLabel(why.price)}.`;
    case 'slower':
      return `Takes longer: about ${why.seconds} s.`;
    case 'as-good-but-dearer':
      return `As good, but costs more: ${priceLabel(why.price)}.`;
    case 'as-good-but-slower':
      return `As good, but takes longer: about ${why.seconds} s.`;
    case 'later-in-the-catalog':
      return 'As good; the other stands before it in the catalog.';
    case 'area':
      return 'The area is too large for it.';
    case 'scale':
      return `Takes the picture at ${scaleLabel(why.scale)} only.`;
    case 'passes':
      return `Shows after ${why.most} edits in a row.`;
    case 'weaker':
      return `${why.strength} of 5 at ${capabilities[why.at]}, the other ${why.other}.`;
    case 'fits-less':
      return 'Fits less well.';
  }
}

function unfit(why: Unfit): string {
  switch (why.kind) {
    case 'operation':
      return `does not do “${why.operation}”`;
    case 'references':
      return takesReferences(why.most);
    case 'no-storage':
      return `takes public links only, and there is no key for ${why.through}, whose storage would serve them`;
    case 'other-server':
      return `does not run at the address that is set for ${why.provider}`;
  }
}

function takesReferences(most: number): string {
  if (most === 0) return 'takes no references';
  return most === 1 ? 'takes one reference' : `takes ${most} references at most`;
}

let spoken = routeWords;

/** From now on the choice of a model is explained in this language. */
export function explainRoutesIn(language: RouteWords): void {
  spoken = language;
}

export const reasonInWords: RouteWords['reason'] = (given) => spoken.reason(given);
export const briefInWords: RouteWords['brief'] = (given) => spoken.brief(given);
export const whyNotInWords: RouteWords['whyNot'] = (why) => spoken.whyNot(why);
export const unfitInWords: RouteWords['unfit'] = (why) => spoken.unfit(why);
export const wishesInWords = (pattern: Pattern): string => spoken.patterns[pattern];
