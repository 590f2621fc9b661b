import { removeLayer } from '../photoshop/model/removeLayer';
import type { DocumentState } from '../photoshop/model/state';
import { documents } from '../support/documents';
import type { LayeredDocument } from '../support/documents/layeredDocument';
import { isSameLayers } from '../support/isSameLayers';
import { below, changedOutside, layerNamed, maskPlane, seen, selectionPlane, stepAtEdge } from '../support/lookAt';
import { type Answer, expectClean, onStage, type OnStage } from '../support/onStage';

let stage: OnStage;

beforeAll(async () => {
  stage = await onStage();
});

afterAll(async () => {
  await stage.close();
});

interface Edited {
  readonly document: number;
  readonly before: DocumentState;
  readonly after: DocumentState;
  readonly answer: Answer;
  /** The new layer. */
  readonly added: number;
}

describe.each(documents)('removing from $name', (given) => {
  let edited: Edited;

  beforeAll(async () => {
    edited = await edit(given);
  });

  afterAll(() => {
    stage.user.close(edited.document);
  });

  it('makes one new layer in one new history state', () => {
    const { document, answer } = edited;
    expect(answer.outcome).toBe('placed');
    expect(stage.control.history(document).map(({ name }) => name)).toEqual(['Open', answer.layers?.[0]?.name]);
  });

  it('keeps every layer that was there, bit for bit', () => {
    const { before, after, added } = edited;
    expect(isSameLayers(removeLayer(after, added).layers, before.layers)).toBe(true);
  });

  it('places the layer where it tears nothing', () => {
    const { after, added } = edited;
    expect(below(after, added)).toBe(given.above);
    expect(layerNamed(after, added)).toMatchObject({ clipped: false, visible: true, opacity: 255, blendMode: 'norm' });
  });

  it('gives it the selection as its mask, to the last grey level', () => {
    const { before, after, added } = edited;
    if (before.selection === undefined) throw new Error('Nothing is selected');
    expect(maskPlane(after, added)).toEqual(selectionPlane(before, before.selection));
  });

  it('changes what is seen inside the mask and nowhere else', () => {
    const { before, after, added } = edited;
    const mask = maskPlane(after, added);
    const [was, is] = [seen(before, stage.core), seen(after, stage.core)];
    const beyondMask = mask.map((value) => (value === 0 ? 1 : 0));
    expect(changedOutside(mask, was, is)).toBe(0);
    expect(changedOutside(beyondMask, was, is)).toBeGreaterThan(50);
  });

  it('is as light beside the edge of the mask as before', () => {
    const { after, added } = edited;
    // what lies under an adjustment that cannot be drawn is only estimated
    const limit = given.shows === 'an estimate' ? Infinity : 4;
    expect(stepAtEdge(after, maskPlane(after, added), seen(after, stage.core))).toBeLessThan(limit);
  });

  it('keeps the selection and the rest of the document', () => {
    const { layers: _before, activeLayers: _was, ...before } = edited.before;
    const { layers: _after, activeLayers, ...after } = edited.after;
    expect(after).toEqual(before);
    expect(activeLayers).toEqual([edited.added]);
  });

  it('is taken back by one undo, and brought back by a redo', () => {
    const { document, before, after } = edited;
    stage.user.undo(document);
    expect(stage.control.state(document)).toBe(before);
    stage.user.redo(document);
    expect(stage.control.state(document)).toBe(after);
  });

  it('breaks no rule and keeps nothing', () => {
    expectClean(stage);
    expect(stage.control.modal.longestMs).toBeLessThan(1000);
  });
});

async function edit({ make, name }: LayeredDocument): Promise<Edited> {
  const document = stage.open(make(), name);
  const before = stage.control.state(document);
  const answer = await stage.edit();
  const after = stage.control.state(document);
  return { document, before, after, answer, added: answer.layers?.[0]?.id ?? 0 };
}
