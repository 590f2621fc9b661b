/**
 * Blend modes of single channels, 0 to 1: `below` is the backdrop, `above` the layer. Sources: Adobe's PDF blend modes
 * addendum for the modes it has; for the others the formulas that independent readers agree on; at the ends of the range
 * the values that Photoshop has left in published files.
 */
export type ChannelBlend = (below: number, above: number) => number;

export const channelBlends: ReadonlyMap<string, ChannelBlend> = new Map<string, ChannelBlend>([
  ['dark', (below, above) => (below < above ? below : above)],
  ['mul ', (below, above) => below * above],
  ['idiv', colorBurn],
  ['lbrn', (below, above) => Math.max(0, below + above - 1)],
  ['lite', (below, above) => (below > above ? below : above)],
  ['scrn', (below, above) => below + above - below * above],
  ['div ', colorDodge],
  ['lddg', (below, above) => Math.min(1, below + above)],
  ['over', (below, above) => hardLight(above, below)],
  ['sLit', softLight],
  ['hLit', hardLight],
  ['vLit', vividLight],
  ['lLit', (below, above) => Math.min(1, Math.max(0, below + 2 * above - 1))],
  ['pLit', (below, above) => (above < 0.5 ? Math.min(below, 2 * above) : Math.max(below, 2 * above - 1))],
  ['hMix', hardMix],
  ['diff', (below, above) => Math.abs(below - above)],
  ['smud', (below, above) => below + above - 2 * below * above],
  ['fsub', (below, above) => Math.max(0, below - above)],
  ['fdiv', divide],
]);

/** The modes that Photoshop has for 32 bit and that have one meaning for light of any strength: nothing is cut. */
export const linearBlends: ReadonlyMap<string, ChannelBlend> = new Map<string, ChannelBlend>([
  ['dark', (below, above) => (below < above ? below : above)],
  ['mul ', (below, above) => below * above],
  ['lite', (below, above) => (below > above ? below : above)],
  ['lddg', (below, above) => below + above],
  ['diff', (below, above) => Math.abs(below - above)],
]);

/** Values that add up to full scale need not do so after rounding to 32 bit. */
const rounding = 1e-6;

function colorBurn(below: number, above: number): number {
  if (below >= 1) return 1;
  return above <= 0 ? 0 : Math.max(0, 1 - (1 - below) / above);
}

function colorDodge(below: number, above: number): number {
  if (below <= 0) return 0;
  return above >= 1 ? 1 : Math.min(1, below / (1 - above));
}

function hardLight(below: number, above: number): number {
  return above <= 0.5 ? 2 * below * above : 1 - 2 * (1 - below) * (1 - above);
}

/** As in PDF, also in the shadows, where the square root alone would be too bright. */
function softLight(below: number, above: number): number {
  if (above <= 0.5) return below - (1 - 2 * above) * below * (1 - below);
  const lighter = below <= 0.25 ? ((16 * below - 12) * below + 4) * below : Math.sqrt(below);
  return below + (2 * above - 1) * (lighter - below);
}

/** Black leaves black, also on white, and white leaves white, also on black. */
function vividLight(below: number, above: number): number {
  if (above <= 0) return 0;
  if (above >= 1) return 1;
  return above <= 0.5 ? colorBurn(below, 2 * above) : colorDodge(below, 2 * above - 1);
}

/** Vivid light, pushed to its ends; what comes out exactly in the middle goes where the darker half of it does. */
function hardMix(below: number, above: number): number {
  const over = below + above - 1;
  if (Math.abs(over) < rounding) return above < 0.5 ? 1 : 0;
  return over > 0 ? 1 : 0;
}

/** Black by black is black. */
function divide(below: number, above: number): number {
  if (below <= 0) return 0;
  return above <= 0 ? 1 : Math.min(1, below / above);
}
