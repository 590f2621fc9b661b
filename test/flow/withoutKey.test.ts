import { modes } from '../photoshop/model/modes';
import type { Depth } from '../photoshop/model/state';
import { documentIn, softSpot } from '../support/documents/inMode';
import { isSameLayers } from '../support/isSameLayers';
import { below, changedOutside, maskPlane, seen } from '../support/lookAt';
import { expectClean, onStage, type OnStage } from '../support/onStage';

let stage: OnStage;

beforeAll(async () => {
  stage = await onStage();
});

afterAll(async () => {
  expectClean(stage);
  await stage.close();
});

const kinds = (['rgb', 'gray', 'lab', 'cmyk'] as const).flatMap((mode) =>
  modes[mode].depths.map((depth) => [mode, depth as Depth] as const),
);

const shown = (role: string) => [{ from: { kind: 'layer', name: 'Veil' }, role }];

describe.each([
  [{ operation: 'style', references: shown('style') }, 'whole'],
  [{ operation: 'style', references: shown('style'), strength: 0.6 }, 'selected'],
  [{ operation: 'replace', references: shown('product') }, 'selected'],
])('without a key, %j, %s', (request, area) => {
  it.each(kinds)('adds one layer and changes nothing else, in %s mode at %i bits', async (mode, depth) => {
    const spot = area === 'selected' ? softSpot(depth) : undefined;
    const profile = stage.core.profileNamed(stage.core.workingName(mode));
    const before = documentIn(mode, depth, stage.core, profile, spot);
    const document = stage.open(before);
    const answer = await stage.edit(request);
    expect(answer).toMatchObject({ outcome: 'placed', operation: request.operation, route: { provider: 'local' } });
    const after = stage.control.state(document);
    const added = answer.layers?.[0]?.id ?? 0;
    expect(below(after, added)).toBe(1);
    expect([after.mode, after.depth]).toEqual([mode, depth]);
    const others = after.layers.filter(({ id }) => id !== added);
    expect(isSameLayers(before.layers, others)).toBe(true);
    expect(changedOutside(maskPlane(after, added), seen(before), seen(after))).toBe(0);
    expect(stage.control.history(document)).toHaveLength(2);
  });
});
