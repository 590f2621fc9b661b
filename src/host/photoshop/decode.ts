import { constants } from 'photoshop';
import { type File, storage } from 'uxp';
import { throwIfAborted } from '../../base/abort';
import { assert } from '../../base/assert';
import { runSliced } from '../../base/slices';
import { Unreadable } from '../../base/unreadable';
import { encodeLight } from '../../image/light';
import { defaultLimits } from '../../image/pictureFile';
import { type Raster, sRGB } from '../../image/raster';
import { rectOf } from '../../image/rect';
import type { PictureFormat } from '../../image/sniffFormat';
import { readInFront } from './copyReading';
import { documentInFront, type PhotoshopDocument } from './documents';
import { onFile } from './labCopy';
import { type ExecutionContext, readInModalScope, throwIfCancelled } from './modal';
import { type Block, padded, readBlock } from './pixels';

/** The port's `decode`: Photoshop opens the file from the plugin's temporary folder, and closes it as soon as it is read. */
export async function decode(bytes: Uint8Array, format: PictureFormat, signal: AbortSignal): Promise<Raster> {
  throwIfAborted(signal);
  const file = await temporaryFile(bytes, format);
  try {
    const block = await inScope((context) => readFile(context, file));
    throwIfAborted(signal);
    if (!('data' in block)) throw new Unreadable(block.why, `a picture of the format ${format}`);
    const pixels = await runSliced(padded(block, block.area, sRGB), { signal });
    return pixels.data instanceof Float32Array ? await runSliced(encodeLight(pixels), { signal }) : pixels;
  } finally {
    await file.delete();
  }
}

const { localFileSystem, formats } = storage;

/** Photoshop tells a file's format by its name as well. */
const endings = { png: 'png', jpeg: 'jpg', webp: 'webp', gif: 'gif', avif: 'avif' } as const;

let count = 0;

async function temporaryFile(bytes: Uint8Array, format: PictureFormat): Promise<File> {
  const folder = await localFileSystem.getTemporaryFolder();
  const file = await folder.createFile(`inlay-${++count}.${endings[format]}`, { overwrite: true });
  await file.write(bytes.slice().buffer, { format: formats.binary });
  return file;
}

/** A document that was in front is in front again afterwards; there need not be one. */
function inScope<T>(read: (context: ExecutionContext) => Promise<T>): Promise<T> {
  const name = { name: 'Open the result', doing: 'open the result' };
  const front = documentInFront();
  return front === undefined ? readInModalScope(name, read) : readInFront(name, front, read);
}

type Read = (Block & { readonly area: ReturnType<typeof rectOf> }) | { readonly why: Unreadable['why'] };

async function readFile(context: ExecutionContext, file: File): Promise<Read> {
  return onFile(context, file, async (opened) => {
    if (opened === undefined) return { why: 'damaged' };
    if (opened.width * opened.height > defaultLimits.pixels) return { why: 'too-large' };
    await toReadableMode(context, opened);
    const area = rectOf(opened);
    const block = await readBlock({ documentID: opened.id, convertTo: sRGB }, area);
    assert(block !== undefined, 'the pixels of a file that was just opened');
    return { ...block, area };
  });
}

/** Imaging reads no palettes, no inks and no bitmaps. */
async function toReadableMode(context: ExecutionContext, opened: PhotoshopDocument): Promise<void> {
  const { RGB, GRAYSCALE, LAB } = constants.DocumentMode;
  if (![RGB, GRAYSCALE, LAB].includes(opened.mode)) await opened.changeMode(constants.ChangeMode.RGB);
  throwIfCancelled(context);
}
