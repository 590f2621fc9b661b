import type { Pattern } from '../../routing/classify';
import { hasSource, type Situation, takesMask } from './situation';

/** Asks for nothing beyond what was asked for: models like to improve the rest as well. */
export function keepRest(situation: Situation): string {
  if (!hasSource(situation) || takesMask(situation) || situation.operation === 'outpaint') return '';
  const kept = keptBeside[situation.pattern];
  return `Change nothing else: keep ${kept} and everything that is not mentioned exactly as it is.`;
}

/** What is closest to the wish and must not be drawn into it. */
const keptBeside: Readonly<Record<Pattern, string>> = {
  removal: 'the surface behind it, its grain, light and shadows',
  text: 'the surface that the letters stand on, its perspective and its light',
  hands: 'the arm, the sleeve, the skin tone and what the hand holds',
  wardrobe: 'face, hair, skin texture, pose, hands, background and light',
  product: 'the surroundings, their light, and the hands that hold it',
  extend: 'the picture inside its old frame',
  sky: 'the horizon, the subject and its edges',
  background: 'the subject, its edges and the light on it',
  skin: 'pores, freckles, the shape of the face and the expression',
  hair: 'face, hairline and background',
  eyes: 'the color of the iris, the direction of the gaze and the lids',
  light: 'all shapes, faces, textures and the framing',
  other: 'people, faces, pose, framing and light',
};
