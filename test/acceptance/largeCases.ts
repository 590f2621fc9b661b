import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { namedProfile } from '../photoshop/color/namedProfiles';
import { openDocument } from '../photoshop/files/openDocument';
import { documentOf } from '../photoshop/model/createDocument';
import { newBackground } from '../photoshop/model/newBackground';
import { knownPlanes, newPixelLayer } from '../photoshop/model/newLayer';
import { canvasOf } from '../photoshop/model/rects';
import { createSamples, fullScale } from '../photoshop/model/samples';
import type { Depth, Samples } from '../photoshop/model/state';
import { writePsd } from '../photoshop/psd/writePsd';
import type { AcceptanceCase } from './acceptanceCase';
import { photos } from './photoCases';
import { ellipse, maskPicture } from './shapes';

const width = 6000;
const height = 4000;

/** 24 megapixels at 8 and at 16 bit, layered, with something of 900 × 640 px to remove. */
export function largeCases(folder: string): readonly AcceptanceCase[] {
  const selection = join(folder, 'large-selection.png');
  return ([8, 16] as const).map((depth): AcceptanceCase => {
    const document = join(folder, `large-${depth}.psd`);
    const write = () => {
      writeFileSync(selection, maskPicture(width, height, ellipse(3170, 2330, 450, 320, 40)));
      writeFileSync(document, largeFile(depth));
    };
    const name = `24 megapixels, ${depth} bit`;
    return { name, write, document, selection, above: 1, checks: ['light'], peakBytes: 400e6, runs: 'once' };
  });
}

function largeFile(depth: Depth): Uint8Array {
  const profile = namedProfile('Adobe RGB (1998)');
  const base = { width, height, mode: 'rgb', depth, resolution: 300, ...(profile && { profile }) } as const;
  const gray = createSamples(depth, width * height).fill(Math.round(fullScale(depth) * 0.9));
  const alpha = createSamples(depth, width * height).fill(fullScale(depth));
  const pixels = knownPlanes({ color: [gray, gray, gray], alpha });
  const shade = { ...newPixelLayer(2, 'Shade'), bounds: canvasOf(base), pixels, blendMode: 'mul ', opacity: 128 };
  const background = newBackground(1, width, height, knownPlanes({ color: enlarged(depth) }));
  return writePsd({ ...documentOf(base, [shade, background]), activeLayers: [background.id] });
}

/** The sunset, enlarged between its pixels, with grain as a camera of that size has it. */
function enlarged(depth: Depth): readonly Samples[] {
  const photo = openDocument(readFileSync(join(photos, 'sunset.png')));
  const { color } = photo.layers[0].pixels.read();
  const scale = fullScale(depth) / 255;
  return color.map((source, channel) => {
    const plane = createSamples(depth, width * height);
    let seed = channel + 1;
    for (let y = 0, i = 0; y < height; y++) {
      const atY = (y * (photo.height - 1)) / height;
      const row = Math.floor(atY) * photo.width;
      const down = atY % 1;
      for (let x = 0; x < width; x++, i++) {
        const atX = (x * (photo.width - 1)) / width;
        const at = row + Math.floor(atX);
        const right = atX % 1;
        const upper = source[at] + (source[at + 1] - source[at]) * right;
        const lower = source[at + photo.width] + (source[at + photo.width + 1] - source[at + photo.width]) * right;
        seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
        const grain = (seed / 0x100000000 - 0.5) * 6;
        plane[i] = Math.round(Math.min(255, Math.max(0, upper + (lower - upper) * down + grain)) * scale);
      }
    }
    return plane;
  });
}
