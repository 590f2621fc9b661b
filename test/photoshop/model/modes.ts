import { fullScale } from './samples';
import type { Depth, DocumentState, Mode } from './state';

/** What tells a mode from the others; everything else is the same for all of them. */
export interface ModeFacts {
  /** As the file counts modes. */
  readonly number: number;
  /** As Photoshop's menus call it. */
  readonly label: string;
  /** How many planes its colors take. */
  readonly channels: number;
  /** The value of white in each channel. CMYK stands in files with full scale where there is no ink. */
  readonly white: readonly ('full' | 'middle')[];
  /** Bits of a value, as a file of this mode may have them. */
  readonly depths: readonly FileDepth[];
  /** The family of colors that an ICC profile describes; absent: the values are no colors by themselves. */
  readonly colors?: 'rgb' | 'gray' | 'lab' | 'cmyk';
  /** Which blend modes are known to do what they do in RGB: all, those of single channels, or only the normal one. */
  readonly blending: 'all' | 'channels' | 'normal';
}

/** A bitmap has one bit for a pixel. */
export type FileDepth = 1 | Depth;

const flat = { channels: 1, white: ['full'], depths: [8], blending: 'normal' } as const;

export const modes: Readonly<Record<Mode, ModeFacts>> = {
  bitmap: { ...flat, number: 0, label: 'Bitmap', depths: [1] },
  gray: {
    number: 1,
    label: 'Grayscale',
    channels: 1,
    white: ['full'],
    depths: [8, 16, 32],
    colors: 'gray',
    blending: 'channels',
  },
  indexed: { ...flat, number: 2, label: 'Indexed Color' },
  rgb: {
    number: 3,
    label: 'RGB Color',
    channels: 3,
    white: ['full', 'full', 'full'],
    depths: [8, 16, 32],
    colors: 'rgb',
    blending: 'all',
  },
  cmyk: {
    number: 4,
    label: 'CMYK Color',
    channels: 4,
    white: ['full', 'full', 'full', 'full'],
    depths: [8, 16],
    colors: 'cmyk',
    blending: 'channels',
  },
  multichannel: { ...flat, number: 7, label: 'Multichannel', depths: [8, 16] },
  duotone: { ...flat, number: 8, label: 'Duotone', depths: [8, 16] },
  lab: {
    number: 9,
    label: 'Lab Color',
    channels: 3,
    white: ['full', 'middle', 'middle'],
    depths: [8, 16],
    colors: 'lab',
    blending: 'normal',
  },
};

/** How many planes the colors of a mode take. */
export function colorChannelsOf(mode: Mode): number {
  return modes[mode].channels;
}

/** The values of white, one for each channel. */
export function whiteOf({ mode, depth }: Pick<DocumentState, 'mode' | 'depth'>): readonly number[] {
  return modes[mode].white.map((share) => (share === 'full' ? fullScale(depth) : middleOf(depth)));
}

/** The values of black: where white is in the middle, black is too. */
export function blackOf({ mode, depth }: Pick<DocumentState, 'mode' | 'depth'>): readonly number[] {
  return modes[mode].white.map((share) => (share === 'full' ? 0 : middleOf(depth)));
}

/** The value of no color in a and b. */
function middleOf(depth: Depth): number {
  return depth === 8 ? 128 : fullScale(depth) / 2;
}

export const modeNames = Object.keys(modes) as readonly Mode[];

export function modeOfNumber(number: number): Mode | undefined {
  return modeNames.find((mode) => modes[mode].number === number);
}
