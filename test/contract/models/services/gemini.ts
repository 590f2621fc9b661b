import { gemini as service } from '../../../../src/providers/gemini';
import { geminiModels } from '../../../../src/routing/catalog/gemini';
import { startGemini } from '../../../servers/gemini';
import { plain } from '../../../servers/picture';
import { aCall } from '../../../support/aModelCall';
import { wireAnswer } from '../../../support/wire';
import { modelNamed } from '../modelNamed';
import type { Served } from '../served';

export const size = { width: 64, height: 48, ratio: '4:3', tier: '1K' };

export const gemini: Served = {
  service,
  spec: modelNamed(geminiModels, 'gemini-3-pro-image'),
  call: aCall({ size }),
  stages: [],
  stop: 'none',
  hurry: 400,
  start: ({ key, ending = 'pictures', size: given }) =>
    startGemini({
      key,
      ending: endings[ending],
      ...(given && { paint: () => plain(given.width, given.height, [1, 2, 3]) }),
    }),
  carries: (file) => ({
    status: 200,
    body: { candidates: [{ content: { parts: [{ inlineData: { data: base64(file) } }] }, finishReason: 'STOP' }] },
  }),
  words: {
    auth: wire(400, 'error-key'),
    'no-credit': wire(429, 'error-free-tier'),
    'invalid-input': said(400, 'INVALID_ARGUMENT', 'aspect_ratio is not supported'),
    'rate-limited': said(429, 'RESOURCE_EXHAUSTED', 'Slow down.'),
    gone: wire(404, 'error-gone'),
    down: wire(503, 'error-overloaded'),
  },
  endings: { refused: 'model.refused-output', none: 'model.no-image', failed: 'model.no-image' },
};

const endings = { pictures: 'picture', refused: 'safety', none: 'text only', failed: 'other' } as const;

function wire(status: number, name: string) {
  return { status, body: wireAnswer('gemini', name) as object };
}

function said(code: number, status: string, message: string) {
  return { status: code, body: { error: { code, message, status } } };
}

function base64(file: Uint8Array): string {
  return Buffer.from(file).toString('base64');
}
