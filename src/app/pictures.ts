import type { DocumentId } from '../base/ids';
import { runSliced, type Sliced } from '../base/slices';
import type { Variant } from '../edit/variant';
import type { Host, Preview, Scene } from '../host/host';
import { blankBeyond } from '../image/blankBeyond';
import { composite } from '../image/composite';
import { cropRaster, reframeMask } from '../image/crop';
import type { Raster } from '../image/raster';
import { heightOf, intersect, outset, type Rect, rectOf, type Size, widthOf, within } from '../image/rect';
import { resizeRaster } from '../image/resize';

/** The longest side of a picture in the panel, in pixels. */
const longestSide = 640;

export interface Pictures {
  readonly before: Preview;
  readonly after: Preview;
}

/** What was there and what would be, around the target, for the panel. */
export async function makePictures(
  variant: Variant,
  { document, size }: Pick<Scene, 'document' | 'size'>,
  host: Host,
  signal: AbortSignal,
): Promise<Pictures> {
  const { patch, source, plan } = variant;
  const shown = shownPart(within(patch.inDocument, plan.frame.targetInDocument), source);
  const was = await runSliced(withBlank(variant, size), { signal });
  const before = await runSliced(cropRaster(was, shown), { signal });
  const after = await runSliced(placedPart(before, variant, shown), { signal });
  return { before: await show(before, document, host, signal), after: await show(after, document, host, signal) };
}

/** Beyond the old canvas there was nothing. */
function* withBlank({ source, patch, plan }: Variant, size: Size): Sliced<Raster> {
  if (plan.frame.mask.kind !== 'canvas') return source;
  return yield* blankBeyond(source, rectOf(size), patch.inDocument);
}

function* placedPart(before: Raster, { patch }: Variant, shown: Rect): Sliced<Raster> {
  const pixels = yield* cropRaster(patch.pixels, shown);
  const mask = yield* reframeMask(patch.mask, rectOf(patch.mask), shown);
  return yield* composite(before, pixels, mask);
}

/** The target with a third of its size around it. */
function shownPart(target: Rect, size: Size): Rect {
  const margin = Math.ceil(Math.max(widthOf(target), heightOf(target), 48) / 3);
  return intersect(outset(target, margin), rectOf(size));
}

async function show(pixels: Raster, document: DocumentId, host: Host, signal: AbortSignal): Promise<Preview> {
  const small = await runSliced(resizeRaster(pixels, sizeInPanel(pixels)), { signal });
  return host.preview(await host.convertForScreen(document, small, signal));
}

function sizeInPanel({ width, height }: Size): Size {
  const scale = Math.min(1, longestSide / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
