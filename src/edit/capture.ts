import { InlayError, isInlayError } from '../base/errors';
import { runSliced } from '../base/slices';
import type { Host, Scene } from '../host/host';
import { measureSelected } from '../image/bounds';
import { hardMask, layerMask } from '../image/layerMask';
import type { Mask } from '../image/mask';
import { type Raster, samplesOf } from '../image/raster';
import { areaOf, type Rect, sizeOf } from '../image/rect';
import type { CallReference } from '../routing/model';
import type { EditContext } from './context';
import { operations } from './operations';
import type { EditPlan } from './plan';
import { readReferences } from './references';

/** The pixels of an edit, all of the context's size, at the document's resolution, depth and space. */
export interface Capture {
  readonly source: Raster;
  /** What stays on the placed layer: the selection to the last grey level, and the transition outward from it. */
  readonly layerMask: Mask;
  /** What the model is asked to make anew: hard, all that the layer mask touches. Thrown away afterwards. */
  readonly modelMask: Mask | undefined;
  readonly references: readonly CallReference[];
}

/** Fewer kept pixels than this say nothing about how the picture goes on. */
const leastKeptPixels = 64;

/** Reads what is seen at and beneath the place of the result. Throws `edit.*` where there is nothing to work with. */
export async function capture(plan: EditPlan, scene: Scene, host: Host, context: EditContext): Promise<Capture> {
  const masks = plan.frame.mask.kind === 'everything' ? allShown(plan) : await masksFrom(plan, scene, context);
  const references = await readReferences(plan, scene, host, context.signal);
  return { ...masks, references, source: await readSource(plan, scene, host, context.signal) };
}

type Masks = Pick<Capture, 'layerMask' | 'modelMask'>;

function allShown({ frame: { contextInDocument } }: EditPlan): Masks {
  const size = sizeOf(contextInDocument);
  return { layerMask: { ...size, data: new Uint8Array(size.width * size.height).fill(255) }, modelMask: undefined };
}

async function masksFrom(
  { frame, request, route }: EditPlan,
  { selection }: Scene,
  context: EditContext,
): Promise<Masks> {
  const { contextInDocument, mask: recipe } = frame;
  if (selection === undefined || recipe.kind === 'everything') throw new InlayError('edit.no-selection', {});
  const onLayer = await runSliced(layerMask(selection.mask, selection.bounds, contextInDocument, recipe), context);
  const forModel = await runSliced(hardMask(onLayer), context);
  const { pixels: changed } = await runSliced(measureSelected(forModel), context);
  if (changed === 0) throw new InlayError('edit.selection-too-small', { pixels: 0 });
  const isContinued = route.model.spec.takes === 'document' && request.operation !== 'style';
  if (isContinued && forModel.data.length - changed < leastKeptPixels)
    throw new InlayError('edit.selection-too-large', {});
  return { layerMask: onLayer, modelMask: forModel };
}

/** A picture that is made from nothing may also stand where there is nothing yet. */
async function readSource(
  { frame, request }: EditPlan,
  scene: Scene,
  host: Host,
  signal: AbortSignal,
): Promise<Raster> {
  const { contextInDocument } = frame;
  try {
    return await host.readPixels(scene.document, { beneath: scene.place }, contextInDocument, signal);
  } catch (error) {
    const mayBeEmpty = operations[request.operation].source === 'nothing';
    if (mayBeEmpty && isInlayError(error) && error.code === 'edit.nothing-there')
      return nothingAt(scene, contextInDocument);
    throw error;
  }
}

function nothingAt({ depth, space }: Scene, area: Rect): Raster {
  const channels = space.model === 'gray' ? 2 : 4;
  return { ...sizeOf(area), channels, space, data: samplesOf(depth, areaOf(area) * channels) };
}
