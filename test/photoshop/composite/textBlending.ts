import type { ToneCurve } from '../color/toneCurves';
import type { Buffer, Source } from './buffer';
import type { Lines } from './lines';

/** Both ways between a document's values and those in which text is blended: tables over 0 to 1, one for each channel. */
export interface TextBlending {
  readonly toText: readonly Float32Array[];
  readonly fromText: readonly Float32Array[];
}

/** Photoshop's default setting, "Blend Text Colors Using Gamma", as its files show it. */
const gamma = 1.45;
const steps = 4096;

/** `curves`: from a value to light, one for each channel. */
export function createTextBlending(curves: readonly ToneCurve[]): TextBlending {
  const toText = curves.map((curve) => tableOf((value) => curve(value) ** (1 / gamma)));
  return { toText, fromText: toText.map(inverseOf) };
}

/** The normal mode for text: the way from the backdrop to the text is gone in another gamma, so that edges look alike. */
export function blendText(
  target: Buffer,
  source: Source,
  lines: Lines,
  share: Float32Array,
  { toText, fromText }: TextBlending,
): void {
  const { width, height, targetStart, targetStride, sourceStart, sourceStride } = lines;
  const color = source.color();
  target.color.forEach((plane, channel) => {
    const own = color[channel] ?? plane;
    const there = toText[channel] ?? fallback;
    const back = fromText[channel] ?? fallback;
    for (let y = 0, i = 0; y < height; y++) {
      let t = targetStart + y * targetStride;
      let s = sourceStart + y * sourceStride;
      for (let x = 0; x < width; x++, i++, t++, s++) {
        const way = share[i];
        if (way === 0) continue;
        if (way === 1) plane[t] = own[s];
        else {
          const from = lookUp(there, plane[t]);
          plane[t] = lookUp(back, from + (lookUp(there, own[s]) - from) * way);
        }
      }
    }
  });
}

const fallback = tableOf((value) => value);

function tableOf(curve: (value: number) => number): Float32Array {
  return Float32Array.from({ length: steps + 1 }, (_, i) => Math.min(1, Math.max(0, curve(i / steps))));
}

/** The value at which a rising table comes to each of its steps. */
function inverseOf(table: Float32Array): Float32Array {
  let below = 0;
  return Float32Array.from({ length: steps + 1 }, (_, i) => {
    const wanted = i / steps;
    while (below < steps - 1 && (table[below + 1] ?? 1) < wanted) below++;
    const low = table[below] ?? 0;
    const high = table[below + 1] ?? 1;
    const part = high > low ? Math.min(1, Math.max(0, (wanted - low) / (high - low))) : 0;
    return (below + part) / steps;
  });
}

function lookUp(table: Float32Array, value: number): number {
  const place = value * steps;
  const below = Math.min(steps - 1, Math.max(0, Math.floor(place)));
  return table[below] + (table[below + 1] - table[below]) * (place - below);
}
