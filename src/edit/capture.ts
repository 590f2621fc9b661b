import { assert } from '../base/assert';
import { InlayError, isInlayError } from '../base/errors';
import { runSliced } from '../base/slices';
import type { Host, Scene, Selection } from '../host/host';
import { blankBeyond } from '../image/blankBeyond';
import { measureSelected } from '../image/bounds';
import { extendEdges } from '../image/extend';
import { hardMask, layerMask } from '../image/layerMask';
import type { Mask } from '../image/mask';
import { maskBeyond } from '../image/maskBeyond';
import { type Raster, samplesOf } from '../image/raster';
import { areaOf, intersect, type Rect, rectOf, sizeOf } from '../image/rect';
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
  return { ...masks, references, source: await readSource(plan, scene, host, context) };
}

type Masks = Pick<Capture, 'layerMask' | 'modelMask'>;

function allShown({ frame: { contextInDocument } }: EditPlan): Masks {
  const size = sizeOf(contextInDocument);
  return { layerMask: { ...size, data: new Uint8Array(size.width * size.height).fill(255) }, modelMask: undefined };
}

async function masksFrom({ frame, request, route }: EditPlan, scene: Scene, context: EditContext): Promise<Masks> {
  const { contextInDocument, mask: recipe } = frame;
  assert(recipe.kind !== 'everything', 'a part that changes');
  const { mask, bounds } = await chosenPart(frame, scene, context);
  const onLayer = await runSliced(layerMask(mask, bounds, contextInDocument, recipe), context);
  const forModel = await runSliced(hardMask(onLayer), context);
  const { pixels: changed } = await runSliced(measureSelected(forModel), context);
  if (changed === 0) throw new InlayError('edit.selection-too-small', { pixels: 0 });
  const isContinued = route.model.spec.takes === 'document' && request.operation !== 'style';
  if (isContinued && forModel.data.length - changed < leastKeptPixels)
    throw new InlayError('edit.selection-too-large', {});
  return { layerMask: onLayer, modelMask: forModel };
}

/** What is selected, or what lies beyond the picture. */
async function chosenPart(
  { contextInDocument, mask: { kind } }: EditPlan['frame'],
  { selection, size, depth }: Scene,
  context: EditContext,
): Promise<Selection> {
  if (kind === 'canvas') {
    const mask = await runSliced(maskBeyond(rectOf(size), contextInDocument, depth), context);
    return { bounds: contextInDocument, mask };
  }
  if (selection === undefined) throw new InlayError('edit.no-selection', {});
  return selection;
}

/**
 * Beyond the canvas the outermost pixels are repeated; a model without a mask would take them for a picture, and is shown
 * a plain gray. A picture that is made from nothing may also stand where there is
 * nothing yet.
 */
async function readSource(
  { frame, request, route }: EditPlan,
  scene: Scene,
  host: Host,
  context: EditContext,
): Promise<Raster> {
  const { contextInDocument } = frame;
  const onCanvas = intersect(contextInDocument, rectOf(scene.size));
  try {
    const seen = await host.readPixels(scene.document, { beneath: scene.place }, onCanvas, context.signal);
    const extended = await runSliced(extendEdges(seen, onCanvas, contextInDocument), context);
    const isUntold = frame.mask.kind === 'canvas' && route.model.spec.mask === 'none';
    return isUntold ? await runSliced(blankBeyond(extended, onCanvas, contextInDocument), context) : extended;
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
