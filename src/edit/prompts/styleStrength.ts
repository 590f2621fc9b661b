import type { Situation } from './situation';

/** Hosted models know no strength for a style: it is said. 1 needs no words. */
export function styleStrength({ operation, strength }: Situation): string {
  if (operation !== 'style' || strength >= 1) return '';
  const kept = strength < 0.6 ? 'Most of the original look stays.' : 'The subject stays as it is.';
  return `Take over the reference's look to about ${Math.round(strength * 100)} %. ${kept}`;
}
