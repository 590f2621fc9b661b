import { Cancelled } from '../base/abort';
import { InlayError } from '../base/errors';
import type { ModelAnswer } from '../routing/model';
import type { Capture } from './capture';
import type { EditContext } from './context';
import { operations } from './operations';
import type { EditPlan } from './plan';

/** Asks the model. What it throws beyond `InlayError` and `Cancelled` becomes `model.failed`. */
export async function callModel(plan: EditPlan, taken: Capture, context: EditContext): Promise<ModelAnswer> {
  const { request, route } = plan;
  const prompt = request.prompt === '' ? operations[request.operation].instruction : request.prompt;
  const call = {
    operation: request.operation,
    prompt,
    source: taken.source,
    mask: taken.modelMask,
    references: [],
    size: plan.fit.sent,
    seed: request.seed,
    strength: 1,
    variants: 1,
  };
  try {
    return await route.model.edit(call, context);
  } catch (error) {
    if (error instanceof InlayError || error instanceof Cancelled) throw error;
    throw new InlayError('model.failed', { model: route.model.spec.label }, error);
  }
}
