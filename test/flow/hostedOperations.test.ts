import { startBfl } from '../servers/bfl';
import type { Running } from '../servers/kit';
import { documentIn, softSpot } from '../support/documents/inMode';
import { isSameLayers } from '../support/isSameLayers';
import { below, changedOutside, maskPlane, seen } from '../support/lookAt';
import { expectClean, onStage, type OnStage } from '../support/onStage';
import { reaching } from '../support/reaching';

let server: Running;
let stage: OnStage;

beforeAll(async () => {
  server = await startBfl({ key: 'k1' });
  stage = await onStage(reaching({ bfl: server.address }, { bfl: 'k1' }));
});

afterAll(async () => {
  expectClean(stage);
  await stage.close();
  await server.close();
});

const shown = (role: string) => [{ from: { kind: 'layer', name: 'Veil' }, role }];

it.each([
  [{ operation: 'inpaint', prompt: 'a red lighthouse' }, 'selected'],
  [{ operation: 'instruct', prompt: 'make it night' }, 'selected'],
  [{ operation: 'instruct', prompt: 'make it night' }, 'whole'],
  [{ operation: 'replace', references: shown('product') }, 'selected'],
  [{ operation: 'style', references: shown('style') }, 'selected'],
  [{ operation: 'style', references: shown('style') }, 'whole'],
  [{ operation: 'generate', prompt: 'a quiet sea' }, 'selected'],
  [{ operation: 'generate', prompt: 'a quiet sea' }, 'whole'],
])('adds one layer above the active one, in one step, and changes nothing else: %j, %s', async (request, area) => {
  const before = documentIn('rgb', 8, stage.core, undefined, area === 'selected' ? softSpot(8) : undefined);
  const document = stage.open(before);
  const answer = await stage.edit({ ...request, model: 'flux-2-pro' });
  expect(answer).toMatchObject({ outcome: 'placed', operation: request.operation, route: { provider: 'bfl' } });
  const after = stage.control.state(document);
  const added = answer.layers?.[0]?.id ?? 0;
  expect(below(after, added)).toBe(1);
  expect(
    isSameLayers(
      before.layers,
      after.layers.filter(({ id }) => id !== added),
    ),
  ).toBe(true);
  expect(changedOutside(maskPlane(after, added), seen(before), seen(after))).toBe(0);
  expect(stage.control.history(document)).toHaveLength(2);
});
