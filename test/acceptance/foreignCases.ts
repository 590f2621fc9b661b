import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Layer } from 'ag-psd';
import { namedProfile } from '../photoshop/color/namedProfiles';
import type { AcceptanceCase } from './acceptanceCase';
import { darker, height, photo, width, writeWithAgPsd } from './agPsdPhoto';
import { photos } from './photoCases';
import { ellipse, maskPicture } from './shapes';
import { undrawn } from './without';

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
      above: 'Background',
    },
    {
      name: 'a file by ag-psd with curves and effects above',
      ...given('adjusted.psd', (path) => writeFileSync(path, writeWithAgPsd([...layers(), curves], darker(photo())))),
      without: undrawn,
      above: 'Background',
    },
    {
      name: 'a file by ImageMagick, 16 bit in AdobeRGB',
      ...given('imagemagick.psd', (path) => writeWithImageMagick(folder, path)),
      above: 'L2',
      without: { composite: 'psd-tools does not draw the layers of such a file, before the edit either' },
    },
  ];
}

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
