import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Layer, PixelData } from 'ag-psd';
import type { AcceptanceCase } from './acceptanceCase';
import { darker, height, photo, width, writeWithAgPsd } from './agPsdPhoto';
import { profileFile } from './modeCases';
import { photos } from './photoCases';
import { ellipse, maskPicture } from './shapes';

/** Of the photograph: an island in the lake. */
const island = ellipse(460, 236, 66, 22, 8);

/** Large files, artboards, smart objects, adjustments and text around a photograph, by programs that are not ours. */
export function kindCases(folder: string): readonly AcceptanceCase[] {
  const given = (name: string, write: (path: string) => void, canvas = { width, height }) => {
    const document = join(folder, name);
    const selection = join(folder, `${name}-selection.png`);
    return {
      document,
      selection,
      checks: ['ring'] as const,
      write() {
        writeFileSync(selection, maskPicture(canvas.width, canvas.height, island));
        write(document);
      },
    };
  };
  const byAgPsd = (name: string, make: () => Uint8Array, canvas?: { width: number; height: number }) =>
    given(name, (path) => writeFileSync(path, make()), canvas);
  return [
    { name: 'a PSB with a smart object, text, curves and effects above', ...byAgPsd('large.psb', everythingAbove) },
    { name: 'two artboards, the photograph on the first', ...byAgPsd('artboards.psd', artboards, wide) },
    { name: 'the photograph as a smart object', ...byAgPsd('smart.psd', smartObject) },
    { name: 'curves between the photograph and the active layer', ...byAgPsd('beneath.psd', curvesBeneath) },
    { name: 'a text as the active layer', ...byAgPsd('text.psd', textActive) },
    { name: 'a PSB by ImageMagick, CMYK of 16 bit', ...given('magick.psb', writeWithImageMagick) },
  ];
}

const background: Layer = { name: 'Background', left: 0, top: 0, transparencyProtected: true };

function ground(): Layer {
  return { ...background, imageData: photo() };
}

const curves: Layer = {
  name: 'Curves',
  adjustment: {
    type: 'curves',
    rgb: [
      { input: 0, output: 0 },
      { input: 255, output: 178 },
    ],
  },
};

/** A part of the photograph as a layer in its own place. */
function part(name: string, left: number, top: number): Layer {
  return { name, left, top, imageData: photo({ left, top, right: left + 120, bottom: top + 60 }) };
}

const contentsId = '20953ddb-9391-11ec-b4f1-c15674f50bc4';

function placed(left: number, top: number, right: number, bottom: number): NonNullable<Layer['placedLayer']> {
  const transform = [left, top, right, top, right, bottom, left, bottom];
  return { id: contentsId, type: 'raster', transform, width: right - left, height: bottom - top };
}

const contents = {
  linkedFiles: [{ id: contentsId, name: 'inside.png', type: 'png ', data: Uint8Array.of(1, 2, 3, 4) }],
};

function title(left: number, top: number): Layer {
  const style = { font: { name: 'ArialMT' }, fontSize: 40 };
  return { ...part('Title', left, top), text: { text: 'Lake', transform: [1, 0, 0, 1, left, top + 40], style } };
}

function everythingAbove(): Uint8Array {
  const smart = { ...part('Smart', 20, 20), placedLayer: placed(20, 20, 140, 80) };
  const glowing: Layer = {
    ...part('Glowing', 300, 20),
    effects: { outerGlow: { enabled: true, size: px(5), opacity: 0.5 } },
  };
  return writeWithAgPsd([ground(), smart, title(160, 20), glowing, curves], darker(photo()), contents, 'psb');
}

const px = (value: number) => ({ units: 'Pixels', value }) as const;

/** Another artboard to the right. */
const wide = { width: width * 2 + 40, height };

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
  return writeWithAgPsd([smart, part('Cut', 20, 20)], photo(), contents);
}

function curvesBeneath(): Uint8Array {
  const over = { ...part('Retouch', 20, 20), imageData: darker(photo({ left: 20, top: 20, right: 140, bottom: 80 })) };
  return writeWithAgPsd([ground(), curves, over], darker(photo()), { imageResources: { layerState: 2 } });
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
