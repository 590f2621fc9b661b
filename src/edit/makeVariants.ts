import { runSliced } from '../base/slices';
import type { ModelAnswer, ModelCall } from '../routing/model';
import type { Capture } from './capture';
import { measureAll } from './checks';
import { finish } from './finish';
import type { CallTools } from './makeCall';
import type { EditPlan } from './plan';
import { stitch } from './stitch';
import { strainOf, type Variant } from './variant';

/** What led to an answer. */
export interface Made {
  readonly plan: EditPlan;
  readonly call: ModelCall;
  readonly taken: Capture;
}

/** Every picture of an answer, ready to place; those that fit best come first. */
export async function makeVariants(answer: ModelAnswer, made: Made, tools: CallTools): Promise<readonly Variant[]> {
  const { plan, call, taken } = made;
  const { context, scene } = tools;
  const variants: Variant[] = [];
  for (const image of answer.images) {
    context.onStep('finish');
    const finished = await finish(image, plan, taken, tools);
    context.onStep('stitch');
    const patch = await stitch(plan, taken, finished.image, scene.depth, context);
    context.onStep('check');
    const input = { source: taken.source, patch: patch.pixels, mask: patch.mask };
    const findings = await runSliced(measureAll(input), context);
    const { dollars, requestId, warnings } = answer;
    const told = { prompt: call.prompt, asked: call.size, came: finished.came, dollars, requestId };
    variants.push({ plan, patch, source: taken.source, findings, warnings, told });
  }
  return variants.sort((a, b) => strainOf(a.findings) - strainOf(b.findings));
}
