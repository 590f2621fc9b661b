import type { AdjustmentLayer } from 'ag-psd';

const none = { cyanRed: 0, magentaGreen: 0, yellowBlue: 0 };
const inks = { c: 0, m: 10, y: 0, k: 0 };
const hues = { a: 0, b: 0, c: 0, d: 0, hue: 10, saturation: 5, lightness: 0 };
const only = { red: 100, green: 0, blue: 0, constant: 0 };

/** Every kind of adjustment layer that Photoshop 2026 and ag-psd have in common. */
export const adjustments: readonly AdjustmentLayer[] = [
  { type: 'brightness/contrast', brightness: 10, contrast: 5, meanValue: 127, useLegacy: false, labColorOnly: false },
  {
    type: 'levels',
    rgb: { shadowInput: 5, highlightInput: 250, shadowOutput: 0, highlightOutput: 255, midtoneInput: 1.1 },
  },
  {
    type: 'curves',
    rgb: [
      { input: 0, output: 0 },
      { input: 255, output: 200 },
    ],
  },
  { type: 'exposure', exposure: 0.5, offset: 0, gamma: 1 },
  { type: 'vibrance', vibrance: 20, saturation: 0 },
  { type: 'hue/saturation', master: hues, reds: hues },
  {
    type: 'color balance',
    shadows: none,
    midtones: { ...none, cyanRed: 10 },
    highlights: none,
    preserveLuminosity: true,
  },
  { type: 'black & white', reds: 40, yellows: 60, greens: 40, cyans: 60, blues: 20, magentas: 80 },
  { type: 'photo filter', color: { l: 67, a: 32, b: 120 }, density: 25, preserveLuminosity: true },
  { type: 'channel mixer', red: only, green: { ...only, red: 0, green: 100 }, blue: { ...only, red: 0, blue: 100 } },
  { type: 'color lookup', lookupType: '3dlut', name: 'Warm', dither: true },
  { type: 'invert' },
  { type: 'posterize', levels: 4 },
  { type: 'threshold', level: 128 },
  {
    type: 'gradient map',
    gradientType: 'solid',
    name: 'Two',
    smoothness: 4096,
    colorStops: [
      { color: { r: 0, g: 0, b: 0 }, location: 0, midpoint: 50 },
      { color: { r: 255, g: 240, b: 220 }, location: 1, midpoint: 50 },
    ],
    opacityStops: [
      { opacity: 1, location: 0, midpoint: 50 },
      { opacity: 1, location: 1, midpoint: 50 },
    ],
  },
  { type: 'selective color', mode: 'relative', reds: inks, whites: inks, blacks: inks },
];
