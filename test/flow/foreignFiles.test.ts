import { openDocument } from '../photoshop/files/openDocument';
import { graft } from '../photoshop/fixtures/graft';
import { lostParts } from '../photoshop/fixtures/parts';
import { allLayers } from '../photoshop/model/findLayer';
import { readPsd } from '../photoshop/psd/readPsd';
import { writePsd } from '../photoshop/psd/writePsd';
import { foreignFiles } from '../support/documents/foreign';
import { adjustments } from '../support/documents/foreign/adjustments';
import { byAgPsd, darker } from '../support/documents/foreign/agPsd';
import { noComposite } from '../support/documents/foreign/pieces';
import { hardSelection } from '../support/documents/scene';
import { changedOutside, maskPlane, seen } from '../support/lookAt';
import { expectClean, onStage, type OnStage } from '../support/onStage';

let stage: OnStage;

beforeAll(async () => {
  stage = await onStage();
});

afterAll(async () => {
  expectClean(stage);
  await stage.close();
});

/** Opens a file, as a retoucher would who has selected the disc and clicked a layer. */
function open(bytes: Uint8Array, active: string): number {
  const state = openDocument(bytes);
  const layer = allLayers(state).find(({ name }) => name === active);
  return stage.open({ ...state, activeLayers: layer ? [layer.id] : [], selection: hardSelection(state.depth) });
}

describe.each(foreignFiles)('removing from $name', ({ bytes, active, shows }) => {
  it('places the result, keeps all else to the byte, and changes nothing that is seen outside the mask', async () => {
    const file = bytes();
    const document = open(file, active);
    const before = stage.control.state(document);
    const answer = await stage.edit();
    expect(answer).toMatchObject({ outcome: 'placed' });
    const after = stage.control.state(document);
    const added = answer.layers?.[0]?.id ?? 0;
    const written = writePsd(after);
    expect(lostParts(file, written)).toEqual([]);
    const mask = maskPlane(after, added);
    if (shows === undefined) expect(changedOutside(mask, seen(before, stage.core), seen(after, stage.core))).toBe(0);
    const names = allLayers(readPsd(written)).map(({ name }) => name);
    expect(names.indexOf(active)).toBeGreaterThan(0);
    stage.user.close(document);
  });
});

describe('a file without a composite', () => {
  const curves = adjustments.slice(2, 3).map((adjustment) => ({ name: 'Curves', adjustment }));
  const adjusted = () => graft(byAgPsd(curves, {}, darker(0.7)), noComposite);

  it('with an adjustment above is edited, and written without one again', async () => {
    const file = adjusted();
    const document = open(file, 'Photo');
    const answer = await stage.edit();
    expect(answer).toMatchObject({ outcome: 'placed' });
    const notes: string[] = [];
    const written = writePsd(stage.control.state(document), (note) => notes.push(note));
    expect(notes.join()).toMatch(/^The file came without a composite and is written without one/);
    expect(lostParts(file, written)).toEqual([]);
    stage.user.close(document);
  });

  it('with an adjustment beneath is refused in a sentence, and left as it was', async () => {
    const document = open(adjusted(), 'Curves');
    const before = stage.control.state(document);
    const answer = await stage.edit();
    expect(answer.outcome).toBe('failed');
    expect(answer.reason).toMatch(/^[A-Z][^.]+\..*\.$/);
    expect(stage.control.state(document)).toBe(before);
    stage.user.close(document);
  });
});
