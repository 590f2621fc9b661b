import { writePng } from '../photoshop/files/writePng';
import type { DocumentState, Planes } from '../photoshop/model/state';
import type { Core } from '../photoshop/modules/core';
import { asRgb } from './asRgb';

/** The widest that one half may be, in pixels. */
const widestHalf = 960;
const gap = 8;

/** Before and after side by side, on white, at the size of a screen, at 8 bit. */
export function beforeAfter(before: DocumentState, after: DocumentState, core: Core): Uint8Array {
  const factor = Math.ceil(before.width / widestHalf);
  const width = Math.floor(before.width / factor);
  const height = Math.floor(before.height / factor);
  const whole = width * 2 + gap;
  const color = [0, 1, 2].map(() => new Uint8Array(whole * height).fill(255));
  const pictures = [before, after].map((state) =>
    asRgb(state, core.composite(state, { left: 0, top: 0, right: width * factor, bottom: height * factor }), core),
  );
  pictures.forEach(({ planes }, half) => {
    color.forEach((plane, channel) => {
      reduceInto(plane, whole, half * (width + gap), planes, channel, width, height, factor);
    });
  });
  const [{ profile }] = pictures;
  return writePng({ width: whole, height, planes: { color }, ...(profile && { profile }) });
}

/** The mean of every square of `factor` pixels, laid on white. */
function reduceInto(
  plane: Uint8Array,
  rowLength: number,
  left: number,
  { color, alpha }: Planes,
  channel: number,
  width: number,
  height: number,
  factor: number,
): void {
  const samples = color[channel] ?? color[0];
  if (samples === undefined) return;
  const full = samples instanceof Uint16Array ? 32768 : 255;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let row = y * factor; row < (y + 1) * factor; row++) {
        for (let at = row * width * factor + x * factor, end = at + factor; at < end; at++) {
          const share = alpha === undefined ? 1 : (alpha[at] ?? 0) / full;
          sum += (samples[at] ?? 0) * share + full * (1 - share);
        }
      }
      plane[y * rowLength + left + x] = Math.round((sum * 255) / (full * factor * factor));
    }
  }
}
