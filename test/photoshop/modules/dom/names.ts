import type { Depth, LayerKind, LayerState, Mode } from '../../model/state';
import { blockKeysOf } from '../../psd/blockKeys';

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

/** An adjustment layer also has a kind of its own: `kindOf` knows. */
const layerKinds: { readonly [Kind in LayerKind]: string } = {
  pixel: 'pixel',
  group: 'group',
  text: 'text',
  smartObject: 'smartObject',
  solidFill: 'solidColor',
  gradientFill: 'gradientFill',
  patternFill: 'pattern',
  adjustment: 'adjustment',
  video: 'video',
  layer3d: 'threeD',
};

/** What the file calls an adjustment, and what the DOM calls it. */
const adjustments: Readonly<Record<string, string>> = {
  levl: 'levels', curv: 'curves', brit: 'brightnessContrast', blnc: 'colorBalance', 'hue ': 'hueSaturation',
  hue2: 'hueSaturation', selc: 'selectiveColor', thrs: 'threshold', nvrt: 'inversion', post: 'posterize',
  blwh: 'blackAndWhite', vibA: 'vibrance', expA: 'exposure', phfl: 'photoFilter', mixr: 'channelMixer',
  clrL: 'colorLookup', grdm: 'gradientMap', clry: 'clarity', grin: 'grain',
}; // prettier-ignore

export function kindOf(layer: LayerState): string {
  if (layer.kind !== 'adjustment') return layerKinds[layer.kind];
  const key = blockKeysOf(layer).find((name) => name in adjustments);
  return key === undefined ? layerKinds.adjustment : adjustments[key];
}

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
