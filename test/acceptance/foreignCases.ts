import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { initializeCanvas, type Layer, type PixelData, type Psd, writePsdUint8Array } from 'ag-psd';
import { decode } from 'fast-png';
import { namedProfile } from '../photoshop/color/namedProfiles';
import type { AcceptanceCase } from './acceptanceCase';
import { photos } from './photoCases';
import { ellipse, maskPicture } from './shapes';

const width = 640;
const height = 427;

/** Files by other programs: ag-psd and ImageMagick. */
export function foreignCases(folder: string): readonly AcceptanceCase[] {
  const selection = join(folder, 'foreign-selection.png');
  const file = (name: string) => join(folder, name);
  const given = (name: string, write: (path: string) => void) => ({
    document: file(name),
    selection,
    write() {
      writeFileSync(selection, maskPicture(width, height, ellipse(460, 236, 66, 22, 8)));
      write(file(name));
    },
  });
  return [
    {
      name: 'a file by ag-psd, 8 bit, with a resource that nobody knows',
      ...given('ag-psd.psd', (path) => writeFileSync(path, withUnknownResource(writeWithAgPsd(layers(), photo())))),
      checks: ['light', 'composite'],
    },
    {
      name: 'a file by ag-psd with curves and effects above',
      ...given('adjusted.psd', (path) => writeFileSync(path, writeWithAgPsd([...layers(), curves], darker(photo())))),
      checks: ['light'],
    },
    {
      // psd-tools does not draw the layers of such a file, before the edit either
      name: 'a file by ImageMagick, 16 bit in AdobeRGB',
      ...given('imagemagick.psd', (path) => writeWithImageMagick(folder, path)),
      checks: ['light'],
    },
  ];
}

function writeWithAgPsd(children: Layer[], imageData: PixelData): Uint8Array {
  initializeCanvas(
    () => {
      throw new Error('There is no canvas here.');
    },
    // ag-psd only needs the members, as its documentation says
    (w, h) => ({ width: w, height: h, data: new Uint8ClampedArray(w * h * 4) }) as ImageData,
  );
  const psd: Psd = {
    width,
    height,
    imageData,
    children,
    imageResources: { resolutionInfo: resolution, layerState: 0 },
  };
  return writePsdUint8Array(psd);
}

const resolution = {
  horizontalResolution: 240,
  horizontalResolutionUnit: 'PPI',
  widthUnit: 'Inches',
  verticalResolution: 240,
  verticalResolutionUnit: 'PPI',
  heightUnit: 'Inches',
} as const;

/** Bottom to top; what lies over the photograph is cut from it, so that the photograph is what is seen. */
function layers(): Layer[] {
  const half = new Uint8ClampedArray(200 * 100 * 4).map((_, i) => (i % 4 === 3 ? 255 : (i / 8) & 255));
  return [
    { name: 'Background', left: 0, top: 0, imageData: photo(), transparencyProtected: true },
    {
      name: 'Treasure',
      opened: true,
      blendMode: 'pass through',
      children: [
        { name: 'Cut', left: 20, top: 300, imageData: photo({ left: 20, top: 300, right: 160, bottom: 400 }) },
        {
          name: 'Half hidden',
          left: 400,
          top: 20,
          imageData: photo({ left: 400, top: 20, right: 600, bottom: 120 }),
          mask: {
            left: 400,
            top: 20,
            right: 600,
            bottom: 120,
            defaultColor: 0,
            imageData: { width: 200, height: 100, data: half },
          },
        },
        {
          name: 'Clipped',
          left: 420,
          top: 40,
          clipping: true,
          imageData: photo({ left: 420, top: 40, right: 500, bottom: 80 }),
        },
      ],
    },
    {
      name: 'Hidden',
      left: 0,
      top: 0,
      hidden: true,
      opacity: 0.5,
      imageData: photo({ left: 0, top: 0, right: 90, bottom: 90 }),
    },
  ];
}

const curves: Layer = {
  name: 'Curves 1',
  effects: { dropShadow: [{ enabled: true, size: { value: 4, units: 'Pixels' }, opacity: 0.5 }] },
  adjustment: {
    type: 'curves',
    rgb: [
      { input: 0, output: 0 },
      { input: 255, output: 178 },
    ],
  },
};

/** A part of the photograph, opaque. */
function photo(part = { left: 0, top: 0, right: width, bottom: height }): PixelData {
  const { data, channels } = decode(readFileSync(join(photos, 'pagoda.png')));
  const size = { width: part.right - part.left, height: part.bottom - part.top };
  const pixels = new Uint8ClampedArray(size.width * size.height * 4).fill(255);
  for (let y = 0; y < size.height; y++) {
    for (let x = 0; x < size.width; x++) {
      const from = ((part.top + y) * width + part.left + x) * channels;
      for (let c = 0; c < 3; c++) pixels[(y * size.width + x) * 4 + c] = data[from + c];
    }
  }
  return { ...size, data: pixels };
}

/** As the curves draw it. */
function darker(picture: PixelData): PixelData {
  return {
    ...picture,
    data: new Uint8ClampedArray(
      Array.from(picture.data, (value, i) => (i % 4 === 3 ? value : Math.round(value * 0.7))),
    ),
  };
}

/** A resource with a number of a plug-in and an odd length, before all others. */
function withUnknownResource(psd: Uint8Array): Uint8Array {
  const view = new DataView(psd.buffer, psd.byteOffset, psd.byteLength);
  const resource = [0x38, 0x42, 0x49, 0x4d, 0x0f, 0xb5, 3, 0x4e, 0x69, 0x6b, 0, 0, 0, 5, 9, 8, 7, 6, 5, 0];
  const head = psd.slice(0, 34);
  new DataView(head.buffer).setUint32(30, view.getUint32(30) + resource.length);
  return Uint8Array.from([...head, ...resource, ...psd.subarray(34)]);
}

/** The composite, the photograph as a layer, and a part of it brightened to values between those of 8 bit. */
function writeWithImageMagick(folder: string, path: string): void {
  const profile = join(folder, 'AdobeRGB.icc');
  writeFileSync(profile, namedProfile('Adobe RGB (1998)') ?? '');
  const photograph = [join(photos, 'pagoda.png'), '-strip', '-depth', '16', '-evaluate', 'multiply', '0.937'];
  const bright = ['(', '-clone', '0', '-crop', '180x120+300+250', ')'];
  const args = [...photograph, '(', '-clone', '0', ')', ...bright, '-profile', profile, path];
  const { status, stderr } = spawnSync('/usr/bin/convert', ['-quiet', ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`ImageMagick could not write its file: ${stderr}`);
}
