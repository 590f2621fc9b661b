import { removeLayer } from '../photoshop/model/removeLayer';
import { fullScale } from '../photoshop/model/samples';
import type { Samples } from '../photoshop/model/state';
import { type SwitchName, switchValues } from '../photoshop/modules/switches';
import { awkward } from '../support/documents/tiny';
import { isSameLayers } from '../support/isSameLayers';
import { below, changedOutside, maskPlane, seen, selectionPlane } from '../support/lookAt';
import { until } from '../support/moments';
import { expectClean, onStage, type OnStage } from '../support/onStage';
import { openPanel } from '../support/panelInContext';

/** Every setting but the defaults, which all other tests run with. */
const settings = Object.entries(switchValues).flatMap(([name, values]) =>
  values.slice(1).map((value) => ({ name: name as SwitchName, value, switches: { [name]: value } })),
);

/** Under these an edit that is recorded into an Action refuses to begin. */
const standsStill = new Set(['playbackModal modal']);

describe.each(settings)('where $name is $value', ({ name, value, switches }) => {
  let stage: OnStage;

  beforeAll(async () => {
    stage = await onStage({ switches });
  });

  afterAll(async () => {
    expectClean(stage);
    await stage.close();
  });

  it('an edit from a recorded Action is the same', async () => {
    const document = stage.open(awkward());
    const before = stage.control.state(document);
    const answer = await stage.edit();
    const after = stage.control.state(document);
    if (standsStill.has(`${name} ${value}`)) {
      expect(answer.reason).toMatch(/^Photoshop stands still while this Action plays\./);
      expect(after).toBe(before);
      return;
    }
    expect(answer.outcome).toBe('placed');
    const added = answer.layers?.[0]?.id ?? 0;
    expect(stage.control.history(document)).toHaveLength(2);
    expect(isSameLayers(removeLayer(after, added).layers, before.layers)).toBe(true);
    expect(below(after, added)).toBe(1);
    expect(after.selection).toEqual(before.selection);
    const mask = maskPlane(after, added);
    if (before.selection) expectWithinOneLevel(mask, selectionPlane(before, before.selection), fullScale(16));
    expect(changedOutside(mask, seen(before), seen(after))).toBe(0);
  });

  it('an edit from the panel is shown, placed and undone', async () => {
    const panel = await openPanel(stage);
    const document = stage.open(awkward());
    const before = stage.control.state(document);
    await panel.says(/Run · free/);
    panel.press('Run');
    await until('the pictures', () => panel.images().length >= 2);
    panel.press('Place');
    await panel.says('Placed in this session');
    expect(stage.control.history(document)).toHaveLength(2);
    stage.user.undo(document);
    expect(isSameLayers(stage.control.state(document).layers, before.layers)).toBe(true);
  });
});

/** A host that gives masks at 8 bit knows no more than that. */
function expectWithinOneLevel(mask: Samples, selection: Samples, full: number): void {
  let furthest = 0;
  for (let i = 0; i < mask.length; i++) furthest = Math.max(furthest, Math.abs(mask[i] - selection[i]));
  expect(furthest).toBeLessThanOrEqual(Math.ceil(full / 255));
}
