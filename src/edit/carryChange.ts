import { runSliced } from '../base/slices';
import { agreementOf } from '../image/agreement';
import { withAlpha, withoutAlpha } from '../image/alpha';
import { carryOver } from '../image/carryOver';
import { toDepth } from '../image/depth';
import { ditherSteps } from '../image/dither';
import { isSrgb, type Raster } from '../image/raster';
import { sizeOf, within } from '../image/rect';
import { partAt, resamplePart, wholeOf } from '../image/resize';
import type { Made } from './made';
import type { CallTools } from './makeCall';

/**
 * Brings an answer that lies in place (sRGB, 8 or 16 bit) to the document's space and depth. What 8 bits of sRGB at the
 * size sent could not carry (levels, colors, light beyond white, fine detail) comes from the source, wherever the answer
 * agrees with what was sent.
 */
export async function carryChange(laid: Raster, answer: Raster, made: Made, tools: CallTools): Promise<Raster> {
  const { host, scene, context } = tools;
  const { source } = made.taken;
  const sent = made.call.source && (await sentInPlace(made.call.source, laid, made, tools));
  const agreement = sent && (await runSliced(agreementOf(laid, sent), context));
  const isStepped = answer.data instanceof Uint8Array && scene.depth !== 8;
  const smooth = isStepped ? await runSliced(ditherSteps(laid, agreement), context) : laid;
  const convert = async (picture: Raster) => {
    const converted = await host.fromWire(scene.document, picture, context.signal);
    return runSliced(source.channels % 2 === 0 ? withAlpha(converted) : withoutAlpha(converted), context);
  };
  const converted = await convert(smooth);
  if (sent === undefined || agreement === undefined) return converted;
  return runSliced(carryOver(converted, { source, came: await convert(sent) }, agreement), context);
}

/** What was sent, where the answer lies; nothing where it is the very source. */
async function sentInPlace(
  sent: Raster,
  { data }: Raster,
  { plan, taken }: Made,
  { context, scene }: CallTools,
): Promise<Raster | undefined> {
  const { fit, frame } = plan;
  if (fit.scale === 1 && isSrgb(scene.space) && taken.source.data instanceof Uint8Array) return undefined;
  const deep = data instanceof Uint8Array ? sent : await runSliced(toDepth(sent, 16), context);
  const part = partAt(wholeOf(deep), within(fit.sentInDocument, frame.contextInDocument), sizeOf(fit.sentInDocument));
  return runSliced(resamplePart(deep, part, sizeOf(frame.contextInDocument)), context);
}
