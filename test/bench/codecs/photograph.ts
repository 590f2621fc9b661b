import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from 'fast-png';
import { type Raster, sRGB } from '../../../src/image/raster';

const names = ['dandelion', 'sunset', 'brushes', 'lampbird'];
/** Shorter than the flattest of them, by a rounded number. */
const [tileWidth, tileHeight] = [1280, 720];

export const photographName = `${names.join(', ')} from test/fixtures/photos, side by side in their own scale`;

/**
 * Four photographs in their own scale, side by side, and again in mirrors as often as needed. A photograph made larger would be
 * smoother than any camera's, and one repeated would be found again by a search for strings.
 */
export function photograph(width: number, height: number): Raster {
  const tiles = names.map(readTile);
  const data = new Uint8Array(width * height * 3);
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [column, row] = [Math.floor(x / tileWidth), Math.floor(y / tileHeight)];
      const tile = tiles[(column + 2 * row) % 4];
      const left = column % 4 > 1 ? tileWidth - 1 - (x % tileWidth) : x % tileWidth;
      const top = row % 4 > 1 ? tileHeight - 1 - (y % tileHeight) : y % tileHeight;
      const from = (top * tileWidth + left) * 3;
      data[to++] = tile[from];
      data[to++] = tile[from + 1];
      data[to++] = tile[from + 2];
    }
  }
  return { width, height, channels: 3, space: sRGB, data };
}

function readTile(name: string): Uint8Array {
  const { width, channels, data } = decode(readFileSync(join(__dirname, '../../fixtures/photos', `${name}.png`)));
  const tile = new Uint8Array(tileWidth * tileHeight * 3);
  for (let i = 0, to = 0; i < tileWidth * tileHeight; i++) {
    const from = (Math.floor(i / tileWidth) * width + (i % tileWidth)) * channels;
    for (let channel = 0; channel < 3; channel++) tile[to++] = data[from + channel];
  }
  return tile;
}

/** The same with an alpha channel that is opaque but for a soft hole. */
export function withAlpha({ width, height, data }: Raster): Raster {
  const mask = softMask(width, height);
  const rgba = new Uint8Array(width * height * 4);
  for (let pixel = 0; pixel < width * height; pixel++) {
    for (let channel = 0; channel < 3; channel++) rgba[pixel * 4 + channel] = data[pixel * 3 + channel];
    rgba[pixel * 4 + 3] = 255 - mask.data[pixel];
  }
  return { width, height, channels: 4, space: sRGB, data: rgba };
}

/** A disc with a transition of 24 pixels. */
export function softMask(width: number, height: number): Raster {
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const beyond = Math.hypot(x - width / 3, y - height / 2) - height / 4;
      data[y * width + x] = Math.round(255 * Math.min(1, Math.max(0, 0.5 - beyond / 24)));
    }
  }
  return { width, height, channels: 1, space: { model: 'gray', profile: '' }, data };
}
