import { runSliced } from '../base/slices';
import { keptOf } from '../image/keptOf';
import type { Mask } from '../image/mask';
import { type ColorMatch, learnMatch } from '../image/matchColor/matchColor';
import type { Raster } from '../image/raster';
import type { Size } from '../image/rect';
import { brightnessOf } from '../image/register/plane';
import { type Registration, registerAnswer } from '../image/register/registerAnswer';
import { type Part, resamplePart, wholeOf } from '../image/resize';
import type { EditContext } from './context';

/** How an answer lies over what was sent, and in which light. */
export interface Aligned {
  readonly registration: Registration;
  /** What was sent, in the answer's own pixels. */
  readonly part: Part;
  readonly match: ColorMatch | undefined;
}

/** What went out, at the size sent. */
export interface Sent {
  readonly source: Raster;
  /** What the model was to make anew; absent: nobody knows where it changes something. */
  readonly mask: Mask | undefined;
}

/**
 * Lays an answer over what was sent, by the pixels that were to stay, and compares its colors with theirs where it is
 * known which those are. An answer that cannot be laid in place is taken as it came.
 */
export async function align(answer: Raster, { source, mask }: Sent, context: EditContext): Promise<Aligned> {
  const kept = mask && (await runSliced(keptOf(mask), context));
  const { part, registration } = await bestRegistration(answer, source, kept, context);
  if (registration.kind === 'reframed' || kept === undefined) return { registration, part, match: undefined };
  const laid = await runSliced(resamplePart(answer, part, source), context);
  return { registration, part, match: await runSliced(learnMatch(source, laid, kept), context) };
}

interface Laid {
  readonly registration: Registration;
  readonly part: Part;
}

async function bestRegistration(
  answer: Raster,
  source: Raster,
  kept: Uint8Array | undefined,
  context: EditContext,
): Promise<Laid> {
  const wanted = await runSliced(brightnessOf(source), context);
  let best: Laid | undefined;
  for (const expected of expectedParts(answer, source)) {
    const nominal = await runSliced(resamplePart(answer, expected, source), context);
    const seen = await runSliced(brightnessOf(nominal), context);
    const registration = await runSliced(registerAnswer(wanted, seen, kept), context);
    const laid = { registration, part: partOf(registration, expected, source) };
    if (best === undefined || certaintyOf(registration) > certaintyOf(best.registration)) best = laid;
  }
  return best ?? { registration: { kind: 'featureless' }, part: wholeOf(answer) };
}

/** Sides that differ by less are rounding. */
const sameRatio = 0.02;

/** The whole answer; where its shape is another one, also as though it were cut to it, or had been cut from it. */
function expectedParts(answer: Size, source: Size): readonly Part[] {
  const whole = wholeOf(answer);
  const [across, down] = [answer.width / source.width, answer.height / source.height];
  if (Math.abs(across / down - 1) < sameRatio) return [whole];
  return [whole, centered(answer, source, Math.min(across, down)), centered(answer, source, Math.max(across, down))];
}

function centered(answer: Size, source: Size, scale: number): Part {
  const [width, height] = [source.width * scale, source.height * scale];
  return { left: (answer.width - width) / 2, top: (answer.height - height) / 2, width, height };
}

function certaintyOf(registration: Registration): number {
  if (registration.kind === 'featureless') return 0;
  return registration.kind === 'aligned' ? 1 + registration.confidence : 0;
}

/** From the grid of what was sent to the answer's own pixels. */
function partOf(registration: Registration, expected: Part, source: Size): Part {
  if (registration.kind !== 'aligned') return expected;
  const { left, top, width, height } = registration.alignment;
  const [across, down] = [expected.width / source.width, expected.height / source.height];
  return {
    left: expected.left + left * across,
    top: expected.top + top * down,
    width: width * across,
    height: height * down,
  };
}
