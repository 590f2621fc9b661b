import { assert } from '../base/assert';
import { runSliced, type Sliced } from '../base/slices';
import { complete } from '../engine/complete';
import { insert } from '../engine/insert/insert';
import { restyle } from '../engine/style/restyle';
import type { Raster } from '../image/raster';
import { inlayLocal } from '../routing/catalog';
import type { CallReference, EditModel, ModelCall, ModelWarning } from '../routing/model';

/** Our own engine, offered as a model: no key, no network, no price. */
export const local: EditModel = {
  spec: inlayLocal,
  async edit(call, context) {
    const image = await runSliced(workFor(call), context);
    return { images: [image], warnings: warningsOf(call) };
  },
};

function workFor({ operation, source, mask, references, seed, strength }: ModelCall): Sliced<Raster> {
  assert(source !== undefined, 'a picture');
  if (operation === 'style') {
    const shown = references.filter(({ role }) => role === 'style').map(({ image }) => image);
    return restyle(source, { references: shown, mask, strength, seed });
  }
  assert(mask !== undefined, 'a mask');
  const thing = operation === 'replace' ? thingOf(references) : undefined;
  return thing === undefined ? complete(source, mask, seed) : insert(source, mask, thing.image, seed);
}

/** What is put there: a product before all, then the first that is no style. */
function thingOf(references: readonly CallReference[]): CallReference | undefined {
  const things = references.filter(({ role }) => role !== 'style');
  return things.find(({ role }) => role === 'product') ?? things[0] ?? references[0];
}

function warningsOf({ operation, references }: ModelCall): readonly ModelWarning[] {
  const thing = thingOf(references);
  const isUsed = (one: CallReference) => (operation === 'style' ? one.role === 'style' : one === thing);
  const left = references.filter((one) => !isUsed(one)).map(({ label }) => `“${label}”`);
  if (left.length === 0) return [];
  return [{ text: `${inlayLocal.label} made no use of ${left.join(', ')}.` }];
}
