import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Layer, PixelData, Psd } from 'ag-psd';
import { encode } from 'fast-png';
import { graft } from '../photoshop/fixtures/graft';
import { modes } from '../photoshop/model/modes';
import type { Depth } from '../photoshop/model/state';
import { comps, vectors } from '../support/documents/foreign/layers';
import { besides, linkedFile, savedPaths, unknownBlocks } from '../support/documents/foreign/pieces';
import type { AcceptanceCase, Reasons } from './acceptanceCase';
import { darker, height, photo, width, writeWithAgPsd } from './agPsdPhoto';
import { type EditedMode, profileFile, working } from './modeCases';
import { photos } from './photoCases';
import { ellipse, maskPicture } from './shapes';
import { undrawn, withoutReaders } from './without';

/** Of the photograph: a part of the sky, where it is so calm that a cast would show. */
const sky = ellipse(470, 150, 36, 24, 8);

/** Another artboard to the right. */
const wide = { width: width * 2 + 40, height };

/** What a file is that surrounds a photograph with things which the stand-in keeps and does not understand. */
interface Kind {
  readonly name: string;
  /** RGB of 8 bit, a PSD. */
  readonly make: (depth: Depth) => Uint8Array;
  readonly above: string;
  readonly holds: readonly string[];
  readonly without?: Reasons;
  readonly canvas?: { readonly width: number; readonly height: number };
  readonly spots?: readonly string[];
  readonly version?: 2;
}

const kinds: readonly Kind[] = [
  {
    name: 'a PSB of everything',
    make: everything,
    above: 'Background',
    holds: [
      'lnk2',
      'lnkE',
      'SoLd',
      'TySh',
      'lfx2',
      'vmsk',
      'SoCo',
      '1065',
      '1025',
      '2000',
      '1045',
      '1077',
      '4000',
      'zzz1',
    ],
    without: undrawn,
    spots: ['PANTONE 185 C', 'Varnish'],
    version: 2,
  },
  {
    name: 'two artboards, the photograph on the first',
    make: artboards,
    above: 'On it',
    holds: ['artb'],
    canvas: wide,
    without: undrawn,
  },
  { name: 'the photograph as a smart object', make: smartObject, above: 'Photo', holds: ['SoLd', 'lnk2'] },
  {
    name: 'an adjustment between the photograph and the active layer',
    make: adjustedBeneath,
    above: 'Retouch',
    holds: [],
    without: undrawn,
  },
  { name: 'a text as the active layer', make: textActive, above: 'Title', holds: ['TySh'] },
];

/**
 * Everything in every mode and depth; the others in every mode, in depths that take turns. RGB is of 8 bit there, as
 * ag-psd writes it.
 */
export function kindCases(folder: string): readonly AcceptanceCase[] {
  const ofKinds = kinds.flatMap((kind, number) =>
    (['rgb', 'gray', 'lab', 'cmyk'] as const).flatMap((mode) =>
      depthsFor(number, mode).map((depth) => kindCase(folder, kind, mode, depth)),
    ),
  );
  return [...ofKinds, magickCase(folder)];
}

function depthsFor(number: number, mode: EditedMode): readonly Depth[] {
  const depths = modes[mode].depths.filter((depth) => depth !== 1);
  if (number === 0) return depths;
  return mode === 'rgb' ? [8] : [depths[number % depths.length]];
}

function kindCase(folder: string, kind: Kind, mode: EditedMode, depth: Depth): AcceptanceCase {
  const { name, make, above, holds, without, canvas = { width, height }, spots = [], version = 1 } = kind;
  const document = join(folder, version === 2 ? 'kind.psb' : 'kind.psd');
  const selection = join(folder, 'kind-selection.png');
  return {
    name: `${name}: ${modes[mode].label} of ${depth} bit`,
    document,
    selection,
    above,
    holds,
    without: { ...withoutReaders(mode, depth), ...without, ...(mode === 'gray' && spots.length > 0 && mixedUp) },
    untaggedAs: working[mode],
    runs: 'once',
    write() {
      writeFileSync(selection, maskPicture(canvas.width, canvas.height, sky));
      writeFileSync(document, make(depth));
      if (mode !== 'rgb' || depth !== 8 || version === 2) remake(document, mode, depth, version, spots);
    },
  };
}

const mixedUp = { imagemagick: 'it mixes up the channels of gray layers where the file has spot channels' };

/** The same file in another mode and depth, by a program that shares no code with ours: `remake.py`. */
function remake(path: string, mode: EditedMode, depth: Depth, version: 1 | 2, spots: readonly string[]): void {
  const isTagged = depth < 32 && (mode === 'gray' || mode === 'cmyk');
  const profile = isTagged ? profileFile(mode === 'gray' ? 'default_gray' : 'default_cmyk') : 'none';
  const made = [modes[mode].number, depth, version].map(String);
  const args = [join(__dirname, 'remake.py'), path, path, ...made, profile, spots.join(',')];
  const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1' };
  const { status, stderr } = spawnSync('/usr/bin/python3', args, { encoding: 'utf8', env });
  if (status !== 0) throw new Error(`the file could not be made: ${stderr}`);
}

function magickCase(folder: string): AcceptanceCase {
  const document = join(folder, 'magick.psb');
  const selection = join(folder, 'magick-selection.png');
  return {
    name: 'a PSB by ImageMagick, CMYK of 16 bit',
    document,
    selection,
    above: 'L1',
    without: withoutReaders('cmyk', 16),
    write() {
      writeFileSync(selection, maskPicture(width, height, sky));
      writeWithImageMagick(document);
    },
  };
}

const background: Layer = { name: 'Background', left: 0, top: 0, transparencyProtected: true };

function ground(): Layer {
  return { ...background, imageData: photo() };
}

/** 32 bit knows exposure, and of curves not every version of Photoshop. */
function adjustment(depth: Depth): Layer {
  const points = [
    { input: 0, output: 0 },
    { input: 255, output: 178 },
  ];
  return depth === 32
    ? { name: 'Exposure', adjustment: { type: 'exposure', exposure: -0.5, offset: 0, gamma: 1 } }
    : { name: 'Curves', adjustment: { type: 'curves', rgb: points } };
}

/** A part of the photograph as a layer in its own place. */
function part(name: string, left: number, top: number): Layer {
  return { name, left, top, imageData: photo({ left, top, right: left + 120, bottom: top + 60 }) };
}

const contentsId = '20953ddb-9391-11ec-b4f1-c15674f50bc4';

function placed(left: number, top: number, right: number, bottom: number): NonNullable<Layer['placedLayer']> {
  const transform = [left, top, right, top, right, bottom, left, bottom];
  return { id: contentsId, type: 'raster', transform, width: right - left, height: bottom - top };
}

/** A part of the photograph as the picture inside a smart object. */
function contents(): Partial<Psd> {
  const { width: wide, height: high, data } = photo({ left: 20, top: 20, right: 140, bottom: 80 });
  const picture = encode({ width: wide, height: high, channels: 4, depth: 8, data: Uint8Array.from(data) });
  return { linkedFiles: [{ id: contentsId, name: 'inside.png', type: 'png ', data: picture }] };
}

function title(left: number, top: number): Layer {
  const style = { font: { name: 'ArialMT' }, fontSize: 40 };
  return { ...part('Title', left, top), text: { text: 'Lake', transform: [1, 0, 0, 1, left, top + 40], style } };
}

function everything(depth: Depth): Uint8Array {
  const smart = { ...part('Smart', 20, 20), placedLayer: placed(20, 20, 140, 80) };
  const glowing: Layer = {
    ...part('Glowing', 300, 20),
    effects: { outerGlow: { enabled: true, size: px(5), opacity: 0.5 } },
  };
  const layers = [ground(), smart, title(160, 20), glowing, ...vectors, adjustment(depth)];
  const file = writeWithAgPsd(layers, darker(photo()), {
    ...contents(),
    imageResources: { ...comps.imageResources, layerState: 0 },
  });
  return graft(file, {
    resources: [...(savedPaths.resources ?? []), ...(besides.resources ?? [])],
    document: [linkedFile, ...unknownBlocks],
  });
}

const px = (value: number) => ({ units: 'Pixels', value }) as const;

function artboards(): Uint8Array {
  const onIt = { name: 'On it', left: 0, top: 0, imageData: photo() };
  const beside = { name: 'Beside', left: width + 40, top: 0, imageData: photo() };
  const children = [artboard('Artboard 1', 0, [onIt]), artboard('Artboard 2', width + 40, [beside])];
  // the second record from below: above the end of the first artboard
  return writeWithAgPsd(children, sideBySide(photo()), { ...wide, imageResources: { layerState: 1 } });
}

function artboard(name: string, left: number, children: Layer[]): Layer {
  const rect = { left, top: 0, right: left + width, bottom: height };
  return { name, children, artboard: { rect, presetName: '', color: { r: 255, g: 255, b: 255 }, backgroundType: 1 } };
}

function sideBySide({ data }: PixelData): PixelData {
  const whole = new Uint8ClampedArray(wide.width * height * 4);
  for (let y = 0; y < height; y++) {
    const row = data.subarray(y * width * 4, (y + 1) * width * 4);
    for (const left of [0, width + 40]) whole.set(row, (y * wide.width + left) * 4);
  }
  return { ...wide, data: whole };
}

function smartObject(): Uint8Array {
  const smart = { name: 'Photo', left: 0, top: 0, imageData: photo(), placedLayer: placed(0, 0, width, height) };
  return writeWithAgPsd([smart, part('Cut', 20, 20)], photo(), contents());
}

function adjustedBeneath(depth: Depth): Uint8Array {
  const over = { ...part('Retouch', 20, 20), imageData: darker(photo({ left: 20, top: 20, right: 140, bottom: 80 })) };
  return writeWithAgPsd([ground(), adjustment(depth), over], darker(photo()), { imageResources: { layerState: 2 } });
}

function textActive(): Uint8Array {
  return writeWithAgPsd([ground(), title(160, 20), part('Cut', 20, 300)], photo(), {
    imageResources: { layerState: 1 },
  });
}

/** The photograph as a composite and as a layer, separated by Little CMS, in a file for large documents. */
function writeWithImageMagick(path: string): void {
  const deep = ['-strip', '-depth', '16', '-evaluate', 'multiply', '0.937'];
  const separated = ['-profile', profileFile('srgb'), '-profile', profileFile('default_cmyk')];
  const args = [join(photos, 'pagoda.png'), ...deep, ...separated, '(', '-clone', '0', ')', `PSB:${path}`];
  const { status, stderr } = spawnSync('/usr/bin/convert', ['-quiet', ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`ImageMagick could not write its file: ${stderr}`);
}
