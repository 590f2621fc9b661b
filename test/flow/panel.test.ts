import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalog } from '../../src/routing/catalog';
import { knownProbes } from '../photoshop/globals';
import type { FileLayer } from '../photoshop/modules/uxp/files';
import { encodeUtf8 } from '../photoshop/modules/uxp/utf8';
import { background } from '../support/documents/layers';
import { aScene } from '../support/documents/scene';
import { awkward, tiny } from '../support/documents/tiny';
import { seen } from '../support/lookAt';
import { turn, until, whileTheEngineWorks } from '../support/moments';
import { expectClean, onStage, type OnStage } from '../support/onStage';
import { openPanel, type PanelInContext } from '../support/panelInContext';

let stage: OnStage;
let panel: PanelInContext;

beforeEach(async () => {
  stage = await onStage();
  panel = await openPanel(stage);
});

afterEach(async () => {
  expectClean(stage);
  expect(stage.context.probes.filter((name) => !(name in knownProbes))).toEqual([]);
  await stage.close();
});

it('says why Run cannot be pressed, until it can', async () => {
  await panel.says('No document is open');
  expect(panel.button('Run').hasAttribute('disabled')).toBe(true);
  const { selection, ...unselected } = tiny();
  const document = stage.open(unselected);
  await panel.says('Nothing is selected');
  stage.user.select(document, selection);
  await panel.says('Run · free');
  expect(panel.button('Run').hasAttribute('disabled')).toBe(false);
  stage.user.setQuickMask(document, true);
  await panel.says('Quick Mask is on');
  stage.user.close(document);
  await panel.says('No document is open');
});

it('runs, shows progress and a picture of the result, places it, and one undo takes it back', async () => {
  const document = stage.open(aScene({ layers: [background()], active: 1 }));
  const before = stage.control.state(document);
  await panel.says('Run · free');
  panel.press('Run');
  await panel.says('Model is working');
  await panel.says(/About \d+ % done/);
  await panel.says('Fits');
  expect(stage.control.state(document)).toBe(before);
  expect(shownPictures()).toHaveLength(2);
  panel.press('Place');
  await panel.says('Placed in this session');
  expect(stage.control.history(document).map(({ name }) => name)).toEqual(['Open', 'Remove · Inlay Local · native']);
  const after = stage.control.state(document);
  expect(light(seen(after).color[0])).toBeGreaterThan(light(seen(before).color[0]));
  stage.user.undo(document);
  expect(stage.control.state(document)).toBe(before);
});

it('shows what was there beside what would be, in the colors of a screen', async () => {
  stage.open(awkward());
  await panel.says('Run · free');
  panel.press('Run');
  await until('the pictures', () => shownPictures().length === 2);
  const [was, is] = shownPictures();
  expect(was).toMatchObject({ width: is?.width, height: is?.height, componentSize: 8 });
  expect(was?.bytes).not.toEqual(is?.bytes);
});

it('discards a result without a trace', async () => {
  const document = stage.open(tiny());
  const before = stage.control.state(document);
  await panel.says('Run · free');
  panel.press('Run');
  await until('the result', () => panel.images().length >= 2);
  expect(stage.control.objectUrls).toBe(2);
  panel.press('Discard');
  await until('the pictures are gone', () => panel.images().length === 0);
  expect(stage.control.objectUrls).toBe(0);
  expect(stage.control.state(document)).toBe(before);
});

it('places at once where the settings say so', async () => {
  const document = stage.open(tiny());
  await changeSetting(panel);
  panel.pressTab('Edit');
  await panel.says('Run · free');
  panel.press('Run');
  await panel.says('Placed in this session');
  expect(stage.control.history(document)).toHaveLength(2);
});

it('cancels by its button, and the next run works', async () => {
  const document = stage.open(aScene({ layers: [background()], active: 1 }));
  const before = stage.control.state(document);
  await panel.says('Run · free');
  panel.press('Run');
  await panel.says('Model is working');
  panel.press('Cancel');
  await panel.says('Nothing was charged');
  expect(stage.control.state(document)).toBe(before);
  expect(stage.control.objectUrls).toBe(0);
  panel.pressTab('Edit');
  await panel.says('Run · free');
  panel.press('Run');
  await panel.says('Fits');
});

it('places into the document that was edited, also when another one is in front', async () => {
  const edited = stage.open(aScene({ layers: [background()], active: 1 }), 'edited.psd');
  await panel.says('Run · free');
  whileTheEngineWorks(stage, () => void stage.open(tiny(), 'other.psd'));
  panel.press('Run');
  await panel.says('Fits');
  const other = stage.photoshop.modules.photoshop.app.activeDocument?.id ?? 0;
  const before = stage.control.state(other);
  panel.press('Place');
  await panel.says('Placed in this session');
  expect(stage.control.history(edited)).toHaveLength(2);
  expect(stage.control.state(other)).toBe(before);
  expect(stage.photoshop.modules.photoshop.app.activeDocument?.id).toBe(other);
});

it('keeps a result whose document is gone, and says so', async () => {
  const document = stage.open(tiny(), 'gone.psd');
  await panel.says('Run · free');
  panel.press('Run');
  await until('the result', () => panel.images().length >= 2);
  stage.user.close(document);
  panel.press('Place');
  await panel.says('“gone.psd” was closed');
  expect(panel.button('Discard')).toBeDefined();
});

it('keeps a result for a second try when Photoshop is busy', async () => {
  const document = stage.open(tiny());
  await panel.says('Run · free');
  panel.press('Run');
  await until('the result', () => panel.images().length >= 2);
  stage.control.takeModal({ kind: 'dialog' });
  panel.press('Place');
  await turn(20);
  stage.control.skip(4000);
  await panel.says('Photoshop is busy');
  stage.control.releaseModal();
  panel.press('Place');
  await panel.says('Placed in this session');
  expect(stage.control.history(document)).toHaveLength(2);
});

it('takes Grow and Feather from its fields', async () => {
  const document = stage.open(tiny());
  await panel.says('Run · free');
  panel.typeInto('Grow', '2');
  panel.typeInto('Feather', '0');
  panel.press('Run');
  await until('the result', () => panel.images().length >= 2);
  panel.press('Place');
  await panel.says('Placed in this session');
  const [added] = stage.control.state(document).layers.filter(({ name }) => name.startsWith('Remove'));
  expect(added?.mask?.bounds).toEqual({ left: 12, top: 11, right: 26, bottom: 25 });
});

it('keeps its settings for the next session', async () => {
  const data = mkdtempSync(join(tmpdir(), 'inlay-'));
  const first = await onStage({ data });
  const shown = await openPanel(first);
  await changeSetting(shown);
  await until('the settings are kept', () => existsSync(join(data, 'settings.json')));
  await first.close();
  const second = await onStage({ data });
  const again = await openPanel(second);
  again.pressTab('Settings');
  await again.says('Place results automatically');
  await until('the setting', () => again.button('Place results automatically').hasAttribute('checked'));
  expectClean(second);
  await second.close();
  rmSync(data, { recursive: true });
});

async function changeSetting(shown: PanelInContext): Promise<void> {
  shown.pressTab('Settings');
  await shown.says('Place results automatically');
  shown.press('Place results automatically');
}

/** The pictures that the <img>s of the comparison show. */
function shownPictures() {
  return panel
    .images()
    .slice(0, 2)
    .map(({ src }) => stage.control.shownAt(src))
    .flatMap((shown) => (shown?.raw === undefined ? [] : [{ ...shown.raw, bytes: shown.bytes }]));
}

/** The more of the dark disc is gone, the more. */
function light(plane: ReturnType<typeof seen>['color'][number] | undefined): number {
  let sum = 0;
  for (const value of plane ?? []) sum += value;
  return sum;
}

it('takes over a catalog file that was chosen, and says what is wrong with one that is none', async () => {
  await stage.close();
  const write = async (files: FileLayer, folder: string) => {
    await files.makeFolder(folder);
    await files.write(`${folder}/mine.json`, encodeUtf8(JSON.stringify(catalog)), 'replace');
    await files.write(`${folder}/none.json`, encodeUtf8('{}'), 'replace');
  };
  stage = await onStage({ prepare: write });
  panel = await openPanel(stage);
  panel.pressTab('Settings');
  await panel.says('Import a list');
  stage.control.pickers.opening.push(['/PluginData/none.json'], ['/PluginData/mine.json']);
  panel.press('Import a list');
  await panel.says('The catalog file cannot be used');
  panel.press('Import a list');
  await panel.says('The models come from your file.');
  panel.press('Use the built-in list');
  await panel.says('Inlay knows its models by a list.');
});
