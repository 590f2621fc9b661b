import { asPsb } from '../../photoshop/fixtures/parts';
import { documentOf } from '../../photoshop/model/createDocument';
import { colorChannelsOf } from '../../photoshop/model/modes';
import { newBackground } from '../../photoshop/model/newBackground';
import { knownPlanes, newPixelLayer } from '../../photoshop/model/newLayer';
import { canvasOf } from '../../photoshop/model/rects';
import { createSamples, fullScale } from '../../photoshop/model/samples';
import type { Depth, Mode, Samples } from '../../photoshop/model/state';
import type { Part } from '../../photoshop/psd/parts';
import { psdParts } from '../../photoshop/psd/writePsd';

const [width, height] = [6000, 4000];

/** 24 megapixels of grain on five layers, one of them with a mask. */
export function largeFile(mode: Mode, depth: Depth): Iterable<Part> {
  const full = fullScale(depth);
  const grain = (seed: number, base: number): Samples => {
    const plane = createSamples(depth, width * height);
    let state = seed;
    for (let i = 0; i < plane.length; i++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      const value = Math.min(1, base * ((i % width) / width) + (state / 0xffffffff) * 0.05) * full;
      plane[i] = depth === 32 ? value : Math.round(value);
    }
    return plane;
  };
  const color = Array.from({ length: colorChannelsOf(mode) }, (_, i) => grain(i + 1, 0.9));
  const alpha = createSamples(depth, width * height).fill(full);
  const base = { width, height, mode, depth, resolution: 300 } as const;
  const mask = {
    bounds: canvasOf(base),
    outside: 0,
    samples: () => color[0],
    disabled: false,
    density: 255,
    feather: 0,
  };
  const above = [5, 4, 3, 2].map((id) => ({
    ...newPixelLayer(id, `Layer ${id}`),
    bounds: canvasOf(base),
    pixels: knownPlanes({ color, alpha }),
    opacity: 60 + id * 20,
    ...(id === 5 && mode !== 'lab' && { blendMode: 'mul ' }),
    ...(id === 3 && { mask }),
  }));
  const state = documentOf(base, [...above, newBackground(1, width, height, knownPlanes({ color }))]);
  // at 32 bit it is larger than a PSD may be
  return psdParts(depth === 32 ? asPsb(state) : state);
}
