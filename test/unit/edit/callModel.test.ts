import { Cancelled } from '../../../src/base/abort';
import { InlayError } from '../../../src/base/errors';
import { callModel } from '../../../src/edit/callModel';
import { type Raster, sRGB } from '../../../src/image/raster';
import type { EditModel, ModelAnswer } from '../../../src/routing/model';
import { aCall, aSpec } from '../../support/aModelCall';

const aPicture = (side: number): Raster => ({
  ...{ width: side, height: side, channels: 3, space: sRGB, data: new Uint8Array(side * side * 3) },
});
const answer: ModelAnswer = { images: [aPicture(8)], warnings: [] };
const context = {
  signal: new AbortController().signal,
  onProgress: () => undefined,
  decode: () => Promise.reject(new Error('nothing is decoded here')),
};

/** How a call ends, and the name that it has been given before. */
type CallEnd = ModelAnswer | Error | { readonly named: string; readonly then: Error };

/** A model of one picture a call, for 25 cents, whose calls end as told, one after the other. */
function called(...ends: readonly CallEnd[]) {
  let next = 0;
  const edit: EditModel['edit'] = (_call, { onRequestId }) => {
    const end = ends[next++];
    if ('named' in end) onRequestId?.(end.named);
    const told = 'then' in end ? end.then : end;
    return told instanceof Error ? Promise.reject(told) : Promise.resolve(told);
  };
  const model: EditModel = { spec: { ...aSpec(), variantsPerCall: 1 }, edit };
  return callModel(model, { ...aCall(), variants: ends.length }, ends.length * 0.25, context);
}

const limited = new InlayError('model.rate-limited', { provider: 'Somebody' });
const empty = new InlayError('model.no-image', { model: 'one' });
const uncertain = new InlayError('model.uncertain', { provider: 'Somebody' });
const [early, late] = [new Cancelled('cancelled'), new Cancelled('cancelled', 'sent')];

it.each([
  [[limited, empty], empty],
  [[empty, limited], empty],
  [[limited, uncertain], uncertain],
  [[uncertain, empty], empty],
  [[limited, limited], limited],
  [[limited, early], early],
])('of several calls that failed, the one that cost most is told', async (ends, told) => {
  expect((await called(...ends)).end).toEqual({ kind: 'failed', error: told });
});

it('pictures that came are kept though another call failed or was cancelled', async () => {
  for (const other of [limited, early]) {
    expect((await called(other, answer)).end).toMatchObject({ kind: 'answered', answer: { images: answer.images } });
  }
});

it('every call is accounted for by its own charge', async () => {
  const said = { ...answer, dollars: 0.07, requestId: 'r-1' };
  const { spent } = await called(said, answer, limited, empty, { named: 'r-5', then: uncertain });
  expect(spent).toEqual([
    { dollars: 0.07, basis: 'said', requestId: 'r-1' },
    { dollars: 0.25, basis: 'listed' },
    { dollars: 0, basis: 'possible' },
    { dollars: 0.25, basis: 'listed' },
    { dollars: 0.25, basis: 'possible', requestId: 'r-5' },
  ]);
});

it('what was cancelled cost nothing before a request had left', async () => {
  const { spent } = await called(early, late, { named: 'r-3', then: early });
  expect(spent.map(({ dollars }) => dollars)).toEqual([0, 0.25, 0.25]);
});

it('a picture of next to nothing is none', async () => {
  const tiny = { ...answer, images: [aPicture(1)] };
  const { end, spent } = await called(tiny);
  expect(end).toMatchObject({ kind: 'failed', error: { code: 'model.no-image' } });
  expect(spent).toMatchObject([{ dollars: 0.25, basis: 'listed' }]);
  const both = await called({ ...answer, images: [aPicture(1), aPicture(8)] });
  expect(both.end).toMatchObject({ answer: { images: answer.images } });
});
