import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeDisk } from '../headless/disk';
import { openDocument } from '../photoshop/files/openDocument';
import { documentOf } from '../photoshop/model/createDocument';
import { modes, whiteOf } from '../photoshop/model/modes';
import { newBackground } from '../photoshop/model/newBackground';
import { knownPlanes, newPixelLayer } from '../photoshop/model/newLayer';
import { canvasOf } from '../photoshop/model/rects';
import { createSamples, fullScale } from '../photoshop/model/samples';
import type { Depth, DocumentState, Samples } from '../photoshop/model/state';
import { psdParts } from '../photoshop/psd/writePsd';
import type { AcceptanceCase } from './acceptanceCase';
import { type EditedMode, profileFor, separated, working } from './modeCases';
import { busy, photos } from './photoCases';
import { ellipse, maskPicture } from './shapes';
import { withoutReaders } from './without';

const width = 6000;
const height = 4000;

const files: readonly (readonly [EditedMode, Depth])[] = [
  ['rgb', 8],
  ['rgb', 16],
  ['gray', 32],
  ['lab', 8],
  ['cmyk', 8],
];

/** 24 megapixels in every mode, layered, with something of 900 × 640 px to remove. */
export function largeCases(folder: string): readonly AcceptanceCase[] {
  const selection = join(folder, 'large-selection.png');
  return files.map(([mode, depth]): AcceptanceCase => {
    const document = join(folder, `large-${mode}-${depth}.psd`);
    return {
      name: `24 megapixels, ${modes[mode].label} of ${depth} bit`,
      document,
      selection,
      above: 1,
      without: { ...withoutReaders(mode, depth), ...busy },
      untaggedAs: working[mode],
      peakBytes: 400e6,
      runs: 'once',
      async write() {
        writeFileSync(selection, maskPicture(width, height, ellipse(3170, 2330, 450, 320, 40)));
        nodeDisk.write(document, psdParts(await largeFile(mode, depth)));
      },
    };
  });
}

/** The sunset in a mode, and white that multiplies above it. */
async function largeFile(mode: EditedMode, depth: Depth): Promise<DocumentState> {
  const profile = mode === 'lab' || depth === 32 ? undefined : profileFor(mode);
  const base = { width, height, mode, depth, resolution: 300, ...(profile && { profile }) } as const;
  const size = width * height;
  const color = whiteOf({ mode, depth }).map((white) => createSamples(depth, size).fill(white * 0.9));
  const alpha = createSamples(depth, size).fill(fullScale(depth));
  const shade = { ...newPixelLayer(2, 'Shade'), bounds: canvasOf(base), pixels: knownPlanes({ color, alpha }) };
  const blend = { blendMode: mode === 'lab' ? 'norm' : 'mul ', opacity: mode === 'lab' ? 20 : 128 };
  const background = newBackground(1, width, height, knownPlanes({ color: await enlarged(mode, depth, profile) }));
  return { ...documentOf(base, [{ ...shade, ...blend }, background]), activeLayers: [background.id] };
}

/** The sunset, enlarged between its pixels, with grain as a camera of that size has it. */
async function enlarged(mode: EditedMode, depth: Depth, profile: Uint8Array | undefined): Promise<readonly Samples[]> {
  const photo = openDocument(readFileSync(join(photos, 'sunset.png')));
  const color = await separated(photo.layers[0].pixels.read().color, mode, depth, profile);
  const grainOf = (fullScale(depth) / 255) * 6;
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
        const grain = (seed / 0x100000000 - 0.5) * grainOf;
        const value = Math.min(fullScale(depth), Math.max(0, upper + (lower - upper) * down + grain));
        plane[i] = depth === 32 ? value : Math.round(value);
      }
    }
    return plane;
  });
}
