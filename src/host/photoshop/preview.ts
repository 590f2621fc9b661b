import { assert } from '../../base/assert';
import { base64Of } from '../../base/base64';
import { atOnce } from '../../base/pieces';
import type { Preview } from '../../host/host';
import { encodePng } from '../../image/png/encodePng';
import { type Raster, sRGB } from '../../image/raster';

/**
 * A picture for an <img>. UXP shows uncompressed pixels by way of an object URL; where a version makes none of them,
 * the picture is written into the address itself.
 */
export function preview(pixels: Raster): Preview {
  const { width, height } = pixels;
  const address = objectUrl(pixels);
  if (address === undefined) return { address: dataUrl(pixels), size: { width, height }, release: nothing };
  return {
    address,
    size: { width, height },
    release() {
      URL.revokeObjectURL(address);
    },
  };
}

function objectUrl({ width, height, channels, data }: Raster): string | undefined {
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
  try {
    return URL.createObjectURL(blob);
  } catch {
    return undefined;
  }
}

/** A preview is small: writing it takes no longer than the panel may stand still. */
function dataUrl(pixels: Raster): string {
  return `data:image/png;base64,${base64Of(atOnce(encodePng(pixels)))}`;
}

function nothing(): void {
  // an address that holds its picture keeps nothing else alive
}
