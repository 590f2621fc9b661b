import { assert } from '../../base/assert';
import type { Preview } from '../../host/host';
import { type Raster, sRGB } from '../../image/raster';

/** A picture for an <img>: UXP shows uncompressed pixels by way of an object URL. Nothing is encoded. */
export function preview({ width, height, channels, data }: Raster): Preview {
  assert(data instanceof Uint8Array && (channels === 3 || channels === 4), 'RGB at 8 bit');
  const blob = new ImageBlob(data.slice().buffer, {
    type: 'image/uncompressed',
    width,
    height,
    colorSpace: 'RGB',
    colorProfile: sRGB.profile,
    hasAlpha: channels === 4,
    components: channels,
    componentSize: 8,
    pixelFormat: channels === 4 ? 'RGBA' : 'RGB',
  });
  const address = URL.createObjectURL(blob);
  return {
    address,
    size: { width, height },
    release() {
      URL.revokeObjectURL(address);
    },
  };
}
