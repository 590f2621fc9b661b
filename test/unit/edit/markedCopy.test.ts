import { type Marking, showsMarkedCopy } from '../../../src/edit/markedCopy';
import { editRequest } from '../../../src/edit/operations';
import { aSpec } from '../../support/aModelCall';

const limited: Marking['frame'] = { mask: { kind: 'selection', grow: 0, feather: 0 } };
const everything: Marking['frame'] = { mask: { kind: 'everything' } };
const request = (changes: object = {}) =>
  editRequest.parse({ operation: 'inpaint', prompt: 'a red door', seed: 1, marking: 'copy', ...changes });
const maskless = aSpec({ mask: 'none', references: 2 });

it.each<[string, boolean, Marking, ReturnType<typeof aSpec>]>([
  ['a model without a mask', true, { request: request(), frame: limited, shown: 0 }, maskless],
  ['where there is just room for it', true, { request: request(), frame: limited, shown: 1 }, maskless],
  ['not where references fill all places', false, { request: request(), frame: limited, shown: 2 }, maskless],
  ['not a model with a mask', false, { request: request(), frame: limited, shown: 0 }, aSpec({ mask: 'binary' })],
  ['not ourselves', false, { request: request(), frame: limited, shown: 0 }, aSpec({ takes: 'document' })],
  ['not where all may change', false, { request: request(), frame: everything, shown: 0 }, maskless],
  [
    'not a picture from nothing',
    false,
    { request: request({ operation: 'generate' }), frame: limited, shown: 0 },
    maskless,
  ],
  ['not unless it is asked for', false, { request: request({ marking: 'words' }), frame: limited, shown: 0 }, maskless],
])('is shown to %s', (_who, isShown, marking, spec) => {
  expect(showsMarkedCopy(marking, spec)).toBe(isShown);
});
