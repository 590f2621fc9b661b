import { InlayError } from '../../base/errors';
import type { ModelSpec, ModelWarning } from '../../routing/model';
import type { Asked } from '../outcome';
import { flux2Edit, flux2Masked } from './flux2';
import { fluxFill } from './fluxFill';
import type { Filling, Graph } from './graph';
import { fillMarked, graphSchema, marksIn } from './markedGraph';
import { qwenEdit } from './qwenEdit';

/** A filled graph, and what of the edit it does not know of. */
export interface GraphForEdit {
  readonly graph: Graph;
  readonly warnings: readonly ModelWarning[];
}

const builtIn: ReadonlyMap<string, (filling: Filling) => Graph> = new Map([
  ['flux-2-edit', flux2Edit],
  ['flux-2-masked', flux2Masked],
  ['flux-fill', fluxFill],
  ['qwen-edit', qwenEdit],
]);

/** The model's own graph where the catalog has one, else the one that is built in under its name. */
export function graphFor(spec: ModelSpec, filling: Filling, { provider, model }: Asked): GraphForEdit {
  if (spec.graph === undefined) {
    const build = builtIn.get(spec.wireId);
    if (!build) throw new InlayError('model.gone', { model });
    return { graph: build(filling), warnings: [] };
  }
  const parsed = graphSchema.safeParse(spec.graph);
  if (!parsed.success) {
    const says = 'the graph of this model is not in the API format: export it with “Export (API)”';
    throw new InlayError('model.invalid-input', { provider, says });
  }
  return filledGraph(parsed.data, filling, { provider, model });
}

/** An edit cannot do without its source and its words; the rest may be missing, and then says so. */
function filledGraph(graph: Graph, filling: Filling, { provider, model }: Asked): GraphForEdit {
  const marks = marksIn(graph);
  const lacking = ['prompt', ...(filling.source === undefined ? [] : ['source'])].find((mark) => !marks.has(mark));
  if (lacking !== undefined) {
    const says = `no node of the graph has the title inlay:${lacking}`;
    throw new InlayError('model.invalid-input', { provider, says });
  }
  const unheard = [
    ...(filling.mask !== undefined && !marks.has('mask') ? ['mask'] : []),
    ...filling.references.map((_, i) => `reference ${i + 1}`).filter((mark) => !marks.has(mark)),
    ...(marks.has('seed') ? [] : ['seed']),
    ...(filling.strength < 1 && !marks.has('strength') ? ['strength'] : []),
  ];
  const warnings = unheard.map((mark) => ({ text: `${model} takes no ${mark}: its graph has no inlay:${mark}.` }));
  return { graph: fillMarked(graph, filling), warnings };
}
