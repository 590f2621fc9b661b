import type { DocumentId } from '../base/ids';
import { runSliced } from '../base/slices';
import type { Host, Scene } from '../host/host';
import type { EditModel } from '../routing/model';
import { callModel } from './call';
import { capture } from './capture';
import { measureAll } from './checks';
import type { EditContext } from './context';
import { finish } from './finish';
import type { EditRequest } from './operations';
import { planEdit } from './plan';
import { stitch } from './stitch';
import type { Variant } from './variant';

export interface EditTools {
  readonly host: Host;
  readonly models: readonly EditModel[];
  readonly context: EditContext;
}

/** What an edit made, and where. Placing is a separate decision. */
export interface Edited {
  readonly scene: Scene;
  readonly variants: readonly Variant[];
}

/** One edit, from what is selected to variants ready to place. */
export async function runEdit(request: EditRequest, tools: EditTools, document?: DocumentId): Promise<Edited> {
  const { host, models, context } = tools;
  context.onStep('survey');
  const scene = await host.survey(document);
  context.onStep('plan');
  const planned = planEdit(request, scene, models);
  if (!planned.ok) throw planned.refusal;
  const { plan } = planned;
  context.onStep('capture');
  const taken = await capture(plan, scene, host, context);
  context.onStep('call');
  const answer = await callModel(plan, taken, context);
  const variants: Variant[] = [];
  for (const image of answer.images) {
    context.onStep('finish');
    const aligned = finish(image, taken);
    context.onStep('stitch');
    const patch = await stitch(plan, taken, aligned, scene.depth, context);
    context.onStep('check');
    const findings = await runSliced(
      measureAll({ source: taken.source, patch: patch.pixels, mask: patch.mask }),
      context,
    );
    variants.push({ plan, patch, source: taken.source, findings, warnings: answer.warnings });
  }
  return { scene, variants };
}
