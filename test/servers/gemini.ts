import { type Field, type Fields, fieldsOf, claimKnown, pictureIn, readable, type Refuse, turnAway } from './fields';
import { giveBack, type Job } from './job';
import { type Received, type Running, startServer, TurnedAway } from './kit';
import { type Picture, plain, writePicture } from './picture';
import type { Reply } from './reply';

export interface GeminiOptions {
  readonly key: string;
  readonly paint?: (job: Job) => Picture;
  readonly ending?: 'picture' | 'text only' | 'safety' | 'blocked' | 'other';
  /** How its members are spelt. */
  readonly spelling?: 'inlineData' | 'inline_data';
}

/** Google Gemini on loopback: `generateContent`, refusals in HTTP 200, thoughts with pictures before the real one. */
export async function startGemini(options: GeminiOptions): Promise<Running> {
  const { key, paint = giveBack, ending = 'picture', spelling = 'inlineData' } = options;
  const stored = new Map<string, Uint8Array>();
  let count = 0;

  function generate(request: Received, model: Model, service: Running): Reply {
    const job = jobOf(request, model, (uri) => stored.get(uri.replace(`${service.address}/v1beta/`, '')));
    const responseId = `response-${++count}`;
    if (ending === 'blocked') return { status: 200, body: { promptFeedback: { blockReason: 'PROHIBITED_CONTENT' } } };
    service.billed.push({ id: responseId, dollars: 0.039 });
    const candidate = candidateOf(job);
    const usageMetadata = { promptTokenCount: 270, candidatesTokenCount: 1290, totalTokenCount: 1560 };
    return { status: 200, body: { candidates: [candidate], usageMetadata, responseId } };
  }

  function candidateOf(job: Job): object {
    switch (ending) {
      case 'picture':
      case 'blocked': {
        const parts = [
          { text: 'First a sketch.', thought: true },
          { ...picturePart(plain(8, 8, [255, 0, 255])), thought: true },
          picturePart(plain(8, 8, [0, 0, 0])),
          { ...picturePart(paint(job)), thoughtSignature: 'c2lnbmF0dXJl' },
        ];
        return { content: { role: 'model', parts }, finishReason: 'STOP', index: 0 };
      }
      case 'text only':
        return { content: { role: 'model', parts: [{ text: 'I cannot do that.' }] }, finishReason: 'STOP' };
      case 'safety':
        return { content: {}, finishReason: 'IMAGE_SAFETY', finishMessage: 'It violated the policy.' };
      case 'other':
        return { content: {}, finishReason: 'IMAGE_OTHER' };
    }
  }

  function store({ path, query, headers, body }: Received, { address }: Running): Reply {
    if (path === '/upload/v1beta/files' && headers['x-goog-upload-command'] === 'start') {
      if (headers['x-goog-upload-protocol'] !== 'resumable') turnAway(refuse, 'protocol', 'Not resumable');
      if (headers['x-goog-upload-header-content-type'] !== 'image/png') turnAway(refuse, 'type', 'Not told');
      const length = headers['x-goog-upload-header-content-length'] ?? '';
      return { status: 200, headers: { 'x-goog-upload-url': `${address}/upload/at?length=${length}` }, body: {} };
    }
    if (headers['x-goog-upload-command'] !== 'upload, finalize' || headers['x-goog-upload-offset'] !== '0')
      turnAway(refuse, 'command', 'Not the whole file at once');
    if (String(body.length) !== query.get('length')) turnAway(refuse, 'length', 'Not as was told');
    const name = `files/file-${stored.size + 1}`;
    stored.set(name, body);
    return { status: 200, body: { file: { name, uri: `${address}/v1beta/${name}`, state: 'ACTIVE' } } };
  }

  function picturePart(picture: Picture): object {
    const data = Buffer.from(writePicture(picture)).toString('base64');
    return spelling === 'inlineData'
      ? { inlineData: { mimeType: 'image/png', data } }
      : { inline_data: { mime_type: 'image/png', data } };
  }

  return startServer({
    stageOf: ({ path, method }) => {
      if (method === 'DELETE') return 'forget';
      return path.includes(':generateContent') ? 'submit' : 'upload';
    },
    answer(request, service) {
      const { path, method, headers } = request;
      if (headers['x-goog-api-key'] !== key) {
        const details = [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'API_KEY_INVALID' }];
        throw new TurnedAway(errorReply(400, 'INVALID_ARGUMENT', 'API key not valid.', details), 'no key');
      }
      if (path.startsWith('/upload/') && method === 'POST') return store(request, service);
      if (method === 'DELETE' && stored.delete(path.replace('/v1beta/', ''))) return { status: 200, body: {} };
      const name = /^\/v1beta\/models\/([\w.-]+):generateContent$/.exec(path)?.[1] ?? '';
      const model = models.get(name);
      if (model === undefined || method !== 'POST') return errorReply(404, 'NOT_FOUND', `${name} is not found`);
      return generate(request, model, service);
    },
  });
}

function errorReply(code: number, status: string, message: string, details: readonly object[] = []): Reply {
  return { status: code, body: { error: { code, message, status, details } } };
}

interface Model {
  readonly tiers: readonly string[];
  readonly ratios: readonly string[];
  readonly pictures: number;
}

const ratios = ['1:1', '2:3', '3:2', '3:4', '4:3', '4:5', '5:4', '9:16', '16:9', '21:9'];
const long = [...ratios, '1:4', '4:1', '1:8', '8:1'];
const models: ReadonlyMap<string, Model> = new Map([
  ['gemini-2.5-flash-image', { tiers: [], ratios, pictures: 3 }],
  ['gemini-3-pro-image', { tiers: ['1K', '2K', '4K'], ratios, pictures: 14 }],
  ['gemini-3.1-flash-image', { tiers: ['512', '1K', '2K', '4K'], ratios: long, pictures: 14 }],
  ['gemini-nano-banana-2.1', { tiers: ['1K', '2K', '4K'], ratios: long, pictures: 14 }],
]);

const bodyFields: Readonly<Record<string, Field>> = {
  ...{ generationConfig: 'object', systemInstruction: 'object' },
  contents: 'list',
  safetySettings: 'list',
  tools: 'list',
};
const configFields: Readonly<Record<string, Field>> = {
  ...{ seed: 'integer', temperature: 'number', candidateCount: 'integer', imageConfig: 'object' },
  responseModalities: 'list',
  thinkingConfig: 'object',
};

function jobOf(request: Received, model: Model, lying: (uri: string) => Uint8Array | undefined): Job {
  if (request.body.length > 20_000_000) turnAway(refuse, 'request', 'Request payload size exceeds the limit: 20971520');
  const body = fieldsOf(request, bodyFields, refuse);
  const config = (body['generationConfig'] ?? {}) as Fields;
  claimKnown(config, configFields, refuse);
  claimSeed(config['seed']);
  claimModalities(config['responseModalities']);
  claimSize((config['imageConfig'] ?? {}) as Fields, model);
  const parts = partsOf(body['contents']);
  const prompt = parts.flatMap(({ text }) => (text === undefined ? [] : [text])).join('\n');
  const pictures = parts.filter(({ text }) => text === undefined);
  if (pictures.length > model.pictures) turnAway(refuse, 'contents', 'Too many pictures');
  if (prompt === '') turnAway(refuse, 'contents', 'Nothing is said');
  const [source, ...references] = pictures.map(({ inlineData, fileData }) => {
    const { mimeType } = inlineData ?? fileData ?? {};
    if (mimeType !== 'image/png') turnAway(refuse, 'mimeType', 'Unsupported MIME type');
    const file = lying(fileData?.fileUri ?? '');
    return file === undefined ? pictureIn(inlineData?.data, '', refuse, 'inlineData') : readable(file, refuse, 'file');
  });
  return {
    ...{ prompt, source, references, mask: undefined },
    width: source?.width ?? 1024,
    height: source?.height ?? 1024,
  };
}

interface Part {
  readonly text?: string;
  readonly inlineData?: { readonly mimeType: string; readonly data: string };
  readonly fileData?: { readonly mimeType: string; readonly fileUri: string };
}

function partsOf(contents: unknown): readonly Part[] {
  const [content, ...others] = (contents ?? []) as readonly { readonly role: string; readonly parts: Part[] }[];
  if (content?.role !== 'user' || others.length > 0) return turnAway(refuse, 'contents', 'Not one turn of the user');
  return content.parts;
}

function claimSeed(seed: unknown): void {
  if (seed === undefined) return;
  if (typeof seed !== 'number' || Math.abs(seed) > 0x7fffffff) turnAway(refuse, 'seed', 'Not of 32 bits');
}

function claimModalities(modalities: unknown): void {
  if (!Array.isArray(modalities) || !modalities.includes('IMAGE'))
    turnAway(refuse, 'responseModalities', 'No picture was asked for');
}

function claimSize(config: Fields, { tiers, ratios: allowed }: Model): void {
  claimKnown(config, { aspectRatio: allowed, imageSize: tiers }, refuse);
}

const refuse: Refuse = (field, message) => errorReply(400, 'INVALID_ARGUMENT', `${field}: ${message}`);
