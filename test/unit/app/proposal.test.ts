import { changedDraft, emptyDraft, modelOf, requestFrom } from '../../../src/app/draft';
import { following, proposalFor } from '../../../src/app/proposal';
import { defaultSettings } from '../../../src/app/settings';
import type { Draft, RequestedReference } from '../../../src/app/state';
import { openDocument } from '../../support/memoryHost';

const { selection: _selection, ...unselected } = openDocument;
const anything = () => true;

function shown(role: RequestedReference['role']): RequestedReference {
  return { from: { kind: 'layer', name: 'Bottle' }, role };
}

describe('the proposed operation', () => {
  const rows: readonly [string, boolean, Partial<Draft>, Draft['operation']][] = [
    ['nothing at all', false, {}, 'instruct'],
    ['a prompt alone', false, { prompt: 'warmer light' }, 'instruct'],
    ['a selection', true, {}, 'remove'],
    ['a selection with a prompt', true, { prompt: 'a red hat' }, 'inpaint'],
    ['a selection and a wish to remove', true, { prompt: 'remove the wire' }, 'remove'],
    ['a selection with a product', true, { references: [shown('product')] }, 'replace'],
    ['a product without a selection', false, { references: [shown('product')] }, 'instruct'],
    ['a style', false, { references: [shown('style')] }, 'style'],
    ['a selection, a face and a prompt', true, { references: [shown('identity')], prompt: 'her' }, 'inpaint'],
  ];

  test.each(rows)('for %s', (_name, isSelected, change, operation) => {
    const document = isSelected ? openDocument : unselected;
    const draft = { ...emptyDraft, ...change };
    expect(proposalFor({ document, draft, canDo: anything }).operation).toBe(operation);
  });

  test('is the one that needs no key where the fitting one cannot be done', () => {
    const draft = { ...emptyDraft, prompt: 'a red hat' };
    const proposal = proposalFor({ document: openDocument, draft, canDo: (operation) => operation === 'remove' });
    expect(proposal).toEqual({ operation: 'remove', because: 'needs-no-key' });
  });

  test('is followed until the retoucher chooses, and again once they choose what is proposed', () => {
    const proposal = { operation: 'inpaint', because: 'selection-prompt' } as const;
    expect(following(emptyDraft, proposal).operation).toBe('inpaint');
    const chosen = changedDraft(emptyDraft, { operation: 'remove' }, proposal);
    expect(following(chosen, proposal).operation).toBe('remove');
    const again = changedDraft(chosen, { operation: 'inpaint' }, proposal);
    expect(again.operationBy).toBe('inlay');
  });
});

describe('the request behind the draft', () => {
  const full: Draft = {
    ...emptyDraft,
    prompt: 'a red hat',
    references: [shown('style')],
    strength: 0.7,
    variants: 3,
    seed: 9,
  };

  test.each([
    ['remove', ['grain', 'tiles']],
    ['inpaint', ['grain', 'references', 'strength', 'tiles']],
    ['style', ['grain', 'references', 'strength', 'tiles']],
    ['generate', ['references']],
  ] as const)('has the fields of %s and no others', (operation, further) => {
    const request = requestFrom({ ...full, operation }, defaultSettings, 1);
    const common = [
      'feather',
      'grow',
      'helpers',
      'marking',
      'model',
      'operation',
      'policy',
      'prompt',
      'seed',
      'variants',
    ];
    expect(Object.keys(request).sort()).toEqual([...common, ...further].sort());
    expect(request).toMatchObject({ seed: 9, variants: 3 });
  });

  test('draws a seed where none is set', () => {
    expect(requestFrom({ ...full, seed: undefined }, defaultSettings, 5)).toMatchObject({ seed: 5 });
  });

  test.each([
    ['inpaint', { prompt: ' ' }, { code: 'edit.no-prompt' }],
    ['style', { references: [] }, { code: 'edit.no-reference', details: { role: 'style' } }],
    ['replace', { references: [] }, { code: 'edit.no-reference', details: { role: 'any' } }],
  ] as const)('says what %s lacks', (operation, change, wanted) => {
    expect(requestFrom({ ...full, operation, ...change }, defaultSettings, 1)).toMatchObject(wanted);
  });

  test('asks for the model that is pinned for its operation, unless another was chosen now', () => {
    const settings = { ...defaultSettings, pins: { inpaint: 'flux-2-max' } };
    expect(modelOf({ ...full, operation: 'inpaint' }, settings)).toBe('flux-2-max');
    expect(modelOf({ ...full, operation: 'instruct' }, settings)).toBe('auto');
    expect(modelOf({ ...full, operation: 'inpaint', model: 'gpt-image-2' }, settings)).toBe('gpt-image-2');
  });
});
