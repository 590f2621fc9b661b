import { layeredDocument, noiseLayer, rect } from '../fixtures/documents';
import { insertLayerOnTop } from '../model/insertLayer';
import { replaceLayer } from '../model/replaceLayer';
import { joinParts, lastingPart, partsOf, type Part } from './parts';
import { readPsd } from './readPsd';
import { psdParts, writePsd } from './writePsd';

describe('parts of a file', () => {
  it('may come in any order', () => {
    const parts: readonly Part[] = [
      { position: 3, bytes: Uint8Array.of(4, 5), lasts: 'always' },
      { position: 0, bytes: Uint8Array.of(1, 2, 3), lasts: 'always' },
      { position: 0, bytes: new Uint8Array(0), lasts: 'always' },
    ];
    expect(joinParts(parts)).toEqual(Uint8Array.of(1, 2, 3, 4, 5));
  });

  it('are copied where their bytes will be used again', () => {
    const scratch = Uint8Array.of(0);
    function* again(): Generator<Part, void> {
      for (const [position, value] of [7, 8, 9].entries()) {
        scratch[0] = value;
        yield { position, bytes: scratch, lasts: 'untilNext' };
      }
    }
    expect(joinParts(again())).toEqual(Uint8Array.of(7, 8, 9));
    expect(lastingPart({ position: 0, bytes: scratch, lasts: 'always' }).bytes).toBe(scratch);
  });

  it('that are made later stand where they belong', () => {
    const later = {
      length: 2,
      parts: () => [1, 0].map((position) => ({ position, bytes: Uint8Array.of(position), lasts: 'always' as const })),
    };
    expect(joinParts(partsOf([Uint8Array.of(9), later, Uint8Array.of(9)], 0))).toEqual(Uint8Array.of(9, 0, 1, 9));
  });
});

describe.each([8, 16, 32] as const)('a document of %i bits', (depth) => {
  const opened = readPsd(writePsd(layeredDocument(depth, 90, 70)));
  const layer = noiseLayer(40, 'Patch', rect(10, 8, 60, 58), depth);

  it.each([
    ['that is new', layeredDocument(depth)],
    ['as it was opened', opened],
    ['with a new layer', insertLayerOnTop(opened, layer)],
    ['with another opacity', replaceLayer(opened, 2, (old) => ({ ...old, opacity: 9 }))],
    ['without its Background', replaceLayer(opened, 1, (old) => ({ ...old, visible: false }))],
  ])('%s is covered by its parts once, with no hole and no overlap', (_what, state) => {
    const covered = new Uint8Array(writePsd(state).length);
    for (const { position, bytes } of psdParts(state)) {
      for (let at = position; at < position + bytes.length; at++) covered[at]++;
    }
    expect(covered.every((times) => times === 1)).toBe(true);
  });
});
