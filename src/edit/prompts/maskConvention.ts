import { heightOf, type Rect, type Size, widthOf } from '../../image/rect';
import { type Situation, takesMask } from './situation';

/** Tells a model without a mask where to work. Nothing where it is given a mask, or where everything may change. */
export function maskConvention(situation: Situation): string {
  const { region, references } = situation;
  if (takesMask(situation)) return '';
  switch (region.kind) {
    case 'everything':
      return '';
    case 'marked-copy': {
      const where = references.length > 0 ? '' : 'Image 2 is a copy of image 1 that shows where to change it. ';
      return `${where}Change image 1 only where image 2 is painted magenta, and leave no magenta. ${keepFrame}`;
    }
    case 'border':
      return `Fill the plain gray border so that the picture goes on there, and leave no gray. Keep the picture inside it, its framing and its scale exactly as they are.`;
    case 'crop':
      return `Change only ${placeOf(region.targetInContext, region.context)}. ${keepFrame}`;
  }
}

const keepFrame = 'Keep the framing, the scale and the edges of the picture exactly as they are.';

/** In words and in hundredths, since models understand either. */
function placeOf(target: Rect, context: Size): string {
  const across = [share(target.left, context.width), share(target.right, context.width)] as const;
  const down = [share(target.top, context.height), share(target.bottom, context.height)] as const;
  const place = nameOf(target, context);
  return `the region ${place}, from ${across[0]} to ${across[1]} % of the width and ${down[0]} to ${down[1]} % of the height`;
}

function share(position: number, side: number): number {
  return Math.round((100 * Math.min(side, Math.max(0, position))) / side);
}

/** `in the upper left`, `in the middle`, by thirds of where its center lies. */
function nameOf(target: Rect, { width, height }: Size): string {
  const across = third((target.left + widthOf(target) / 2) / width, ['left', '', 'right']);
  const down = third((target.top + heightOf(target) / 2) / height, ['upper', '', 'lower']);
  if (across === '' && down === '') return 'in the middle';
  if (across === '') return `in the ${down} part`;
  return down === '' ? `on the ${across}` : `in the ${down} ${across}`;
}

function third(share: number, names: readonly [string, string, string]): string {
  if (share < 1 / 3) return names[0];
  return share > 2 / 3 ? names[2] : names[1];
}
