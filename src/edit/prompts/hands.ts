import type { Situation } from './situation';

/** Says what a hand looks like, which models forget. */
export function hands({ pattern }: Situation): string {
  if (pattern !== 'hands') return '';
  return (
    'A natural human hand: one thumb and four fingers of natural lengths, each with its joints and its nail, ' +
    'knuckles and tendons where they belong, the wrist in line with the forearm, no finger doubled, merged or missing.'
  );
}
