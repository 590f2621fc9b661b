import { a1111 as service } from '../../../../src/providers/a1111';
import { a1111Models } from '../../../../src/routing/catalog/a1111';
import { startA1111 } from '../../../servers/a1111';
import { plain } from '../../../servers/picture';
import { aCall } from '../../../support/aModelCall';
import { wireAnswer } from '../../../support/wire';
import { modelNamed } from '../modelNamed';
import type { Served } from '../served';

/** Left half to be made anew. */
const mask = { width: 64, height: 48, data: Uint8Array.from({ length: 64 * 48 }, (_, i) => (i % 64 < 32 ? 255 : 0)) };

export const a1111: Served = {
  service,
  spec: modelNamed(a1111Models, 'a1111-inpaint'),
  call: aCall({ operation: 'inpaint', mask }),
  stages: [],
  stop: 'real',
  hurry: 600,
  start: ({ key, ending = 'pictures', size }) =>
    startA1111({
      key,
      ending: endings[ending],
      ...(size && { paint: () => plain(size.width, size.height, [1, 2, 3]) }),
    }),
  carries: (file) => ({ status: 200, body: { images: [base64(file)], info: '{}' } }),
  words: {
    auth: { status: 401, body: { detail: 'Incorrect username or password' } },
    'invalid-input': { status: 422, body: wireAnswer('a1111', 'error-input') as object },
    down: { status: 503, body: { detail: '' } },
  },
  endings: { refused: 'model.invalid-input', none: 'model.no-image', failed: 'model.out-of-memory' },
};

const endings = { pictures: 'pictures', refused: 'refused', none: 'none', failed: 'out of memory' } as const;

function base64(file: Uint8Array): string {
  return Buffer.from(file).toString('base64');
}
