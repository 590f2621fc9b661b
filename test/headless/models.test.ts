import { writePng } from '../photoshop/files/writePng';
import { opaqueNoiseLayer, rect } from '../photoshop/fixtures/documents';
import { startBfl } from '../servers/bfl';
import { startGemini } from '../servers/gemini';
import type { Running } from '../servers/kit';
import { plain } from '../servers/picture';
import { type Bench, createBench, noiseDocument, psdOf, tryEdit } from './testBench';

const keys = { bfl: 'bfl_secret_1', gemini: 'gemini_secret_2' };

let bench: Bench;
let bfl: Running;
let gemini: Running;

beforeEach(async () => {
  bench = createBench();
  bfl = await startBfl({ key: keys.bfl });
  gemini = await startGemini({ key: keys.gemini });
});

afterEach(async () => {
  bench.remove();
  await bfl.close();
  await gemini.close();
});

const square = ['--selection', '100,80,200,160'];

function edit(operation: string, ...args: readonly string[]) {
  const document = bench.put('in.psd', psdOf(noiseDocument(400, 300)));
  const reach = [bflIs(bfl), geminiIs(gemini)].flat();
  const outputs = ['--out', 'out.psd', '--report', 'report.json'];
  return tryEdit(bench, [
    '--document',
    document,
    ...outputs,
    '--seed',
    '7',
    '--operation',
    operation,
    ...reach,
    ...args,
  ]);
}

const bflIs = ({ address }: Running) => ['--endpoint', `bfl=${address}`, '--key', `bfl=${keys.bfl}`];
const geminiIs = ({ address }: Running) => ['--endpoint', `gemini=${address}`, '--key', `gemini=${keys.gemini}`];

/** Every field of the bodies that were sent to a service, pictures left out. */
function bodies({ log }: Running) {
  return log.filter(({ stage }) => stage === 'submit').map(({ body }) => JSON.parse(body.toString('utf8')) as object);
}

describe('a hosted edit', () => {
  it.each([
    ['inpaint', [...square, '--prompt', 'a red lighthouse'], 'bfl'],
    ['instruct', ['--prompt', 'make it night'], 'gemini'],
    ['instruct', [...square, '--prompt', 'make it night'], 'gemini'],
    ['generate', ['--prompt', 'a quiet sea'], 'bfl'],
    ['generate', [...square, '--prompt', 'a quiet sea'], 'bfl'],
    ['remove', [...square, '--model', 'flux-pro-1.0-fill'], 'bfl'],
    ['remove', [...square, '--model', 'flux-tools/erase-v1'], 'bfl'],
  ])('is placed: %s %j', async (operation, args, provider) => {
    const ended = await edit(operation, ...args);
    expect(ended).toMatchObject({ ok: true, report: { operation, route: { provider }, refusals: [] } });
    expect([...bfl.complaints, ...gemini.complaints]).toEqual([]);
    expect(bfl.billed.length + gemini.billed.length).toBe(1);
  });

  it.each([
    ['replace', 'product', square],
    ['style', 'style', []],
  ])('shows its references, from a layer and from a file: %s', async (operation, role, selection) => {
    const bottle = opaqueNoiseLayer(2, 'Bottle', rect(10, 10, 90, 110), 8);
    const document = bench.put(
      'in.psd',
      psdOf(noiseDocument(400, 300, 8, [bottle, ...noiseDocument(400, 300).layers])),
    );
    const file = bench.put('label.png', writePng({ width: 30, height: 20, planes: { color: plainPlanes(600) } }));
    const references = ['--reference', `layer:Bottle:${role}`, '--reference', `file:${file}:plain`];
    const ended = await tryEdit(bench, [
      ...['--document', document, '--out', 'out.psd', '--operation', operation, ...selection],
      ...[...references, ...bflIs(bfl), '--policy', 'provider:bfl'],
    ]);
    expect(ended).toMatchObject({ ok: true, report: { operation, route: { provider: 'bfl' } } });
    expect(bfl.complaints).toEqual([]);
    expect(Object.keys(bodies(bfl)[0] ?? {})).toEqual(
      expect.arrayContaining(['input_image', 'input_image_2', 'input_image_3']),
    );
  });

  it('says which reference is not there', async () => {
    const ended = await edit('style', '--reference', 'layer:Nothing:style');
    expect(ended).toEqual({
      ok: false,
      reason: 'The reference “Nothing” is not there. Choose a layer of this document or another open document.',
    });
    expect([...bfl.log, ...gemini.log]).toEqual([]);
  });

  it('asks once for each variant and places the one that fits best', async () => {
    const ended = await edit('inpaint', ...square, '--prompt', 'a boat', '--variants', '3');
    expect(ended).toMatchObject({ ok: true, report: { route: { dollars: 0.135, charged: 0.135 } } });
    expect(bfl.billed).toHaveLength(3);
    expect(new Set(bodies(bfl).map((body) => Reflect.get(body, 'seed') as number)).size).toBe(3);
  });

  it('takes an answer of another size, and says so', async () => {
    await bfl.close();
    bfl = await startBfl({ key: keys.bfl, paint: ({ width, height }) => plain(width / 2, height / 2, [9, 9, 200]) });
    const ended = await edit('inpaint', ...square, '--prompt', 'a boat');
    expect(ended).toMatchObject({
      ok: true,
      report: { route: { asked: { width: 400, height: 304 }, came: { width: 200 } } },
    });
  });
});

describe('the limits', () => {
  it('stop a call before anything is sent', async () => {
    const ended = await edit('inpaint', ...square, '--prompt', 'a boat', '--max-price', '0.01');
    expect(ended).toMatchObject({
      ok: false,
      reason: expect.stringContaining('your limit per call is $0.01') as string,
    });
    expect([...bfl.log, ...gemini.log]).toEqual([]);
  });

  it('of a day count what was spent before', async () => {
    const settings = { settings: { caps: { day: 0.08 }, endpoints: { bfl: bfl.address } } };
    const args = [...square, '--prompt', 'a boat', '--data', bench.folder, '--policy', 'provider:bfl'];
    bench.put('settings.json', JSON.stringify(settings));
    expect(await edit('inpaint', ...args)).toMatchObject({ ok: true });
    expect(await edit('inpaint', ...args)).toMatchObject({
      ok: false,
      reason: expect.stringContaining('per day') as string,
    });
    expect(bfl.billed).toHaveLength(1);
  });
});

describe('where the first model cannot answer', () => {
  const noCredit = { kind: 'reply', reply: { status: 402, body: { detail: 'Insufficient credits.' } } } as const;

  it('the next one does, and the report says who it was', async () => {
    bfl.faults.add('submit', noCredit);
    const ended = await edit('inpaint', ...square, '--prompt', 'a boat');
    expect(ended).toMatchObject({
      ok: true,
      report: { route: { provider: 'gemini', reason: expect.stringContaining('could not answer') as string } },
    });
    expect(bfl.billed).toEqual([]);
    expect(gemini.billed).toHaveLength(1);
  });

  it('and may have charged, nobody else is asked', async () => {
    bfl.faults.add('submit', { kind: 'reset', when: 'after' });
    const ended = await edit('inpaint', ...square, '--prompt', 'a boat');
    expect(ended).toMatchObject({ ok: false, reason: expect.stringContaining('may have been charged') as string });
    expect(bfl.billed).toHaveLength(1);
    expect(gemini.log).toEqual([]);
    expect(bench.made()).toEqual([]);
  });

  it('and was asked for by name, nobody else is', async () => {
    bfl.faults.add('submit', noCredit);
    const ended = await edit('inpaint', ...square, '--prompt', 'a boat', '--model', 'flux-2-pro');
    expect(ended).toMatchObject({ ok: false, reason: expect.stringContaining('no credit left') as string });
    expect(gemini.log).toEqual([]);
  });
});

describe('a key', () => {
  it('is seen by its own service and nowhere else', async () => {
    await edit('inpaint', ...square, '--prompt', 'a boat', '--data', bench.folder);
    const told = bench
      .made()
      .flatMap((name) => (/\.(psd|json)$/.test(name) ? [Buffer.from(bench.bytes(name)).toString('latin1')] : []));
    expect(told.length).toBeGreaterThan(2);
    for (const text of told) for (const key of Object.values(keys)) expect(text).not.toContain(key);
    for (const { headers } of bfl.log.filter(({ stage }) => stage === 'file')) {
      expect(JSON.stringify(headers)).not.toContain(keys.bfl);
    }
  });

  it('that is missing is said before anything is sent', async () => {
    const document = bench.put('in.psd', psdOf(noiseDocument(400, 300)));
    const ended = await tryEdit(bench, [
      ...['--document', document, '--out', 'out.psd', '--operation', 'inpaint', '--prompt', 'a boat', ...square],
      ...['--endpoint', `bfl=${bfl.address}`, '--model', 'flux-2-pro'],
    ]);
    expect(ended).toMatchObject({ ok: false, reason: expect.stringContaining('no key') as string });
    expect(bfl.log).toEqual([]);
  });
});

function plainPlanes(length: number): readonly Uint8Array[] {
  return [40, 90, 160].map((level) => new Uint8Array(length).fill(level));
}
