import { documentIn, softSpot } from '../support/documents/inMode';
import { expectClean, onStage, type OnStage } from '../support/onStage';
import { reaching } from '../support/reaching';

let stage: OnStage;

beforeAll(async () => {
  stage = await onStage(reaching({}, { gemini: 'k', openai: 'k' }));
});

afterAll(async () => {
  expectClean(stage);
  await stage.close();
});

/** Who would do it now. */
async function planned(): Promise<unknown> {
  const info = { operation: 'inpaint', prompt: 'a sign “OPEN”', seed: 7 };
  const { route } = (await stage.control.playStep(stage.context.globals, { methodName: 'inlayPlan', info })) as {
    readonly route?: { readonly model: string };
  };
  return route?.model;
}

it('after six edits of ours over one spot, a model is proposed that holds out longer', async () => {
  const document = stage.open(documentIn('rgb', 8, stage.core, undefined, softSpot(8)));
  expect(await planned()).toBe('gpt-image-1.5');
  for (let pass = 1; pass <= 6; pass++) {
    expect(await stage.edit({ operation: 'remove', seed: pass, model: 'inlay-local' })).toMatchObject({
      outcome: 'placed',
    });
  }
  expect(await planned()).toBe('gemini-nano-banana-2.1');
  for (let pass = 1; pass <= 6; pass++) stage.user.undo(document);
  expect(await planned()).toBe('gpt-image-1.5');
});
