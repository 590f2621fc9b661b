import type { ModelSpec } from '../../../src/routing/model';

/** A model of the catalog. Throws where there is none of that id. */
export function modelNamed(models: readonly ModelSpec[], id: string): ModelSpec {
  const model = models.find((each) => each.id === id);
  if (model === undefined) throw new Error(`There is no model ${id}`);
  return model;
}
