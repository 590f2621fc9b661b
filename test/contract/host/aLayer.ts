import type { NewLayer, Scene } from '../../../src/host/host';
import type { Raster } from '../../../src/image/raster';

export const patch = { left: 10, top: 8, right: 20, bottom: 16 };
export const shown = { left: 12, top: 9, right: 16, bottom: 12 };

/** A patch of 10 by 8 pixels, of which a soft part of 4 by 3 is shown. */
export function aLayer({ depth, space, place }: Scene): NewLayer {
  const full = depth === 16 ? 32768 : 255;
  const samples = (length: number, at: (i: number) => number) =>
    depth === 16 ? Uint16Array.from({ length }, (_, i) => at(i)) : Uint8Array.from({ length }, (_, i) => at(i));
  const pixels: Raster = {
    ...{ width: 10, height: 8, channels: 3, space },
    data: samples(240, (i) => (i * 37) % (full + 1)),
  };
  const mask = { width: 4, height: 3, data: samples(12, (i) => Math.round((full * (i + 1)) / 12)) };
  return {
    ...{ name: 'A patch', pixels, pixelsInDocument: patch, mask, maskInDocument: shown, place, provenance: '{}' },
  };
}
