import { fal } from '../../../../src/providers/fal';
import { versely as service } from '../../../../src/providers/versely';
import { verselyModels } from '../../../../src/routing/catalog/versely';
import type { Running } from '../../../servers/kit';
import { plain } from '../../../servers/picture';
import { startVersely } from '../../../servers/versely';
import { aCall } from '../../../support/aModelCall';
import { wireAnswer } from '../../../support/wire';
import { modelNamed } from '../modelNamed';
import type { Served } from '../served';

/** Versely, which takes pictures from the storage of another service only. */
export function verselyWith(storage: () => Running): Served {
  return {
    service,
    storage: { service: fal, address: () => storage().address },
    spec: modelNamed(verselyModels, 'versely-nano-banana-edit'),
    call: aCall({ size: { width: 64, height: 48, ratio: '4:3', tier: '1K' } }),
    stages: ['poll', 'file'],
    stop: 'none',
    hurry: 300,
    start: ({ key, ending = 'pictures', size, fileAt }) =>
      startVersely({
        key,
        publicLinks: storage().files,
        ending: endings[ending],
        ...(fileAt !== undefined && { fileAt }),
        ...(size && { paint: () => plain(size.width, size.height, [1, 2, 3]) }),
      }),
    words: {
      auth: { status: 401, body: { success: false, error: 'Invalid API key' } },
      'no-credit': { status: 402, body: wireAnswer('versely', 'error-credits') as object },
      'invalid-input': { status: 422, body: { success: false, error: 'images must be URLs' } },
      'rate-limited': { status: 429, body: { success: false, error: 'Too many requests' } },
      gone: { status: 404, body: { success: false, error: 'No such model' } },
      down: { status: 503, body: { success: false, error: 'Upstream is down' } },
    },
    endings: { refused: 'model.refused-output', none: 'model.no-image', failed: 'model.failed' },
  };
}

const endings = { pictures: 'pictures', refused: 'flagged', none: 'none', failed: 'failed' } as const;
