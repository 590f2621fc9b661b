import { heightOf, widthOf } from '../../model/rects';
import type { DocumentState, LayerState, Planes, Rect } from '../../model/state';
import type { Core } from '../core';
import { filled, fullScaleOf } from '../imaging/planes';

const profiles: Readonly<Record<string, number>> = {
  'sRGB IEC61966-2.1': 1,
  'Adobe RGB (1998)': 2,
  'Gray Gamma 2.2': 3,
};

/**
 * As little of the pixel side as the tests of the modules need: normal layers over each other, and profiles that are
 * told apart by one byte and all mean the same.
 */
export const plainCore: Core = {
  composite: compose,
  convert: (color) => color,
  profileName: ([byte]) => Object.keys(profiles).find((name) => profiles[name] === byte) ?? '',
  profileNamed: (name) => (name in profiles ? new Uint8Array([profiles[name]]) : undefined),
  profileNames: () => Object.keys(profiles),
  readDocument: () => {
    throw new Error('The file is damaged.');
  },
  writePsd: ({ width, height }) => new Uint8Array([width, height]),
  encodePng: ({ data }) => new Uint8Array(data.buffer),
  encodeJpeg: ({ data }) => new Uint8Array(data),
};

function compose({ layers, depth }: DocumentState, area: Rect): Planes {
  const length = widthOf(area) * heightOf(area);
  const color = [0, 1, 2].map(() => filled(depth, length, 0));
  const alpha = filled(depth, length, 0);
  for (const layer of [...layers].reverse()) if (layer.visible) paint(layer, area, color, alpha);
  return layers.some((layer) => layer.isBackground) ? { color } : { color, alpha };
}

function paint(layer: LayerState, area: Rect, color: Planes['color'], alpha: Planes['color'][number]): void {
  for (const child of [...(layer.children ?? [])].reverse()) paint(child, area, color, alpha);
  const source = layer.pixels.read();
  const full = fullScaleOf(alpha);
  for (let y = Math.max(area.top, layer.bounds.top); y < Math.min(area.bottom, layer.bounds.bottom); y++) {
    for (let x = Math.max(area.left, layer.bounds.left); x < Math.min(area.right, layer.bounds.right); x++) {
      const from = (y - layer.bounds.top) * widthOf(layer.bounds) + x - layer.bounds.left;
      const to = (y - area.top) * widthOf(area) + x - area.left;
      if ((source.alpha?.[from] ?? full) === 0) continue;
      color.forEach((plane, index) => (plane[to] = source.color[index][from]));
      alpha[to] = source.alpha?.[from] ?? full;
    }
  }
}
