import { sizeOf, within } from '../image/rect';
import { classify } from '../routing/classify';
import { showsMarkedCopy } from './markedCopy';
import { operations } from './operations';
import { type EditPlan, shownIn } from './plan';
import { type ComposedPrompt, composePrompt } from './prompts/composePrompt';
import type { Region, Situation } from './prompts/situation';
import { nameOfReference } from './requestFields';
import { firstPart } from './tiles';

/** The prompt as it goes out. */
export function promptFor(plan: EditPlan): string {
  return composedFor(plan).sent;
}

/** The retoucher's words, with what the model's kind needs to be told besides, as far as they let it stand. */
export function composedFor(plan: EditPlan): ComposedPrompt {
  const { request, route } = plan;
  const { spec } = route.model;
  const prompt = request.prompt.trim() === '' ? operations[request.operation].instruction : request.prompt;
  if (spec.takes === 'document') return { sent: prompt, own: prompt, additions: [] };
  const shown = shownIn(request);
  const references = shown.map((reference) => ({ role: reference.role, label: nameOfReference(reference) }));
  const situation: Situation = {
    operation: request.operation,
    prompt,
    pattern: classify(
      request.operation,
      prompt,
      references.map(({ role }) => role),
    ),
    model: spec,
    region: regionOf(plan, shown.length),
    references,
    strength: 'strength' in request ? request.strength : 1,
    light: '',
    grade: '',
  };
  return composePrompt(situation, request.helpers);
}

/** Where to work, in what goes out first: tiles are told apart by nothing else. */
function regionOf(plan: EditPlan, shown: number): Region {
  const { request, route, frame, fit } = firstPart(plan);
  if (frame.mask.kind === 'everything') return { kind: 'everything' };
  if (showsMarkedCopy({ request, frame, shown }, route.model.spec)) return { kind: 'marked-copy' };
  const { sentInDocument } = fit;
  return {
    kind: 'crop',
    targetInContext: within(sentInDocument, frame.targetInDocument),
    context: sizeOf(sentInDocument),
  };
}
