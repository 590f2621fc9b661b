import * as fc from 'fast-check';
import { layeredDocument } from '../fixtures/documents';
import { allLayers } from '../model/findLayer';
import type { DocumentState } from '../model/state';
import { DamagedFile } from './damagedFile';
import { readPsd } from './readPsd';
import { UnsupportedFile } from './unsupportedFile';
import { writePsd } from './writePsd';

const kinds = [
  ['rgb', 8],
  ['rgb', 16],
  ['rgb', 32],
  ['gray', 16],
  ['lab', 8],
  ['cmyk', 16],
] as const;
const files = new Map(
  kinds.map(([mode, depth]) => [`${mode} ${depth}`, writePsd(layeredDocument(depth, 14, 9, mode))]),
);

function openAll(bytes: Uint8Array): DocumentState {
  const state = readPsd(bytes);
  for (const layer of allLayers(state)) {
    layer.pixels.read();
    layer.mask?.samples();
  }
  state.channels.forEach(({ pixels }) => pixels.read());
  state.storedComposite?.read();
  return state;
}

const sentence = /^This file is damaged or incomplete: [^.]+\.$/;

function problemOf(attempt: () => unknown): unknown {
  try {
    attempt();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('a file that is not whole', () => {
  it.each(kinds)('is refused with a sentence wherever it breaks off, in %s at %i bits', (mode, depth) => {
    const file = files.get(`${mode} ${depth}`) ?? new Uint8Array(0);
    const step = mode === 'rgb' && depth === 8 ? 1 : 11;
    for (let length = 0; length < file.length; length += step) {
      const problem = problemOf(() => readPsd(file.slice(0, length)));
      if (!(problem instanceof DamagedFile)) throw new Error(`cut at ${length}: ${String(problem)}`);
      if (!sentence.test(problem.message)) throw new Error(problem.message);
    }
  });

  it.each(kinds)('opens or is refused when bytes in it are changed, in %s at %i bits', (mode, depth) => {
    const file = files.get(`${mode} ${depth}`) ?? new Uint8Array(0);
    const change = fc.tuple(fc.nat(file.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const broken = file.slice();
        for (const [at, value] of changes) broken[at] = value;
        try {
          openAll(broken);
        } catch (error) {
          if (!(error instanceof DamagedFile || error instanceof UnsupportedFile)) throw error;
        }
      }),
      { numRuns: mode === 'rgb' && depth === 8 ? 400 : 120 },
    );
  });

  it('claims a huge picture in a few bytes: refused before memory is taken', () => {
    const head = Uint8Array.from([
      ...[0x38, 0x42, 0x50, 0x53, 0, 1, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30, 0, 8, 0, 3],
      ...[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
      ...new Array<number>(30000 * 3 * 2).fill(0),
    ]);
    expect(() => readPsd(head)).toThrow(DamagedFile);
  });
});
