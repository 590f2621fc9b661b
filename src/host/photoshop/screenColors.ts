import { imaging } from 'photoshop';
import { assert } from '../../base/assert';
import { InlayError } from '../../base/errors';
import type { DocumentId } from '../../base/ids';
import { runSliced, type Sliced } from '../../base/slices';
import { lightnessAsRgb } from '../../image/asRgb';
import { type ColorGrid, gridColors, throughGrid } from '../../image/colorGrid';
import { toEightBit } from '../../image/depth';
import { decodeToLight, encodeLight } from '../../image/light';
import { type ColorSpace, type Depth, type Raster, sRGB } from '../../image/raster';
import { rectOf, sameRect } from '../../image/rect';
import { readInFront } from './copyReading';
import { depthOfDocument, isBeyondImaging, openDocument, type PhotoshopDocument, spaceOfDocument } from './documents';
import { withoutTrace } from './history';
import { inFront } from './inFront';
import { lendPixels } from './lend';
import { readBlock } from './pixels';
import { onBlank } from './rgbCopy';

/** One grid for each model, profile and depth, for as long as the plugin is loaded. */
const grids = new Map<string, Promise<ColorGrid>>();

/** The port's `convertForScreen`. */
export async function convertForScreen(id: DocumentId, pixels: Raster, signal: AbortSignal): Promise<Raster> {
  const encoded = pixels.data instanceof Float32Array ? await runSliced(encodeLight(pixels), { signal }) : pixels;
  if (isOfScreen(pixels.space)) return { ...(await runSliced(toEightBit(encoded), { signal })), space: sRGB };
  const document = openDocument(id);
  const grid = await orNothing(gridFor(document));
  if (grid !== undefined) return runSliced(throughGrid(encoded, grid, sRGB), { signal });
  return runSliced(lightnessAsRgb(await runSliced(toEightBit(encoded), { signal })), { signal });
}

function isOfScreen({ model, profile }: ColorSpace): boolean {
  return model === 'rgb' && (profile === sRGB.profile || profile === '');
}

/** A thumbnail in slightly wrong colors beats a result that is lost because Photoshop was busy. */
async function orNothing(grid: Promise<ColorGrid>): Promise<ColorGrid | undefined> {
  try {
    return await grid;
  } catch (error) {
    if (error instanceof InlayError) return undefined;
    throw error;
  }
}

function gridFor(document: PhotoshopDocument): Promise<ColorGrid> {
  const space = spaceOfDocument(document);
  const depth = depthOfDocument(document);
  const key = `${space.model} ${space.profile} ${String(depth)}`;
  const known = grids.get(key);
  if (known !== undefined) return known;
  const asked = askForGrid(document, space, depth);
  grids.set(key, asked);
  asked.catch(() => grids.delete(key));
  return asked;
}

/**
 * Photoshop converts a grid of colors on a layer of the document itself, which is gone again before anyone sees it: a
 * scratch document would need the profile by name, and an embedded profile may not be installed.
 */
function askForGrid(document: PhotoshopDocument, space: ColorSpace, depth: Depth): Promise<ColorGrid> {
  const points = gridColors(depth === 32 ? 16 : depth, space);
  const colors = depth === 32 ? { ...points, data: decodeToLight(points.data) } : points;
  return readInFront({ name: 'Read the colors', doing: 'read the document’s colors' }, (context) =>
    isBeyondImaging(document)
      ? onBlank(context, { width: colors.width, height: colors.height, depth }, (blank) => convertOnLayer(blank, colors))
      : inFront(document, () => withoutTrace(context, document, () => convertOnLayer(document, colors))),
  );
}

async function convertOnLayer(document: PhotoshopDocument, colors: Raster): Promise<ColorGrid> {
  const layer = await document.createPixelLayer({ name: 'Inlay' });
  assert(layer !== null, 'a new layer');
  const target = { documentID: document.id, layerID: layer.id };
  await lendPixels(colors, (imageData) => imaging.putPixels({ ...target, imageData, replace: true }));
  const block = await readBlock({ ...target, convertTo: sRGB }, rectOf(colors));
  assert(block !== undefined && sameRect(block.inDocument, rectOf(colors)), 'the colors that were just written');
  const { width, height } = colors;
  const read: Raster = { width, height, channels: block.components, space: sRGB, data: block.data };
  return { colors: block.data instanceof Float32Array ? atOnce(encodeLight(read)) : read };
}

/** Work on so few values that nobody need breathe meanwhile. */
function atOnce<T>(work: Sliced<T>): T {
  for (;;) {
    const piece = work.next();
    if (piece.done) return piece.value;
  }
}
