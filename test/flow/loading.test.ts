import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isBuilt } from '../build/inputs';
import { distFolder } from '../build/root';
import { knownProbes } from '../photoshop/globals';
import { openStage, type Stage, type StageOptions } from '../photoshop/node/stage';
import { until } from '../support/moments';

beforeAll(() => {
  if (!isBuilt()) throw new Error('dist/ is missing or older than its sources: npm run build');
});

let stage: Stage | undefined;
afterEach(() => stage?.close());

/** The built plugin with its panel shown, a photograph open and a part of it selected. */
async function show(options: Partial<StageOptions>) {
  stage = await openStage({ plugin: distFolder, ...options });
  const { photoshop, context } = stage;
  const { user, entrypoints } = photoshop.control;
  const photo = join(__dirname, '..', 'fixtures', 'photos', 'pagoda.png');
  const document = await user.openFile('pagoda.png', new Uint8Array(readFileSync(photo)));
  user.select(document, { left: 100, top: 100, right: 160, bottom: 160 });
  const root = context.document.createElement('div');
  context.document.body.append(root);
  await entrypoints.createPanel('inlayPanel', root);
  await until('the panel shows the document', () => root.textContent.includes('pagoda.png'));
  return { ...stage, root };
}

it.each(['shared', 'separate'] as const)('loads and shows the panel in a %s realm', async (realm) => {
  const { root, context, photoshop } = await show({ realm });
  expect(root.querySelectorAll('sp-button, sp-action-button').length).toBeGreaterThan(0);
  expect(context.console).toEqual([]);
  expect(photoshop.control.refusals).toEqual([]);
});

it('asks for no name that UXP lacks but those that are known, and makes no code from strings', async () => {
  const { context } = await show({});
  expect(context.probes.filter((name) => !(name in knownProbes))).toEqual([]);
});

it('sets up the global function that a recorded Action calls', async () => {
  const { context } = await show({});
  expect(context.globals['inlayEdit']).toEqual(expect.any(Function));
});
