import { InlayError } from '../base/errors';
import { runSliced } from '../base/slices';
import type { Host, Scene } from '../host/host';
import { flattenOnWhite } from '../image/flatten';
import type { Raster } from '../image/raster';
import { areaOf, type Size, sizeOf } from '../image/rect';
import { resizeRaster } from '../image/resize';
import type { CallReference } from '../routing/model';
import { type EditPlan, referenceSize, shownIn } from './plan';
import type { RequestedReference } from './requestFields';

/** The references as a model is shown them: opaque 8-bit sRGB, reduced where they are large. */
export async function readReferences(
  { request }: EditPlan,
  scene: Scene,
  host: Host,
  signal: AbortSignal,
): Promise<readonly CallReference[]> {
  const references: CallReference[] = [];
  for (const wanted of shownIn(request)) references.push(await readReference(wanted, scene, host, signal));
  return references;
}

async function readReference(
  { from, role }: RequestedReference,
  scene: Scene,
  host: Host,
  signal: AbortSignal,
): Promise<CallReference> {
  const label = from.kind === 'layer' ? from.name : from.title;
  const found = host.findPicture(scene.document, from);
  if (found === undefined) throw new InlayError('edit.reference-gone', { reference: label });
  const { document, bounds } = found;
  const pixels = await host.readPixels(document, found.from, bounds, signal);
  const reduced = await runSliced(resizeRaster(pixels, reducedSize(sizeOf(bounds), areaOf(bounds))), { signal });
  return { role, label, image: await asShown(await host.toWire(document, reduced, signal), signal) };
}

function reducedSize({ width, height }: Size, pixels: number): Size {
  const scale = Math.min(1, Math.sqrt((referenceSize.width * referenceSize.height) / pixels));
  return { width: Math.max(1, Math.floor(width * scale)), height: Math.max(1, Math.floor(height * scale)) };
}

/** What a model is shown has no alpha. */
export function asShown(wire: Raster, signal: AbortSignal): Promise<Raster> {
  return runSliced(flattenOnWhite(wire), { signal });
}
