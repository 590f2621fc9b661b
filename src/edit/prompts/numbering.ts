import type { ReferenceRole } from '../../routing/model';
import { hasSource, type Situation } from './situation';

/** Says what each picture is shown for, by the numbers that prompts speak of. Nothing where only the source is shown. */
export function numbering(situation: Situation): string {
  const { references, region } = situation;
  if (references.length === 0) return '';
  const before = picturesBefore(situation);
  const source = hasSource(situation) ? ['Image 1 is the picture to edit.'] : [];
  const marked = region.kind === 'marked-copy' ? ['Image 2 is a copy of it that shows where to change it.'] : [];
  const shown = references.map(({ role }, index) => `Image ${before + index + 1} is ${roles[role]}.`);
  return [...source, ...marked, ...shown].join(' ');
}

const roles: Readonly<Record<ReferenceRole, string>> = {
  identity: 'the person to show: keep this face and its features exactly',
  style: 'a style reference: take over its light and palette, not its content',
  product: 'the product to show: keep its shape, label and finish exactly',
  plain: 'a reference',
};

/** How many pictures stand before the first reference. */
export function picturesBefore(situation: Pick<Situation, 'operation' | 'region'>): number {
  if (!hasSource(situation)) return 0;
  return situation.region.kind === 'marked-copy' ? 2 : 1;
}

/**
 * The retoucher numbers the references as the panel lists them, from 1; the model counts the source as well. So their
 * `image 1` becomes `image 2`, in English and German; numbers beyond the references stay.
 */
export function renumbered(situation: Situation): string {
  const { prompt, references } = situation;
  const before = picturesBefore(situation);
  return prompt.replace(numbered, (whole, word: string, digits: string) => {
    const number = Number(digits);
    return number >= 1 && number <= references.length ? `${word} ${number + before}` : whole;
  });
}

const numbered = /\b(image|picture|bild)\s?#?(\d{1,2})\b/giu;
