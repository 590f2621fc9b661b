import type { Stand } from './proofs';

/** What `createImageDataFromBuffer` is told of a mask. */
export const gray = { components: 1, colorSpace: 'Grayscale' };
export const opaque = { components: 3 };

/** An image of 2 by 1 pixels, of RGB with alpha unless said otherwise. */
export function image({ imaging }: Stand, given: object = {}, data: unknown = new Uint8Array(8)) {
  return imaging.createImageDataFromBuffer(data, { width: 2, height: 1, components: 4, colorSpace: 'RGB', ...given });
}

export function grayImage(stand: Stand, values: readonly [number, number] = [255, 9]) {
  return image(stand, gray, new Uint8Array(values));
}

/** Without alpha, as a JPEG has to be. */
export function opaqueImage(stand: Stand) {
  return image(stand, opaque, new Uint8Array(6));
}

export async function disposed(stand: Stand) {
  const imageData = await opaqueImage(stand);
  await imageData.dispose();
  return imageData;
}
