import type { Depth, Mode } from '../photoshop/model/state';
import type { Reasons } from './acceptanceCase';

/** What the readers cannot do with files of a mode and depth. */
export function withoutReaders(mode: Mode, depth: Depth): Reasons {
  return {
    ...((mode !== 'rgb' || depth === 32) && {
      composite:
        'psd-tools turns all into RGB of 8 bit before it blends: the layers are drawn from their bytes instead',
    }),
    ...(depth === 32 && { imagemagick: 'it opens no file of 32 bit' }),
  };
}

/** Where what is seen cannot be computed from the layers by anybody but Photoshop. */
export const undrawn: Reasons = {
  drawing: 'effects, adjustments and vector masks are not drawn',
  composite: 'psd-tools draws adjustments and effects in its own way',
};
