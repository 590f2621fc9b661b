import { createLineage } from '../../node/lineage';
import { aPhotoshop } from '../support/builders';
import type { Transport } from './fetch';

interface Sent {
  readonly address: string;
  readonly init: RequestInit;
}

/** A network that answers in order, and tells what was sent. */
function aNetwork(...answers: Response[]) {
  const sent: Sent[] = [];
  const transport: Transport = (address, init) => {
    sent.push({ address, init });
    return Promise.resolve(answers.shift() ?? new Response('ok'));
  };
  return { sent, transport };
}

function redirect(location: string): Response {
  return new Response(null, { status: 302, headers: { location } });
}

describe('fetch', () => {
  it('reaches the origins of the manifest, and no others', async () => {
    const { transport, sent } = aNetwork();
    const { globals, rulesBroken } = aPhotoshop({ transport });
    expect(await (await globals.fetch('https://api.example.com/x')).text()).toBe('ok');
    await globals.fetch('http://localhost:8188/prompt');
    await globals.fetch('https://files.cdn.example.com/a.png');
    for (const address of [
      'https://example.com/',
      'https://api.example.com:444/',
      'http://api.example.com/',
      'http://localhost/',
    ]) {
      const refused = globals.fetch(address);
      await expect(refused).rejects.toThrow(`Permission denied to the url ${address}. Manifest entry not found.`);
    }
    expect(sent).toHaveLength(3);
    expect(rulesBroken()).toEqual(Array(4).fill('network.origin'));
  });

  it('follows redirects, drops the authorization on the way to another origin, and needs permission there', async () => {
    const { transport, sent } = aNetwork(
      redirect('https://files.cdn.example.com/a'),
      new Response('a'),
      redirect('https://evil.example.net/'),
    );
    const { globals, rulesBroken } = aPhotoshop({ transport });
    const headers = { authorization: 'Bearer x', cookie: 'c', 'x-key': 'k' };
    await globals.fetch('https://api.example.com/a', { headers });
    const seen = sent.map(({ init }) => Object.fromEntries(new Headers(init.headers)));
    expect(seen).toEqual([{ authorization: 'Bearer x', 'x-key': 'k' }, { 'x-key': 'k' }]);
    await expect(globals.fetch('https://api.example.com/b')).rejects.toThrow('Permission denied');
    expect(rulesBroken()).toEqual(['network.origin']);
  });

  it('gives an answer at its end and in one piece, whatever came when', async () => {
    const encoder = new TextEncoder();
    let end = () => {};
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(encoder.encode('first '));
        end = () => {
          controller.enqueue(encoder.encode('last'));
          controller.close();
        };
      },
    });
    const { globals } = aPhotoshop({ transport: aNetwork(new Response(body)).transport });
    let answered = false;
    const asked = globals.fetch('https://api.example.com/').then((response) => {
      answered = true;
      return response;
    });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(answered).toBe(false);
    end();
    const reader = (await asked).body?.getReader();
    const first: { readonly value?: unknown } = (await reader?.read()) ?? {};
    expect(first.value).toEqual(encoder.encode('first last'));
  });

  it('waits for a server that does not answer as long as the plugin does', async () => {
    const { globals, control } = aPhotoshop({ transport: () => new Promise(() => undefined) });
    const ended: unknown[] = [];
    void globals.fetch('https://api.example.com/').finally(() => ended.push('ended'));
    control.skip(24 * 60 * 60 * 1000);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(ended).toEqual([]);
  });

  it('drops headers that are the platform`s own, without a word', async () => {
    const { transport, sent } = aNetwork();
    const { globals, control } = aPhotoshop({ transport });
    const headers = { Cookie: 'a', Host: 'b', Origin: 'c', Referer: 'd', 'User-Agent': 'e', 'x-key': 'k' };
    await globals.fetch('https://api.example.com/', { headers });
    expect(sent.map(({ init }) => Object.fromEntries(new Headers(init.headers)))).toEqual([{ 'x-key': 'k' }]);
    expect(control.refusals).toEqual([]);
  });

  it('refuses a signal without value, and a body for GET', async () => {
    const { transport } = aNetwork();
    const { globals, rulesBroken } = aPhotoshop({ transport });
    await expect(globals.fetch('https://api.example.com/', { signal: undefined } as never)).rejects.toThrow(TypeError);
    await expect(globals.fetch('https://api.example.com/', { body: 'x' })).rejects.toThrow(TypeError);
    expect(rulesBroken()).toEqual(['network.signal', 'network.body']);
  });

  it.each(['rejects', 'ignored'] as const)('is aborted: it %s', async (fetchAbort) => {
    let answer = (_: Response) => {};
    const transport: Transport = () => new Promise((resolve) => (answer = resolve));
    const { globals } = aPhotoshop({ transport, switches: { fetchAbort } });
    const aborter = new AbortController();
    const asked = globals.fetch('https://api.example.com/', { signal: aborter.signal });
    const outcome = asked.then((response) => response.text()).catch((error: unknown) => error);
    await Promise.resolve();
    aborter.abort();
    await new Promise((resolve) => setTimeout(resolve, 1));
    answer(new Response('late'));
    if (fetchAbort === 'rejects') expect(await outcome).toMatchObject({ name: 'AbortError' });
    else expect(await outcome).toBe('late');
  });

  it.each(['namesLost', 'partsLost'] as const)('damages forms: %s', async (formData) => {
    const { transport, sent } = aNetwork();
    const { globals } = aPhotoshop({ transport, switches: { formData } });
    const body = new FormData();
    body.append('prompt', 'x');
    body.append('image', new Blob(['x']), 'image.png');
    await globals.fetch('https://api.example.com/', { method: 'POST', body });
    const form = sent[0].init.body as FormData;
    expect([...form.keys()]).toEqual(formData === 'namesLost' ? ['prompt', 'image'] : ['prompt']);
    if (formData === 'namesLost') expect((form.get('image') as File).name).toBe('blob');
  });

  it('is counted when it is made inside a modal scope', async () => {
    const { transport } = aNetwork();
    const { globals, modal, rulesBroken } = aPhotoshop({ transport, lineage: createLineage() });
    await globals.fetch('https://api.example.com/');
    expect(rulesBroken()).toEqual([]);
    await modal(() => globals.fetch('https://api.example.com/'));
    expect(rulesBroken()).toEqual(['modal.network']);
  });
});

describe('an <img>', () => {
  it('loads from the origins of the manifest only', () => {
    const { control, rulesBroken } = aPhotoshop();
    control.demandMayLoad('https://files.cdn.example.com/a.png');
    control.demandMayLoad('blob:uxp/1');
    control.demandMayLoad('data:image/png;base64,');
    expect(() => {
      control.demandMayLoad('https://example.com/a.png');
    }).toThrow();
    expect(rulesBroken()).toEqual(['network.origin']);
  });
});

describe('ImageBlob', () => {
  const raw = {
    type: 'image/uncompressed',
    width: 2,
    height: 1,
    colorSpace: 'RGB',
    components: 3,
    componentSize: 8,
    pixelFormat: 'RGB',
    hasAlpha: false,
  };

  it('is shown by an object URL until that is revoked', () => {
    const { globals, control } = aPhotoshop();
    const blob = new globals.ImageBlob(new Uint8Array([1, 2, 3, 4, 5, 6]).buffer, raw);
    const address = globals.URL.createObjectURL(blob as never);
    expect(control.shownAt(address)).toMatchObject({ raw: { width: 2 }, bytes: new Uint8Array([1, 2, 3, 4, 5, 6]) });
    expect(control.objectUrls).toBe(1);
    globals.URL.revokeObjectURL(address);
    expect(control.objectUrls).toBe(0);
  });

  it.each([
    ['a typed array', new Uint8Array(6), raw],
    ['a wrong number of bytes', new ArrayBuffer(5), raw],
    [
      'a format of the imaging interface',
      new ArrayBuffer(2),
      { ...raw, colorSpace: 'Grayscale', components: 1, pixelFormat: 'Grayscale' },
    ],
    ['an unknown type', new ArrayBuffer(6), { type: 'image/webp' }],
    ['32 bit', new ArrayBuffer(24), { ...raw, componentSize: 32 }],
    ['a negative size', new ArrayBuffer(0), { ...raw, width: -2 }],
  ])('refuses %s', (_, buffer, meta) => {
    const { globals, rulesBroken } = aPhotoshop();
    expect(() => new globals.ImageBlob(buffer, meta)).toThrow();
    expect(rulesBroken()).toEqual(['blob.buffer']);
  });

  it('has no object URL where a switch says so', () => {
    const { globals } = aPhotoshop({ switches: { objectUrls: 'throw' } });
    const blob = new globals.ImageBlob(new ArrayBuffer(6), raw);
    expect(() => globals.URL.createObjectURL(blob as never)).toThrow('not available');
  });
});

describe('localStorage', () => {
  it('keeps texts over sessions, sessionStorage does not', () => {
    const first = aPhotoshop();
    first.globals.localStorage.setItem('a', 1);
    first.globals.sessionStorage.setItem('a', 1);
    const second = aPhotoshop({ kept: first.kept });
    expect(second.globals.localStorage.getItem('a')).toBe('1');
    expect(second.globals.sessionStorage.getItem('a')).toBeNull();
  });
});
