import { warningsFor } from '../../../src/providers/lacks';
import { aCall, aReference, aSpec } from '../../support/aModelCall';

const spec = aSpec({ label: 'Acme Edit', references: 1, variantsPerCall: 2 });
const texts = (...[call, lacks]: [Parameters<typeof warningsFor>[1], Parameters<typeof warningsFor>[2]]) =>
  warningsFor(spec, call, lacks).map(({ text }) => text);

it('warns of nothing where every wish is kept', () => expect(texts(aCall(), [])).toEqual([]));

it('warns of a strength only where one is wished for', () => {
  expect(texts(aCall(), ['strength'])).toEqual([]);
  expect(texts(aCall({ strength: 0.6 }), ['strength'])).toEqual(['Acme Edit takes no strength: say it in words.']);
});

it('warns of a seed, of too many pictures, and of references by their names', () => {
  const call = aCall({ variants: 4, references: ['bottle', 'label', 'cap'].map(aReference) });
  expect(texts(call, ['seed'])).toEqual([
    'Acme Edit takes no seed: run again, it gives another picture.',
    'Acme Edit gives at most 2 pictures in a call, not 4.',
    'Acme Edit takes at most 1 reference: “label”, “cap” were left out.',
  ]);
});
