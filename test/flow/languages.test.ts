import { tiny } from '../support/documents/tiny';
import { expectClean, onStage, type OnStage } from '../support/onStage';
import { openPanel } from '../support/panelInContext';

let stage: OnStage | undefined;

afterEach(async () => {
  if (stage) expectClean(stage);
  await stage?.close();
});

it.each([
  ['de_DE', 'Es ist kein Dokument geöffnet', 'Starten · kostenlos', 'Nichts ist ausgewählt'],
  ['en_GB', 'No document is open', 'Run · free', 'Nothing is selected'],
  ['tlh', 'No document is open', 'Run · free', 'Nothing is selected'],
])('the panel in a Photoshop in %s says “%s”', async (language, noDocument, run, nothingSelected) => {
  stage = await onStage({ language });
  const panel = await openPanel(stage);
  await panel.says(noDocument);
  const { selection: _selection, ...unselected } = tiny();
  stage.open(unselected);
  await panel.says(nothingSelected);
  stage.open(tiny());
  await panel.says(run);
});

it('whoever plays a recorded edit is answered in the language of Photoshop', async () => {
  stage = await onStage({ language: 'de_DE' });
  expect((await stage.edit()).reason).toMatch(/^Es ist kein Dokument geöffnet\. /);
});
