import { runSliced } from '../base/slices';
import type { Change } from '../image/change/findChange';
import { toDepth } from '../image/depth';
import { keptOf } from '../image/keptOf';
import type { Mask } from '../image/mask';
import { tintOf } from '../image/matchColor/matchColor';
import type { Raster } from '../image/raster';
import { intersect, type Rect, rectOf, shift, type Size, sizeOf, within } from '../image/rect';
import { partAt, resamplePart, wholeOf } from '../image/resize';
import { type GrainSetting, matchTexture, type Texture } from '../image/texture/matchTexture';
import type { Aligned } from './align';
import type { Made } from './made';
import type { CallTools } from './makeCall';
import { type ChangePlaced, placeChange } from './placeChange';

/** An answer that lies in place, fitted to its surroundings. */
export interface FittedIn {
  readonly image: Raster;
  /** Absent: nothing to tell it by. */
  readonly texture?: Texture | undefined;
  /** What an instruction without a selection changed, and the mask that shows it where it is a part of the picture. */
  readonly change?: Change['kind'];
  /** By how many levels its colors were off on average. */
  readonly tint?: number;
  readonly layerMask?: Mask;
}

/**
 * Fits an answer (in wire colors, on the grid of the context) to what lies around it: as sharp and as grainy. Where an
 * instruction was given without a selection, what it changed is found first.
 */
export async function fitIn(
  laid: Raster,
  answer: Size,
  aligned: Aligned | undefined,
  made: Made,
  tools: CallTools,
): Promise<FittedIn> {
  const { call, taken, plan } = made;
  const { context } = tools;
  if (call.source === undefined || aligned?.registration.kind !== 'aligned') return { image: laid };
  const sent = await sentInPlace(call.source, laid, made, tools);
  if (taken.modelMask) {
    const kept = await runSliced(keptOf(taken.modelMask), context);
    const tint = aligned.match ? tintOf(aligned.match) : 0;
    return { ...(await textured(sent, { image: laid }, kept, made, tools)), tint };
  }
  if (plan.request.operation !== 'instruct') return { image: laid };
  const found = await placeChange(sent, laid, knownOf(aligned, answer, made), plan.request, context);
  if (!found.shown) return found;
  const { layerMask, kept } = found.shown;
  return {
    ...(await textured(sent, found, kept, made, tools)),
    change: found.change,
    tint: found.tint ?? 0,
    layerMask,
  };
}

async function textured(
  sent: Raster,
  { image }: Pick<ChangePlaced, 'image'>,
  kept: Uint8Array,
  { plan: { request } }: Made,
  { context }: CallTools,
): Promise<FittedIn> {
  return runSliced(matchTexture(sent, image, kept, grainOf(request), request.seed), context);
}

function grainOf(request: Made['plan']['request']): GrainSetting {
  return 'grain' in request ? request.grain : 'off';
}

/** What was sent, where the answer lies, at its depth. */
async function sentInPlace(
  sent: Raster,
  { data }: Raster,
  { plan: { fit, frame } }: Made,
  { context }: CallTools,
): Promise<Raster> {
  const deep = data instanceof Uint8Array ? sent : await runSliced(toDepth(sent, 16), context);
  const part = partAt(wholeOf(deep), within(fit.sentInDocument, frame.contextInDocument), sizeOf(fit.sentInDocument));
  return runSliced(resamplePart(deep, part, sizeOf(frame.contextInDocument)), context);
}

/** The part of the context that an answer shows, in whole pixels. */
function knownOf({ part }: Aligned, { width, height }: Size, { plan: { fit, frame } }: Made): Rect {
  const whole = sizeOf(fit.sentInDocument);
  const inWhole = (at: number, start: number, length: number, side: number) => ((at - start) / length) * side;
  const seen = {
    left: Math.ceil(inWhole(0, part.left, part.width, whole.width)),
    top: Math.ceil(inWhole(0, part.top, part.height, whole.height)),
    right: Math.floor(inWhole(width, part.left, part.width, whole.width)),
    bottom: Math.floor(inWhole(height, part.top, part.height, whole.height)),
  };
  const context = within(fit.sentInDocument, frame.contextInDocument);
  return intersect(shift(seen, -context.left, -context.top), rectOf(sizeOf(context)));
}
