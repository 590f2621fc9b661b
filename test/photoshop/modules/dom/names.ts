import type { Depth, LayerKind, Mode } from '../../model/state';

/** What the file calls a blend mode, and what the DOM calls it. */
export const blendModes: Readonly<Record<string, string>> = {
  'pass': 'passThrough', 'norm': 'normal', 'diss': 'dissolve', 'dark': 'darken', 'mul ': 'multiply',
  'idiv': 'colorBurn', 'lbrn': 'linearBurn', 'dkCl': 'darkerColor', 'lite': 'lighten', 'scrn': 'screen',
  'div ': 'colorDodge', 'lddg': 'linearDodge', 'lgCl': 'lighterColor', 'over': 'overlay', 'sLit': 'softLight',
  'hLit': 'hardLight', 'vLit': 'vividLight', 'lLit': 'linearLight', 'pLit': 'pinLight', 'hMix': 'hardMix',
  'diff': 'difference', 'smud': 'exclusion', 'fsub': 'blendSubtraction', 'fdiv': 'blendDivide', 'hue ': 'hue',
  'sat ': 'saturation', 'colr': 'color', 'lum ': 'luminosity',
}; // prettier-ignore

/** The four characters of a blend mode of the DOM; nothing for an unknown one. */
export function blendKeyOf(name: unknown): string | undefined {
  return Object.keys(blendModes).find((key) => blendModes[key] === name);
}

export const layerKinds: { readonly [Kind in LayerKind]: string } = {
  pixel: 'pixel',
  group: 'group',
  text: 'text',
  smartObject: 'smartObject',
  solidFill: 'solidColor',
  gradientFill: 'gradientFill',
  patternFill: 'pattern',
  adjustment: 'curves',
  video: 'video',
  layer3d: 'threeD',
};

export const documentModes: { readonly [M in Mode]: string } = {
  bitmap: 'bitmapMode',
  gray: 'grayscaleMode',
  indexed: 'indexedColorMode',
  rgb: 'RGBColorMode',
  cmyk: 'CMYKColorMode',
  multichannel: 'multichannelMode',
  duotone: 'duotoneMode',
  lab: 'labColorMode',
};

export function modeNamed(name: unknown): Mode | undefined {
  return (Object.keys(documentModes) as Mode[]).find((mode) => documentModes[mode] === name);
}

export function bitsOf(mode: Mode, depth: Depth): string {
  return mode === 'bitmap' ? 'bitDepth1' : `bitDepth${depth}`;
}
