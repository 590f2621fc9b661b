import { imaging } from 'photoshop';
import { assert } from '../../base/assert';
import { InlayError } from '../../base/errors';
import type { DocumentId } from '../../base/ids';
import { runSliced } from '../../base/slices';
import { type ColorGrid, gridColors, learnColors, throughGrid } from '../../image/colorGrid';
import { toEightBit } from '../../image/depth';
import { type ColorSpace, type Depth, type Raster, sRGB } from '../../image/raster';
import { rectOf, sameRect } from '../../image/rect';
import { depthOfDocument, openDocument, type PhotoshopDocument, spaceOfDocument } from './documents';
import { withoutTrace } from './history';
import { workInFront } from './inFront';
import { lendPixels } from './lend';
import { readBlock } from './pixels';

/** One grid for each profile and depth, for as long as the plugin is loaded. */
const grids = new Map<string, Promise<ColorGrid>>();

/** The port's `convertForScreen`. */
export async function convertForScreen(id: DocumentId, pixels: Raster, signal: AbortSignal): Promise<Raster> {
  if (pixels.space.profile === sRGB.profile || pixels.space.profile === '') {
    return { ...(await runSliced(toEightBit(pixels), { signal })), space: sRGB };
  }
  const document = openDocument(id);
  const grid = await orNothing(gridFor(document));
  return runSliced(grid === undefined ? toEightBit(pixels) : throughGrid(pixels, grid, sRGB), { signal });
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
  const key = `${space.profile} ${String(depth)}`;
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
async function askForGrid(document: PhotoshopDocument, space: ColorSpace, depth: Depth): Promise<ColorGrid> {
  const colors = gridColors(depth, space);
  const converted = await workInFront({
    name: { name: 'Read the colors', doing: 'read the document’s colors' },
    document: () => document,
    work: (context) => withoutTrace(context, document, () => convertOnLayer(document, colors)),
  });
  return runSliced(learnColors(colors, converted), { signal: new AbortController().signal });
}

async function convertOnLayer(document: PhotoshopDocument, colors: Raster): Promise<Raster> {
  const layer = await document.createPixelLayer({ name: 'Inlay' });
  assert(layer !== null, 'a new layer');
  const target = { documentID: document.id, layerID: layer.id };
  await lendPixels(colors, (imageData) => imaging.putPixels({ ...target, imageData, replace: true }));
  const block = await readBlock({ ...target, convertTo: sRGB }, rectOf(colors));
  assert(block !== undefined && sameRect(block.inDocument, rectOf(colors)), 'the colors that were just written');
  const { width, height } = colors;
  return { width, height, channels: block.components, space: sRGB, data: block.data };
}
