import { intersect, sizeOf, within } from '../image/rect';
import { classify, type Pattern } from '../routing/classify';
import { showsMarkedCopy } from './markedCopy';
import { operations } from './operations';
import { type EditPlan, shownIn } from './plan';
import { firstPart } from './planOfTile';
import { type ComposedPrompt, composePrompt } from './prompts/composePrompt';
import type { Region, Situation } from './prompts/situation';
import { nameOfReference } from './requestFields';

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
  const roles = references.map(({ role }) => role);
  const pattern = classify(request.operation, prompt, roles);
  const situation: Situation = {
    operation: request.operation,
    prompt,
    pattern,
    model: spec,
    region: regionOf(plan, shown.length),
    references,
    strength: 'strength' in request ? request.strength : 1,
    ...seenIn(plan, pattern),
  };
  return composePrompt(situation, request.helpers);
}

/** What was measured, where it was measured here and may stay as it is. */
function seenIn({ request, frame }: EditPlan, pattern: Pattern): Pick<Situation, 'light' | 'grade'> {
  const { seen, operation } = request;
  const { left, top, right, bottom } = frame.targetInDocument;
  const isHere = seen !== undefined && [left, top, right, bottom].every((edge, index) => edge === seen.target[index]);
  const isWanted = operation !== 'style' && operation !== 'generate' && pattern !== 'light';
  if (!isHere || !isWanted) return { light: '', grade: '' };
  return { light: operation === 'remove' ? '' : seen.light, grade: seen.grade };
}

/** Where to work, in what goes out first: tiles are told apart by nothing else. */
function regionOf(plan: EditPlan, shown: number): Region {
  const { request, route, frame, fit } = firstPart(plan);
  if (frame.mask.kind === 'everything') return { kind: 'everything' };
  if (showsMarkedCopy({ request, frame, shown }, route.model.spec)) return { kind: 'marked-copy' };
  if (frame.mask.kind === 'canvas') return { kind: 'border' };
  const { sentInDocument } = fit;
  return {
    kind: 'crop',
    targetInContext: within(sentInDocument, intersect(frame.targetInDocument, sentInDocument)),
    context: sizeOf(sentInDocument),
  };
}
