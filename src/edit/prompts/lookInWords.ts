import type { Look } from '../../image/look';
import type { Swatch } from '../../image/lookColors';

/** Where the light comes from, as a model is told it; empty where the picture does not say. */
export function lightInWords({ light }: Pick<Look, 'light'>): string {
  if (light === undefined) return '';
  // a sector of 45 degrees each, from the right on, clockwise
  const sector = Math.round((Math.atan2(light.y, light.x) / Math.PI) * 4);
  return `it comes from ${sides[(sector + 8) % 8] ?? ''}`;
}

const sides = [
  ...['the right', 'the lower right', 'below', 'the lower left'],
  ...['the left', 'the upper left', 'above', 'the upper right'],
];

/** Temperature, contrast, saturation and palette, as a model is told them. */
export function gradeInWords({ lightness, cast, chroma, palette }: Omit<Look, 'light'>): string {
  const names = [...new Set(palette.map(colorName))];
  const colors = names.length === 0 ? '' : `; mostly ${listed(names)}`;
  return `${temperature(cast.b)}, ${contrast(lightness.high - lightness.low)}, ${saturation(chroma)}, ${key(lightness.median)}${colors}`;
}

function temperature(yellowness: number): string {
  if (yellowness > 8) return 'warm';
  return yellowness < -5 ? 'cool' : 'neutral in temperature';
}

function contrast(range: number): string {
  if (range > 80) return 'strong contrast';
  return range < 50 ? 'low contrast' : 'moderate contrast';
}

function saturation(chroma: number): string {
  if (chroma > 30) return 'saturated';
  return chroma < 14 ? 'muted colors' : 'natural saturation';
}

function key(median: number): string {
  if (median > 68) return 'bright overall';
  return median < 32 ? 'dark overall' : 'midtones';
}

/** `deep blue`, `light gray`, `black`. */
function colorName({ lightness, a, b }: Swatch): string {
  const chroma = Math.hypot(a, b);
  if (lightness < 10) return 'black';
  if (lightness > 93 && chroma < 8) return 'white';
  const shade = shadeOf(lightness);
  if (chroma < 8) return `${shade}gray`;
  const hue = (Math.atan2(b, a) * 180) / Math.PI;
  const name = hueName((hue + 360) % 360);
  if (name === 'orange' && lightness < 55) return chroma < 40 ? `${shade}brown` : 'rust';
  return `${shade}${name}`;
}

function shadeOf(lightness: number): string {
  if (lightness > 72) return 'light ';
  return lightness < 35 ? 'deep ' : '';
}

/** Up to this angle in Lab, in degrees. */
const hues: readonly (readonly [upTo: number, name: string])[] = [
  ...([
    [18, 'pink'],
    [42, 'red'],
    [78, 'orange'],
    [102, 'yellow'],
    [125, 'yellow green'],
  ] as const),
  ...([
    [170, 'green'],
    [215, 'teal'],
    [290, 'blue'],
    [325, 'violet'],
    [350, 'magenta'],
  ] as const),
];

function hueName(hue: number): string {
  return hues.find(([upTo]) => hue < upTo)?.[1] ?? 'pink';
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
