import { InlayError } from '../../base/errors';
import type { DocumentId } from '../../base/ids';
import { runSliced, type Sliced } from '../../base/slices';
import { grayAsRgb } from '../../image/asRgb';
import { gridColors, learnColors, throughGrid } from '../../image/colorGrid';
import { toEightBit } from '../../image/depth';
import { grayPoints, throughGrays } from '../../image/grayTable';
import { labToSrgb } from '../../image/labToSrgb';
import { decodeToLight, encodeLight } from '../../image/light';
import { type ColorSpace, type Depth, isSrgb, type Raster, sRGB } from '../../image/raster';
import { depthOfPixels, openDocument, type PhotoshopDocument, spaceOfDocument } from './documents';
import { withoutTrace } from './history';
import { workInFront } from './inFront';
import { convertOnLayer } from './wireColors';

/** A conversion to 8-bit sRGB, learned from samples. At 32 bit it takes light along the curve of a screen. */
type ToScreen = (pixels: Raster) => Sliced<Raster>;

/** One for each document, mode, profile and depth, for as long as the plugin is loaded. */
const conversions = new Map<string, Promise<ToScreen>>();

/** The port's `convertForScreen`. */
export async function convertForScreen(id: DocumentId, pixels: Raster, signal: AbortSignal): Promise<Raster> {
  const encoded = pixels.data instanceof Float32Array ? await runSliced(encodeLight(pixels), { signal }) : pixels;
  if (isSrgb(pixels.space)) return { ...(await runSliced(toEightBit(encoded), { signal })), space: sRGB };
  if (pixels.space.model === 'lab') return runSliced(labToSrgb(encoded), { signal });
  const document = openDocument(id);
  const convert = await orNothing(learned(document));
  if (convert !== undefined) return runSliced(convert(encoded), { signal });
  return runSliced(grayAsRgb(await runSliced(toEightBit(encoded), { signal })), { signal });
}

/** A thumbnail in slightly wrong colors beats a result that is lost because Photoshop was busy. */
async function orNothing(conversion: Promise<ToScreen>): Promise<ToScreen | undefined> {
  try {
    return await conversion;
  } catch (error) {
    if (error instanceof InlayError) return undefined;
    throw error;
  }
}

function learned(document: PhotoshopDocument): Promise<ToScreen> {
  const space = spaceOfDocument(document);
  const depth = depthOfPixels(document);
  // two embedded profiles may share a name, but not in one document
  const key = `${String(document.id)} ${space.model} ${space.profile} ${String(depth)}`;
  const known = conversions.get(key);
  if (known !== undefined) return known;
  const asked = learn(document, space, depth);
  conversions.set(key, asked);
  asked.catch(() => conversions.delete(key));
  return asked;
}

/** RGB follows a model of its profile, gray a line. */
async function learn(document: PhotoshopDocument, space: ColorSpace, depth: Depth): Promise<ToScreen> {
  const pointDepth = depth === 32 ? 16 : depth;
  const points = space.model === 'rgb' ? gridColors(pointDepth, space) : grayPoints(pointDepth, space);
  const converted = await askFor(document, points, depth);
  if (space.model !== 'rgb') return (pixels) => throughGrays(pixels, converted);
  const grid = await runSliced(learnColors(points, converted), unhurried());
  return (pixels) => throughGrid(pixels, grid, sRGB);
}

function unhurried() {
  return { signal: new AbortController().signal };
}

/**
 * Photoshop converts the samples on a layer of the document itself, which is gone again before anyone sees it: a scratch
 * document would need the profile by name, and an embedded profile may not be installed.
 */
async function askFor(document: PhotoshopDocument, points: Raster, depth: Depth): Promise<Raster> {
  const colors = depth === 32 ? { ...points, data: decodeToLight(points.data) } : points;
  const converted = await workInFront({
    name: { name: 'Read the colors', doing: 'read the document’s colors' },
    document: () => document,
    work: (context) => withoutTrace(context, document, () => convertOnLayer(document, colors, 'to the wire')),
  });
  return depth === 32 ? runSliced(encodeLight(converted), unhurried()) : converted;
}
