import { runSliced } from '../base/slices';
import type { ModelAnswer } from '../routing/model';
import type { CheckInput } from './check';
import { measureAll } from './checks';
import { finish } from './finish';
import type { Made } from './made';
import type { CallTools } from './makeCall';
import type { EditPlan } from './plan';
import { stitch } from './stitch';
import { strainOf, type Variant } from './variant';

/** Every picture of an answer, ready to place; those that fit best come first. */
export async function makeVariants(answer: ModelAnswer, made: Made, tools: CallTools): Promise<readonly Variant[]> {
  const { plan, call, taken } = made;
  const { context, scene } = tools;
  const variants: Variant[] = [];
  for (const image of answer.images) {
    context.onStep('finish');
    const finished = await finish(image, made, tools);
    context.onStep('stitch');
    const patch = await stitch(plan, finished.layerMask ?? taken.layerMask, finished.image, scene.depth, context);
    context.onStep('check');
    const seen = { source: taken.source, patch: patch.pixels, mask: patch.mask, isNew: isNew(plan) };
    const input: CheckInput = { ...seen, ...finished.fitting };
    const findings = await runSliced(measureAll(input), context);
    const { dollars, requestId, warnings } = answer;
    const told = { prompt: call.prompt, asked: call.size, came: finished.came, dollars, requestId };
    variants.push({ plan, patch, source: taken.source, findings, warnings, told });
  }
  return variants.sort((a, b) => strainOf(a.findings) - strainOf(b.findings));
}

function isNew({ frame }: EditPlan): CheckInput['isNew'] {
  return frame.mask.kind === 'canvas' ? 'yes' : 'no';
}
