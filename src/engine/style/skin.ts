const { atan2, exp, hypot } = Math;

/** Where skin of every tone lies among opponents: its hue in radians, and how far it strays. */
const hue = 0.95;
const strays = 0.32;

/** The chroma of skin, and how far it strays: grays and signal colors are none. */
const chroma = 0.075;
const chromaStrays = 0.04;

/** How much a color is like skin, 0 to 1; of wood and sand as well, which fare no worse for it. */
export function skinOf(color: Float32Array): number {
  const own = hypot(color[1], color[2]);
  const turned = (atan2(color[2], color[1]) - hue) / strays;
  const apart = (own - chroma) / chromaStrays;
  const dark = color[0] < 0.25 ? color[0] / 0.25 : 1;
  return exp(-0.5 * (turned * turned + apart * apart)) * dark;
}
