import { Cancelled } from '../../../src/base/abort';
import { InlayError } from '../../../src/base/errors';
import { callModel } from '../../../src/edit/callModel';
import type { EditModel, ModelAnswer } from '../../../src/routing/model';
import { aCall, aSpec } from '../../support/aModelCall';
import { aRaster } from '../../support/pictures';

const answer: ModelAnswer = { images: [aRaster([[1, 2, 3]])], warnings: [] };
const context = {
  signal: new AbortController().signal,
  onProgress: () => undefined,
  decode: () => Promise.reject(new Error('nothing is decoded here')),
};

/** A model of one picture a call, whose calls end as told, one after the other. */
function called(...ends: readonly (ModelAnswer | Error)[]) {
  let next = 0;
  const edit: EditModel['edit'] = () => {
    const end = ends[next++];
    return end instanceof Error ? Promise.reject(end) : Promise.resolve(end);
  };
  const model: EditModel = { spec: { ...aSpec(), variantsPerCall: 1 }, edit };
  return callModel(model, { ...aCall(), variants: ends.length }, context);
}

const limited = new InlayError('model.rate-limited', { provider: 'Somebody' });
const empty = new InlayError('model.no-image', { model: 'one' });
const uncertain = new InlayError('model.uncertain', { provider: 'Somebody' });

it.each([
  [[limited, empty], empty],
  [[empty, limited], empty],
  [[limited, uncertain], uncertain],
  [[uncertain, empty], empty],
  [[limited, limited], limited],
])('of several calls that failed, the one that cost most is told', async (ends, told) => {
  await expect(called(...ends)).rejects.toBe(told);
});

it('pictures that came are kept though another call failed or was cancelled', async () => {
  expect((await called(answer, limited)).images).toHaveLength(1);
  expect((await called(new Cancelled(), answer)).images).toHaveLength(1);
  await expect(called(new Cancelled(), limited)).rejects.toBeInstanceOf(Cancelled);
});
