import { createByteWriter } from '../psd/byteWriter';
import { d50, type Xyz } from './primaries';
import { descriptionTag, profileOf, textTag, xyzTag } from './profileBytes';

/** A display or gray profile, as the ICC specification (version 2) lays it out. Colors are XYZ relative to D50. */
export interface ProfileRecipe {
  readonly name: string;
  /** Red, green, blue; absent for a gray profile. */
  readonly primaries?: readonly [Xyz, Xyz, Xyz];
  /** From an encoded value to light, both 0 to 1. */
  readonly curve: { readonly gamma: number } | { readonly points: readonly number[] };
}

export function buildProfile(recipe: ProfileRecipe): Uint8Array {
  const { name, primaries, curve } = recipe;
  const curveTag = curveBytes(curve);
  const tags: readonly (readonly [string, Uint8Array])[] = [
    ['desc', descriptionTag(name)],
    ['cprt', textTag('No copyright, use freely')],
    ['wtpt', xyzTag(d50)],
    ...(primaries
      ? ([
          ['rXYZ', xyzTag(primaries[0])],
          ['gXYZ', xyzTag(primaries[1])],
          ['bXYZ', xyzTag(primaries[2])],
          ['rTRC', curveTag],
          ['gTRC', curveTag],
          ['bTRC', curveTag],
        ] as const)
      : ([['kTRC', curveTag]] as const)),
  ];
  return profileOf(tags, { device: 'mntr', space: primaries ? 'RGB ' : 'GRAY', connection: 'XYZ ' });
}

function curveBytes(curve: ProfileRecipe['curve']): Uint8Array {
  const writer = createByteWriter();
  writer.ascii('curv\0\0\0\0');
  if ('gamma' in curve) {
    writer.u32(1);
    writer.u16(Math.round(curve.gamma * 256));
    return writer.join();
  }
  writer.u32(curve.points.length);
  for (const point of curve.points) writer.u16(Math.round(point * 65535));
  return writer.join();
}
