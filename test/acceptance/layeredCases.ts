import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { namedProfile } from '../photoshop/color/namedProfiles';
import { openDocument } from '../photoshop/files/openDocument';
import { documentOf } from '../photoshop/model/createDocument';
import { newBackground } from '../photoshop/model/newBackground';
import { knownPlanes, newGroup, newPixelLayer } from '../photoshop/model/newLayer';
import { canvasOf } from '../photoshop/model/rects';
import { createSamples, fullScale } from '../photoshop/model/samples';
import type { ChannelState, Depth, DocumentState, LayerState, Rect, Samples } from '../photoshop/model/state';
import { writePsd } from '../photoshop/psd/writePsd';
import type { AcceptanceCase } from './acceptanceCase';
import { photos } from './photoCases';
import { ellipse, type Shape } from './shapes';

const width = 640;
const height = 427;
const canvas = canvasOf({ width, height });
const island = ellipse(460, 236, 66, 22, 8);

/** A photograph with all that a retoucher's file has, at 8 and at 16 bit, with a saved channel as the selection. */
export function layeredCases(folder: string): readonly AcceptanceCase[] {
  return ([8, 16] as const).map((depth): AcceptanceCase => {
    const document = join(folder, `layered-${depth}.psd`);
    return {
      name: `a layered photograph in AdobeRGB, ${depth} bit, a channel as the selection`,
      document,
      write: () => writeFileSync(document, writePsd(retouchersFile(depth))),
      selection: 'channel:Island',
      above: 2,
      ...(depth === 8 && { tests: 'the readers' }),
    };
  });
}

function retouchersFile(depth: Depth): DocumentState {
  const photo = photoAt(depth);
  const shade = plane(canvas, depth, (x, y) => 1 - 0.4 * Math.hypot(x / width - 0.5, y / height - 0.5));
  const vignette = over(6, 'Vignette', canvas, [shade, shade, shade], depth, { blendMode: 'mul ', opacity: 190 });
  const warm = over(5, 'Warm', canvas, flat(depth, [1, 0.9, 0.7]), depth, {
    blendMode: 'over',
    opacity: 60,
    mask: maskOf(canvas, depth, (x) => x / width),
  });
  const grade = { ...newGroup(7, 'Grade', [vignette, warm]), blendMode: 'norm', opacity: 200 };
  const beyond = over(
    4,
    'Clouds – Wolken',
    { left: -80, top: -30, right: 300, bottom: 90 },
    flat(depth, [1, 1, 1], 380 * 120),
    depth,
    { opacity: 40 },
  );
  const hidden = over(3, 'Idea', canvas, photo, depth, { visible: false });
  const working = over(2, 'Retouch', canvas, photo, depth);
  const profile = namedProfile('Adobe RGB (1998)');
  const base = { width, height, mode: 'rgb', depth, resolution: 300, ...(profile && { profile }) } as const;
  const background = newBackground(1, width, height, knownPlanes({ color: photo }));
  const state = documentOf(base, [grade, beyond, hidden, working, background]);
  const channels = [channel(3, 'Sky', depth, (_x, y) => 1 - y / height), channel(4, 'Island', depth, island)];
  return { ...state, channels, activeLayers: [working.id] };
}

/** The photograph's planes; at 16 bit with values between those of 8 bit. */
function photoAt(depth: Depth): readonly Samples[] {
  const [layer] = openDocument(readFileSync(join(photos, 'pagoda.png'))).layers;
  const { color } = layer.pixels.read();
  if (depth === 8) return color;
  return color.map((eight) =>
    Uint16Array.from(eight, (value, i) => Math.min(32768, Math.round((value * 32768) / 255) + (i % 120))),
  );
}

function flat(depth: Depth, color: readonly number[], length = width * height): readonly Samples[] {
  return color.map((share) => createSamples(depth, length).fill(Math.round(share * fullScale(depth))));
}

function over(
  id: number,
  name: string,
  bounds: Rect,
  color: readonly Samples[],
  depth: Depth,
  given: Partial<LayerState> = {},
): LayerState {
  const alpha = createSamples(depth, color[0].length).fill(fullScale(depth));
  return { ...newPixelLayer(id, name), bounds, pixels: knownPlanes({ color, alpha }), ...given };
}

function maskOf(bounds: Rect, depth: Depth, shape: Shape) {
  const samples = plane(bounds, depth, shape);
  return { bounds, outside: 0, samples: () => samples, disabled: false, density: 255, feather: 0 };
}

function channel(id: number, name: string, depth: Depth, shape: Shape): ChannelState {
  return { id, name, kind: 'alpha', pixels: knownPlanes({ color: [plane(canvas, depth, shape)] }) };
}

function plane({ left, top, right, bottom }: Rect, depth: Depth, shape: Shape): Samples {
  const samples = createSamples(depth, (right - left) * (bottom - top));
  for (let y = top, i = 0; y < bottom; y++) {
    for (let x = left; x < right; x++, i++) samples[i] = Math.round(shape(x + 0.5, y + 0.5) * fullScale(depth));
  }
  return samples;
}
