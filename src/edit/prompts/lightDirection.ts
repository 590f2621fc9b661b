import { hasSource, type Situation } from './situation';

/** States how the light falls, so that what is new is lit like the rest. Said outright, or asked to be read off. */
export function lightDirection(situation: Situation): string {
  const { light, operation, pattern } = situation;
  if (light !== '') return `The light: ${withoutStop(light)}. Light what is new the same way, with matching shadows.`;
  if (!hasSource(situation) || !bringsNewThings.includes(operation) || pattern === 'light') return '';
  return 'Light what is new like the rest: the same direction, softness and color, with matching shadows.';
}

const bringsNewThings: readonly Situation['operation'][] = ['inpaint', 'replace', 'outpaint'];

function withoutStop(text: string): string {
  return text.trim().replace(/[.\s]+$/, '');
}
