import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { initializeCanvas, type Layer, type PixelData, type Psd, writePsdUint8Array } from 'ag-psd';
import { decode } from 'fast-png';
import { photos } from './photoCases';

/** Of the photograph. */
export const width = 640;
export const height = 427;

/** A file by ag-psd; `seen` is its composite, which ag-psd does not make. */
export function writeWithAgPsd(
  children: Layer[],
  seen: PixelData,
  more: Partial<Psd> = {},
  kind: 'psd' | 'psb' = 'psd',
) {
  initializeCanvas(
    () => {
      throw new Error('There is no canvas here.');
    },
    // ag-psd only needs the members, as its documentation says
    (w, h) => ({ width: w, height: h, data: new Uint8ClampedArray(w * h * 4) }) as ImageData,
  );
  const imageResources = { resolutionInfo: resolution, layerState: 0, ...more.imageResources };
  return writePsdUint8Array(
    { width, height, imageData: seen, children, ...more, imageResources },
    { psb: kind === 'psb' },
  );
}

const resolution = {
  horizontalResolution: 240,
  horizontalResolutionUnit: 'PPI',
  widthUnit: 'Inches',
  verticalResolution: 240,
  verticalResolutionUnit: 'PPI',
  heightUnit: 'Inches',
} as const;

/** A part of the photograph, opaque. */
export function photo(part = { left: 0, top: 0, right: width, bottom: height }): PixelData {
  const { data, channels } = decode(readFileSync(join(photos, 'pagoda.png')));
  const size = { width: part.right - part.left, height: part.bottom - part.top };
  const pixels = new Uint8ClampedArray(size.width * size.height * 4).fill(255);
  for (let y = 0; y < size.height; y++) {
    for (let x = 0; x < size.width; x++) {
      const from = ((part.top + y) * width + part.left + x) * channels;
      for (let c = 0; c < 3; c++) pixels[(y * size.width + x) * 4 + c] = data[from + c];
    }
  }
  return { ...size, data: pixels };
}

/** As the curves draw it. */
export function darker(picture: PixelData): PixelData {
  return {
    ...picture,
    data: new Uint8ClampedArray(
      Array.from(picture.data, (value, i) => (i % 4 === 3 ? value : Math.round(value * 0.7))),
    ),
  };
}
