import { runSliced } from '../base/slices';
import { toDepth } from '../image/depth';
import { keptOf } from '../image/keptOf';
import type { Raster } from '../image/raster';
import { sizeOf, within } from '../image/rect';
import { partAt, resamplePart, wholeOf } from '../image/resize';
import { type GrainSetting, matchTexture } from '../image/texture/matchTexture';
import type { Made } from './made';
import type { CallTools } from './makeCall';

/** An answer that lies in place, as sharp and as grainy as its surroundings. */
export interface FittedIn {
  readonly image: Raster;
  /** How much of the detail that was sent came back; absent: nothing to tell it by. */
  readonly sharpness: number | undefined;
}

/** Fits an answer (in wire colors, on the grid of the context) to what lies around it. */
export async function fitIn(laid: Raster, made: Made, tools: CallTools): Promise<FittedIn> {
  const { modelMask } = made.taken;
  const { context } = tools;
  if (made.call.source === undefined || modelMask === undefined) return { image: laid, sharpness: undefined };
  const sent = await sentInPlace(made.call.source, laid, made, tools);
  const kept = await runSliced(keptOf(modelMask), context);
  const { request } = made.plan;
  return runSliced(matchTexture(sent, laid, kept, grainOf(request), request.seed), context);
}

function grainOf(request: Made['plan']['request']): GrainSetting {
  return 'grain' in request ? request.grain : 'off';
}

/** What was sent, where the answer lies, at its depth. */
export async function sentInPlace(
  sent: Raster,
  { data }: Raster,
  { plan: { fit, frame } }: Made,
  { context }: CallTools,
): Promise<Raster> {
  const deep = data instanceof Uint8Array ? sent : await runSliced(toDepth(sent, 16), context);
  const part = partAt(wholeOf(deep), within(fit.sentInDocument, frame.contextInDocument), sizeOf(fit.sentInDocument));
  return runSliced(resamplePart(deep, part, sizeOf(frame.contextInDocument)), context);
}
