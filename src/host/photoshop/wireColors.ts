import { imaging } from 'photoshop';
import { assert } from '../../base/assert';
import type { DocumentId } from '../../base/ids';
import { runSliced, type Sliced } from '../../base/slices';
import { withAlpha, withoutAlpha } from '../../image/alpha';
import { toDepth, toEightBit } from '../../image/depth';
import { bendLight, decodeToLight, encodeLight, straightenLight } from '../../image/light';
import { type Depth, isSrgb, type Raster, sRGB } from '../../image/raster';
import { rectOf, sameRect } from '../../image/rect';
import { depthOfPixels, isBeyondImaging, openDocument, type PhotoshopDocument, spaceOfDocument } from './documents';
import { withoutTrace } from './history';
import { workInFront } from './inFront';
import { onBlank } from './labCopy';
import { lendPixels, lendPixelsAs } from './lend';
import { readBlock } from './pixels';

/** The port's `toWire`: every pixel through the host's own color engine, since a model sees what a grid would bend. */
export async function toWire(id: DocumentId, pixels: Raster, signal: AbortSignal): Promise<Raster> {
  const document = openDocument(id);
  if (isSrgb(pixels.space)) return eightBit(pixels, signal);
  const converted = await onScratchLayer(document, pixels, signal, (scratch, deep) =>
    convertOnLayer(scratch, deep, 'to the wire'),
  );
  return eightBit({ ...converted, space: sRGB }, signal);
}

/** The port's `fromWire`. */
export async function fromWire(id: DocumentId, pixels: Raster, signal: AbortSignal): Promise<Raster> {
  const document = openDocument(id);
  const space = spaceOfDocument(document);
  if (isSrgb(space)) return { ...(await atDepth(pixels, depthOfPixels(document), signal)), space };
  const converted = await onScratchLayer(document, pixels, signal, (scratch, deep) =>
    convertOnLayer(scratch, deep, 'from the wire'),
  );
  return { ...converted, space };
}

async function eightBit(pixels: Raster, signal: AbortSignal): Promise<Raster> {
  const encoded = pixels.data instanceof Float32Array ? await runSliced(encodeLight(pixels), { signal }) : pixels;
  return { ...(await runSliced(toEightBit(encoded), { signal })), space: sRGB };
}

/** At 32 bit the values are light. */
async function atDepth(pixels: Raster, depth: Depth, signal: AbortSignal): Promise<Raster> {
  if (depth !== 32) return runSliced(toDepth(pixels, depth), { signal });
  return pixels.data instanceof Float32Array ? pixels : { ...pixels, data: decodeToLight(pixels.data) };
}

/**
 * A layer of the document itself, or, where imaging does not know its mode, of a document in the space in which it is
 * read: either is gone again before anyone sees it.
 */
async function onScratchLayer(
  document: PhotoshopDocument,
  pixels: Raster,
  signal: AbortSignal,
  convert: (scratch: PhotoshopDocument, deep: Raster) => Promise<Raster>,
): Promise<Raster> {
  const depth = depthOfPixels(document);
  const deep = await atDepth(pixels, depth, signal);
  const converted = await workInFront({
    name: { name: 'Convert colors', doing: 'convert the picture’s colors' },
    document: () => document,
    work: (context) =>
      isBeyondImaging(document)
        ? onBlank(context, deep, (blank) => convert(blank, deep))
        : withoutTrace(context, document, () => convert(document, deep)),
  });
  // a layer has alpha, whether or not it was given any
  return runSliced(pixels.channels % 2 === 0 ? withAlpha(converted) : withoutAlpha(converted), { signal });
}

/** Photoshop converts on writing from the profile that the pixels are said to have, and on reading to the one asked for. */
export async function convertOnLayer(
  document: PhotoshopDocument,
  colors: Raster,
  direction: Direction,
): Promise<Raster> {
  const isBent = colors.data instanceof Float32Array && (await bendsLight(document, colors, direction));
  if (!isBent) return throughLayer(document, colors, direction);
  if (direction === 'from the wire') return throughLayer(document, await unhurried(bendLight(colors)), direction);
  return unhurried(straightenLight(await throughLayer(document, colors, direction)));
}

type Direction = 'to the wire' | 'from the wire';

/**
 * Whether values of 32 bit follow the curve of a profile that is named, or are light as those of the document, is not
 * documented: a gray that goes the same way tells.
 */
async function bendsLight(
  document: PhotoshopDocument,
  { channels, space }: Raster,
  direction: Direction,
): Promise<boolean> {
  const gray: Raster = { width: 1, height: 1, channels, space, data: new Float32Array(channels).fill(half) };
  const [seen = half] = (await throughLayer(document, gray, direction)).data;
  return Math.abs(seen - half) > 0.1;
}

const half = 0.5;

function unhurried(work: Sliced<Raster>): Promise<Raster> {
  return runSliced(work, { signal: new AbortController().signal });
}

async function throughLayer(document: PhotoshopDocument, colors: Raster, direction: Direction): Promise<Raster> {
  const layer = await document.createPixelLayer({ name: 'Inlay' });
  assert(layer !== null, 'a new layer');
  const target = { documentID: document.id, layerID: layer.id };
  const isOut = direction === 'to the wire';
  const lendAs = isOut ? lendPixels : lendPixelsAs;
  await lendAs(colors, (imageData) => imaging.putPixels({ ...target, imageData, replace: true }));
  const block = await readBlock(isOut ? { ...target, convertTo: sRGB } : target, rectOf(colors));
  assert(block !== undefined && sameRect(block.inDocument, rectOf(colors)), 'the colors that were just written');
  const { width, height } = colors;
  return { width, height, channels: block.components, space: colors.space, data: block.data };
}
