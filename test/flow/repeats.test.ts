import { openDocument } from '../photoshop/files/openDocument';
import type { DocumentState } from '../photoshop/model/state';
import { writePsd } from '../photoshop/psd/writePsd';
import { tearing } from '../support/documents/tearing';
import { awkward, tiny } from '../support/documents/tiny';
import { layerNamed, maskPlane } from '../support/lookAt';
import { expectClean, onStage } from '../support/onStage';

const documents: readonly (readonly [name: string, make: () => DocumentState])[] = [
  ['a small document', tiny],
  ['an awkward one of 16 bit', awkward],
  ...tearing.slice(1, 3).map(({ name, make }) => [name, make] as const),
];

it.each(documents)('the same seed gives the same file of %s, and another seed another', async (_, make) => {
  const first = await fileAfterEdit(make, { seed: 11 });
  expect(Buffer.compare(first, await fileAfterEdit(make, { seed: 11 }))).toBe(0);
  expect(Buffer.compare(first, await fileAfterEdit(make, { seed: 12 }))).not.toBe(0);
});

it.each(documents)('the file of %s, opened again, holds the edit as it was placed', async (_, make) => {
  const stage = await onStage();
  const document = stage.open(openDocument(writePsd(make())));
  stage.user.select(document, make().selection);
  stage.user.activate(document, make().activeLayers);
  const { layers = [] } = await stage.edit();
  const placed = stage.control.state(document);
  const again = openDocument(writePsd(placed));
  const [{ id }] = layers;
  expect(layerNamed(again, id)).toMatchObject({ name: layers[0].name, bounds: layerNamed(placed, id).bounds });
  expect(maskPlane(again, id)).toEqual(maskPlane(placed, id));
  expect(layerNamed(again, id).pixels.read()).toEqual(layerNamed(placed, id).pixels.read());
  expect(layerNamed(again, id).xmp).toBe(layerNamed(placed, id).xmp);
  expectClean(stage);
  await stage.close();
});

async function fileAfterEdit(make: () => DocumentState, request: object): Promise<Uint8Array> {
  const stage = await onStage();
  const document = stage.open(make());
  await stage.edit(request);
  const file = writePsd(stage.control.state(document));
  expectClean(stage);
  await stage.close();
  return file;
}
