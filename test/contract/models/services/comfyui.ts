import { comfyui as service } from '../../../../src/providers/comfyui';
import { comfyuiModels } from '../../../../src/routing/catalog/comfyui';
import { startComfyUi } from '../../../servers/comfyui';
import { plain } from '../../../servers/picture';
import { aCall } from '../../../support/aModelCall';
import { wireAnswer } from '../../../support/wire';
import { modelNamed } from '../modelNamed';
import type { Served } from '../served';

/** Left half to be made anew. */
export const mask = {
  width: 64,
  height: 48,
  data: Uint8Array.from({ length: 64 * 48 }, (_, i) => (i % 64 < 32 ? 255 : 0)),
};

export const comfyui: Served = {
  service,
  spec: modelNamed(comfyuiModels, 'comfyui-flux-fill'),
  call: aCall({ operation: 'inpaint', mask }),
  stages: ['poll', 'queue', 'view'],
  stop: 'real',
  start: ({ ending = 'pictures', size }) =>
    startComfyUi({
      ending: endings[ending],
      ...(size && { paint: () => plain(size.width, size.height, [1, 2, 3]) }),
    }),
  words: {
    'invalid-input': { status: 400, body: wireAnswer('comfyui', 'error-node') as object },
    down: { status: 503, body: { error: { type: 'busy', message: 'busy', details: '' }, node_errors: {} } },
  },
  endings: { refused: 'model.failed', none: 'model.no-image', failed: 'model.out-of-memory' },
};

const endings = { pictures: 'pictures', refused: 'interrupted', none: 'none', failed: 'error' } as const;
