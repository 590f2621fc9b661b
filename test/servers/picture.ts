import { decode, encode } from 'fast-png';

/** A picture as a service sees it: 8 bit. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly data: Uint8Array;
}

/** Throws where the bytes are no PNG of 8 bit. */
export function readPicture(bytes: Uint8Array): Picture {
  const { width, height, channels, data, depth } = decode(bytes);
  if (depth !== 8 || !(data instanceof Uint8Array || data instanceof Uint8ClampedArray)) throw new Error('not 8 bit');
  return { width, height, channels, data: new Uint8Array(data) };
}

export function writePicture({ width, height, channels, data }: Picture): Uint8Array {
  return encode({ width, height, channels, depth: 8, data });
}

/** At another size, by the nearest pixel. */
export function stretched(picture: Picture, width: number, height: number): Picture {
  const { channels } = picture;
  const data = new Uint8Array(width * height * channels);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = Math.floor((y * picture.height) / height) * picture.width + Math.floor((x * picture.width) / width);
      for (let channel = 0; channel < channels; channel++) {
        data[(y * width + x) * channels + channel] = picture.data[from * channels + channel];
      }
    }
  }
  return { width, height, channels, data };
}

/** One color. */
export function plain(width: number, height: number, color: readonly [number, number, number]): Picture {
  const data = Uint8Array.from({ length: width * height * 3 }, (_, i) => color[i % 3]);
  return { width, height, channels: 3, data };
}
