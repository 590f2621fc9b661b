import { initializeCanvas, type PixelData, writePsdUint8Array } from 'ag-psd';
import { openDocument } from '../../photoshop/files/openDocument';
import { interleave } from '../../photoshop/model/samples';
import type { DocumentState, Planes } from '../../photoshop/model/state';
import { canvas, ground, size } from './layers';
import { hardSelection } from './scene';
import { textured } from './texture';

/**
 * A Background under an adjustment layer, as it comes from a file of another program: the stand-in cannot draw the
 * adjustment, and builds on the picture that is stored in the file.
 */
export function adjusted(): DocumentState {
  const opened = openDocument(writeWithAdjustment());
  const background = opened.layers.at(-1);
  return { ...opened, activeLayers: background === undefined ? [] : [background.id], selection: hardSelection() };
}

function writeWithAdjustment(): Uint8Array {
  initializeCanvas(
    noCanvas,
    (width, height) => ({ width, height, data: new Uint8ClampedArray(width * height * 4) }) as ImageData,
  );
  const plain = textured(canvas, 8, ground);
  const darkened = { color: plain.color.map((plane) => plane.map((level) => Math.round(level * 0.7))) };
  return writePsdUint8Array({
    ...size,
    imageData: pixelData(darkened),
    children: [
      { name: 'Background', imageData: pixelData(plain), left: 0, top: 0 },
      {
        name: 'Curves 1',
        adjustment: {
          type: 'curves',
          rgb: [
            { input: 0, output: 0 },
            { input: 255, output: 178 },
          ],
        },
      },
    ],
  });
}

function noCanvas(): never {
  throw new Error('There is no canvas here');
}

function pixelData({ color }: Planes): PixelData {
  const opaque = new Uint8Array(size.width * size.height).fill(255);
  return { ...size, data: Uint8ClampedArray.from(interleave({ color, alpha: opaque })) };
}
