import { InlayError } from '../base/errors';
import { runSliced } from '../base/slices';
import { Unreadable } from '../base/unreadable';
import type { Host, PictureName, Scene } from '../host/host';
import { toDepth } from '../image/depth';
import { flattenOnWhite } from '../image/flatten';
import { openPicture } from '../image/openPicture';
import type { Raster } from '../image/raster';
import { areaOf, rectOf, type Size } from '../image/rect';
import { resizeRaster } from '../image/resize';
import type { CallReference } from '../routing/model';
import { type EditPlan, referenceSize, shownIn } from './plan';
import { nameOfReference, type RequestedReference } from './requestFields';

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
  reference: RequestedReference,
  scene: Scene,
  host: Host,
  signal: AbortSignal,
): Promise<CallReference> {
  const { from, role } = reference;
  const image = from.kind === 'file' ? readFile(from, host, signal) : readOpen(from, scene, host, signal);
  return { role, label: nameOfReference(reference), image: await asShown(await image, signal) };
}

/** A layer or group of the document, or another open document. */
async function readOpen(from: PictureName, scene: Scene, host: Host, signal: AbortSignal): Promise<Raster> {
  const found = host.findPicture(scene.document, from);
  if (found === undefined) {
    throw new InlayError('edit.reference-gone', { reference: from.kind === 'layer' ? from.name : from.title });
  }
  const { document, bounds } = found;
  const pixels = await host.readPixels(document, found.from, bounds, signal);
  return host.toWire(document, await reduced(pixels, signal), signal);
}

type FromFile = Extract<RequestedReference['from'], { kind: 'file' }>;

async function readFile({ name, token }: FromFile, host: Host, signal: AbortSignal): Promise<Raster> {
  const bytes = await host.readFile(token);
  if (bytes === undefined) throw new InlayError('edit.reference-gone', { reference: name });
  try {
    const opened = await runSliced(openPicture(bytes), { signal });
    const pixels = opened.kind === 'raster' ? opened.raster : await host.decode(bytes, opened.format, signal);
    return await runSliced(toDepth(await reduced(pixels, signal), 8), { signal });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new InlayError('edit.reference-unreadable', { reference: name }, error);
  }
}

function reduced(pixels: Raster, signal: AbortSignal): Promise<Raster> {
  return runSliced(resizeRaster(pixels, reducedSize(pixels, areaOf(rectOf(pixels)))), { signal });
}

function reducedSize({ width, height }: Size, pixels: number): Size {
  const scale = Math.min(1, Math.sqrt((referenceSize.width * referenceSize.height) / pixels));
  return { width: Math.max(1, Math.floor(width * scale)), height: Math.max(1, Math.floor(height * scale)) };
}

/** What a model is shown has no alpha. */
export function asShown(wire: Raster, signal: AbortSignal): Promise<Raster> {
  return runSliced(flattenOnWhite(wire), { signal });
}
