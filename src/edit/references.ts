import { InlayError } from '../base/errors';
import type { DocumentId } from '../base/ids';
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

/**
 * The references as a model is shown them, reduced where they are large: opaque 8-bit sRGB, or for ourselves in the
 * document's own space and depth with what alpha they have.
 */
export async function readReferences(
  { request, route }: EditPlan,
  scene: Scene,
  host: Host,
  signal: AbortSignal,
): Promise<readonly CallReference[]> {
  const references: CallReference[] = [];
  const read = route.model.spec.takes === 'document' ? readAsDocument : readForWire;
  for (const wanted of shownIn(request)) {
    const image = await read(wanted.from, scene, host, signal);
    references.push({ role: wanted.role, label: nameOfReference(wanted), image });
  }
  return references;
}

type From = RequestedReference['from'];

async function readForWire(from: From, scene: Scene, host: Host, signal: AbortSignal): Promise<Raster> {
  const image = from.kind === 'file' ? await readFile(from, host, signal) : await readOpen(from, scene, host, signal);
  return asShown(await runSliced(toDepth(image, 8), { signal }), signal);
}

/** What lies in the document itself is not converted at all. */
async function readAsDocument(from: From, scene: Scene, host: Host, signal: AbortSignal): Promise<Raster> {
  if (from.kind === 'layer') return readFound(from, scene, host, signal).then(({ pixels }) => pixels);
  const image = from.kind === 'file' ? await readFile(from, host, signal) : await readOpen(from, scene, host, signal);
  const whole = image.data instanceof Float32Array ? await runSliced(toDepth(image, 16), { signal }) : image;
  return host.fromWire(scene.document, whole, signal);
}

/** A layer or group of the document, or another open document. */
async function readOpen(from: PictureName, scene: Scene, host: Host, signal: AbortSignal): Promise<Raster> {
  const { document, pixels } = await readFound(from, scene, host, signal);
  return host.toWire(document, pixels, signal);
}

interface Read {
  readonly document: DocumentId;
  readonly pixels: Raster;
}

/** In its own document's space and depth. */
async function readFound(from: PictureName, scene: Scene, host: Host, signal: AbortSignal): Promise<Read> {
  const found = host.findPicture(scene.document, from);
  if (found === undefined) {
    throw new InlayError('edit.reference-gone', { reference: from.kind === 'layer' ? from.name : from.title });
  }
  const { document, bounds } = found;
  const pixels = await host.readPixels(document, found.from, bounds, signal);
  return { document, pixels: await reduced(pixels, signal) };
}

type FromFile = Extract<RequestedReference['from'], { kind: 'file' }>;

async function readFile({ name, token }: FromFile, host: Host, signal: AbortSignal): Promise<Raster> {
  const bytes = await host.readFile(token);
  if (bytes === undefined) throw new InlayError('edit.reference-gone', { reference: name });
  try {
    const opened = await runSliced(openPicture(bytes), { signal });
    const pixels = opened.kind === 'raster' ? opened.raster : await host.decode(bytes, opened.format, signal);
    return await reduced(pixels, signal);
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
