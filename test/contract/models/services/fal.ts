import { fal as service } from '../../../../src/providers/fal';
import { falModels } from '../../../../src/routing/catalog/fal';
import { startFal } from '../../../servers/fal';
import { plain, stretched } from '../../../servers/picture';
import { aCall } from '../../../support/aModelCall';
import { modelNamed } from '../modelNamed';
import type { Served } from '../served';

export const fal: Served = {
  service,
  spec: modelNamed(falModels, 'fal-ai/nano-banana/edit'),
  call: aCall({ size: { width: 64, height: 48, ratio: '4:3', tier: '1K' } }),
  stages: ['poll', 'result', 'file'],
  stop: 'real',
  start: ({ key, ending = 'pictures', size: given, fileAt }) =>
    startFal({
      key,
      ...(fileAt !== undefined && { fileAt }),
      ...(given && { paint: () => stretched(plain(8, 8, [10, 20, 30]), given.width, given.height) }),
      ending: endings[ending],
    }),
  words: {
    auth: { status: 401, body: { detail: 'Authentication is required to access this application' } },
    'no-credit': { status: 403, body: { detail: 'User is locked. Reason: Exhausted balance. Top up.' } },
    'invalid-input': complaint('value_error', ['body', 'image_size', 'width'], 'Input should be at least 512'),
    'rate-limited': { status: 429, body: { detail: 'Too many requests' } },
    gone: { status: 404, body: { detail: 'Application not found' } },
    'refused-input': complaint('content_policy_violation', ['body', 'prompt'], 'Flagged by a content checker.'),
    down: { status: 503, body: { detail: 'Service unavailable' } },
  },
  endings: { refused: 'model.refused-output', none: 'model.no-image', failed: 'model.down' },
};

const endings = {
  pictures: 'pictures',
  refused: 'held back',
  none: 'none',
  failed: { status: 500, body: complaint('internal_server_error', ['body'], 'Internal error').body ?? {} },
} as const;

function complaint(type: string, loc: readonly string[], msg: string) {
  return { status: 422, body: { detail: [{ loc, msg, type }] } };
}
