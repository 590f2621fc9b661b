/**
 * Blend modes that need all three channels of a color, after Adobe's PDF blend modes addendum. Each writes its result
 * into `out`; nothing is allocated.
 */
export type ColorBlend = (below: Color, above: Color, out: Color) => void;

/** Red, green, blue, 0 to 1. */
export type Color = Float64Array;

export const colorBlends: ReadonlyMap<string, ColorBlend> = new Map<string, ColorBlend>([
  ['dkCl', (below, above, out) => out.set(luminosity(above) < luminosity(below) ? above : below)],
  ['lgCl', (below, above, out) => out.set(luminosity(above) > luminosity(below) ? above : below)],
  [
    'hue ',
    (below, above, out) => {
      withSaturation(above, saturation(below), out);
      withLuminosity(out, luminosity(below), out);
    },
  ],
  [
    'sat ',
    (below, above, out) => {
      withSaturation(below, saturation(above), out);
      withLuminosity(out, luminosity(below), out);
    },
  ],
  ['colr', (below, above, out) => withLuminosity(above, luminosity(below), out)],
  ['lum ', (below, above, out) => withLuminosity(below, luminosity(above), out)],
]);

function red(color: Color): number {
  return color[0] ?? 0;
}

function green(color: Color): number {
  return color[1] ?? 0;
}

function blue(color: Color): number {
  return color[2] ?? 0;
}

function luminosity(color: Color): number {
  return 0.3 * red(color) + 0.59 * green(color) + 0.11 * blue(color);
}

function saturation(color: Color): number {
  return Math.max(red(color), green(color), blue(color)) - Math.min(red(color), green(color), blue(color));
}

/** Moves a color to another luminosity, and back into range along the line to its gray. */
function withLuminosity(color: Color, wanted: number, out: Color): void {
  const shift = wanted - luminosity(color);
  const r = red(color) + shift;
  const g = green(color) + shift;
  const b = blue(color) + shift;
  const lowest = Math.min(r, g, b);
  const highest = Math.max(r, g, b);
  const down = lowest < 0 ? wanted / (wanted - lowest) : 1;
  const up = highest > 1 ? (1 - wanted) / (highest - wanted) : 1;
  const scale = Math.min(down, up);
  out[0] = wanted + (r - wanted) * scale;
  out[1] = wanted + (g - wanted) * scale;
  out[2] = wanted + (b - wanted) * scale;
}

/** Spreads a color so that its lowest channel is 0 and its highest is `wanted`. */
function withSaturation(color: Color, wanted: number, out: Color): void {
  const lowest = Math.min(red(color), green(color), blue(color));
  const spread = saturation(color);
  const scale = spread > 0 ? wanted / spread : 0;
  out[0] = (red(color) - lowest) * scale;
  out[1] = (green(color) - lowest) * scale;
  out[2] = (blue(color) - lowest) * scale;
}
