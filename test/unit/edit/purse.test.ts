import { InlayError } from '../../../src/base/errors';
import { editRequest } from '../../../src/edit/operations';
import { newcomer, planEdit } from '../../../src/edit/plan';
import { payFor, type Payment, type Purse } from '../../../src/edit/purse';
import { type Raster, sRGB } from '../../../src/image/raster';
import type { EditModel } from '../../../src/routing/model';
import { aCall, aSpec } from '../../support/aModelCall';

const context = { signal: new AbortController().signal, onProgress: () => undefined };
const uncertain = new InlayError('model.uncertain', { provider: 'Somebody', requestId: 'r-1' });
const full = new InlayError('host.disk-full', { doing: 'write' });
const picture: Raster = { width: 8, height: 8, channels: 3, space: sRGB, data: new Uint8Array(192) };
const answering: EditModel['edit'] = () => Promise.resolve({ images: [picture], warnings: [] });
const failing: EditModel['edit'] = () => Promise.reject(uncertain);

/** Asks a model for 3 cents, with a purse that writes down so. */
function paid(edit: EditModel['edit'], settle: (payments: readonly Payment[]) => Promise<void>) {
  const price = { kind: 'per-picture', dollars: 0.03, basis: 'listed' } as const;
  const model: EditModel = { spec: aSpec({ id: 'one', provider: 'bfl', price }), edit };
  const request = editRequest.parse({ operation: 'inpaint', prompt: 'a red door', seed: 1, model: 'one' });
  const outline = {
    size: { width: 640, height: 480 },
    selection: { bounds: { left: 100, top: 100, right: 200, bottom: 200 } },
  };
  const configured = { keys: ['bfl'], endpoints: [], presets: {} };
  const planned = planEdit(request, outline, [model], { ...newcomer, configured });
  if (!planned.ok) throw planned.refusal;
  const purse: Purse = { reserve: () => Promise.resolve({ settle }) };
  return payFor(planned.plan, aCall(), purse, context);
}

it('writes down what a call cost, and what one may have cost that failed', async () => {
  const settle = jest.fn(() => Promise.resolve());
  await paid(answering, settle);
  await expect(paid(failing, settle)).rejects.toBe(uncertain);
  const whose = { provider: 'bfl', model: 'one', dollars: 0.03 };
  expect(settle.mock.calls).toMatchObject([[[{ ...whose, basis: 'listed' }]], [[{ ...whose, basis: 'possible' }]]]);
});

it('where that cannot be written, the answer is kept with a warning, and a failure is told as it is', async () => {
  const settle = () => Promise.reject(full);
  const { warnings } = await paid(answering, settle);
  expect(warnings).toEqual([{ text: 'What this cost could not be added to the ledger.' }]);
  await expect(paid(failing, settle)).rejects.toBe(uncertain);
});
