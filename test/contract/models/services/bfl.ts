import { bfl as service } from '../../../../src/providers/bfl';
import { bflModels } from '../../../../src/routing/catalog/bfl';
import { startBfl } from '../../../servers/bfl';
import { plain } from '../../../servers/picture';
import { aCall } from '../../../support/aModelCall';
import { wireAnswer } from '../../../support/wire';
import { modelNamed } from '../modelNamed';
import type { Served } from '../served';

export const bfl: Served = {
  service,
  spec: modelNamed(bflModels, 'flux-2-pro'),
  call: aCall({ size: { width: 64, height: 64 } }),
  stages: ['poll', 'file'],
  stop: 'none',
  start: ({ key, ending = 'pictures', size: given, fileAt }) =>
    startBfl({
      key,
      ending: endings[ending],
      ...(fileAt !== undefined && { fileAt }),
      ...(given && { paint: () => plain(given.width, given.height, [1, 2, 3]) }),
    }),
  words: {
    auth: wire(403, 'noKey'),
    'no-credit': wire(402, 'noCredit'),
    'invalid-input': wire(422, 'invalid'),
    'rate-limited': wire(429, 'busy'),
    gone: { status: 404, body: { detail: 'Not Found' } },
    down: { status: 503, body: { detail: 'Service temporarily unavailable' } },
  },
  endings: { refused: 'model.refused-output', none: 'model.uncertain', failed: 'model.failed' },
};

const endings = { pictures: 'Ready', refused: 'Content Moderated', none: 'Task not found', failed: 'Error' } as const;

function wire(status: number, name: string) {
  return { status, body: wireAnswer('bfl', name) as object };
}
