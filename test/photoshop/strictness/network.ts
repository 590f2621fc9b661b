import type { Transport } from '../modules/globals/fetch';
import { aPhotoshop } from '../modules/support/builders';
import { forEvery, later, outcomeOf } from './proofs';
import type { Row } from './row';

/** A network that answers in order, and tells what was sent. */
function aNetwork(...answers: Response[]) {
  const sent: { readonly address: string; readonly init: RequestInit }[] = [];
  const transport: Transport = (address, init) => {
    sent.push({ address, init });
    return Promise.resolve(answers.shift() ?? new Response('ok'));
  };
  return { sent, transport, headers: () => sent.map(({ init }) => Object.fromEntries(new Headers(init.headers))) };
}

const redirect = (location: string) => new Response(null, { status: 302, headers: { location } });
const api = 'https://api.example.com/';
const elsewhere = 'https://files.cdn.example.com/a';

/** `fetch`, and what else goes out. */
export const fetchRows = {
  origins: {
    platform: 'Requests and images go only where the manifest says, and so do redirects, or they go anywhere',
    breaks: ['network.origin'],
    habits: ['redirectAllowed'],
    proofs: {
      requests: async () => {
        const { transport, sent } = aNetwork();
        const { globals, rulesBroken } = aPhotoshop({ transport });
        for (const address of [api, 'http://localhost:8188/prompt', elsewhere]) await globals.fetch(address);
        for (const address of ['https://example.com/', 'https://api.example.com:444/', 'http://api.example.com/']) {
          const words = `Permission denied to the url ${address}. Manifest entry not found.`;
          await expect(globals.fetch(address)).rejects.toThrow(words);
        }
        expect(sent).toHaveLength(3);
        expect(rulesBroken()).toEqual(Array(3).fill('network.origin'));
      },
      images: () => {
        const { control, rulesBroken } = aPhotoshop();
        for (const address of [elsewhere, 'blob:uxp/1', 'data:image/png;base64,']) control.demandMayLoad(address);
        expect(() => {
          control.demandMayLoad('https://example.com/a.png');
        }).toThrow();
        expect(rulesBroken()).toEqual(['network.origin']);
      },
      ...forEvery('redirectAllowed', async (redirectAllowed) => {
        const { transport, headers } = aNetwork(redirect('https://evil.example.net/'));
        const { globals, rulesBroken } = aPhotoshop({ transport, switches: { redirectAllowed } });
        const outcome = await outcomeOf(globals.fetch(api, { headers: { authorization: 'Bearer x' } }));
        const isNamed = redirectAllowed === 'named';
        expect([outcome, rulesBroken()]).toEqual(isNamed ? ['rejected', ['network.origin']] : ['resolved', []]);
        expect(headers()).toEqual([{ authorization: 'Bearer x' }, ...(isNamed ? [] : [{}])]);
      }),
    },
  },
  signal: {
    platform: 'fetch with the key signal and no value throws',
    breaks: ['network.signal'],
    proofs: {
      'signal: undefined': async () => {
        const { globals, rulesBroken } = aPhotoshop(aNetwork());
        await expect(globals.fetch(api, { signal: undefined } as never)).rejects.toThrow(TypeError);
        expect(rulesBroken()).toEqual(['network.signal']);
      },
    },
  },
  abort: {
    platform: 'An aborted fetch rejects, or goes on',
    habits: ['fetchAbort'],
    proofs: forEvery('fetchAbort', async (fetchAbort) => {
      let answer = (_: Response) => {};
      const transport: Transport = () => new Promise((resolve) => (answer = resolve));
      const { globals } = aPhotoshop({ transport, switches: { fetchAbort } });
      const aborter = new AbortController();
      const asked = globals.fetch(api, { signal: aborter.signal });
      const outcome = asked.then((response) => response.text()).catch((error: unknown) => error);
      await Promise.resolve();
      aborter.abort();
      await later();
      answer(new Response('late'));
      if (fetchAbort === 'rejects') expect(await outcome).toMatchObject({ name: 'AbortError' });
      else expect(await outcome).toBe('late');
    }),
  },
  forms: {
    platform: 'A form loses the names of its files, or the files',
    habits: ['formData'],
    proofs: forEvery('formData', async (formData) => {
      const { transport, sent } = aNetwork();
      const { globals } = aPhotoshop({ transport, switches: { formData } });
      const body = new FormData();
      body.append('prompt', 'x');
      body.append('image', new Blob(['x']), 'image.png');
      await globals.fetch(api, { method: 'POST', body });
      const form = sent[0].init.body as FormData;
      expect([...form.keys()]).toEqual(formData === 'namesLost' ? ['prompt', 'image'] : ['prompt']);
      if (formData === 'namesLost') expect((form.get('image') as File).name).toBe('blob');
    }),
  },
  body: {
    platform: 'A request by GET or HEAD has no body',
    breaks: ['network.body'],
    proofs: {
      both: async () => {
        const { globals, rulesBroken } = aPhotoshop(aNetwork());
        for (const method of ['GET', 'HEAD']) {
          await expect(globals.fetch(api, { method, body: 'x' })).rejects.toThrow(TypeError);
        }
        expect(rulesBroken()).toEqual(['network.body', 'network.body']);
      },
    },
  },
  stream: {
    platform: 'An answer arrives at its end, in one piece',
    proofs: {
      'it is sent in two': async () => {
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
        const { globals } = aPhotoshop(aNetwork(new Response(body)));
        let answered = false;
        const asked = globals.fetch(api).finally(() => (answered = true));
        await later();
        expect(answered).toBe(false);
        end();
        const first: { readonly value?: unknown } = (await (await asked).body?.getReader().read()) ?? {};
        expect(first.value).toEqual(encoder.encode('first last'));
      },
    },
  },
  timeout: {
    platform: 'A request has no time limit of its own',
    proofs: {
      'a server hangs for a day': async () => {
        const { globals, control } = aPhotoshop({ transport: () => new Promise(() => undefined) });
        const ended: unknown[] = [];
        void globals.fetch(api).finally(() => ended.push('ended'));
        control.skip(24 * 60 * 60 * 1000);
        await later();
        expect(ended).toEqual([]);
      },
    },
  },
  redirect: {
    platform: 'On the way to another origin the authorization is dropped, other headers are not',
    proofs: {
      'with a key of either kind': async () => {
        const network = aNetwork(redirect(elsewhere));
        const { globals } = aPhotoshop(network);
        await globals.fetch(api, { headers: { authorization: 'Bearer x', 'x-key': 'k' } });
        expect(network.headers()).toEqual([{ authorization: 'Bearer x', 'x-key': 'k' }, { 'x-key': 'k' }]);
      },
    },
  },
  headers: {
    platform: 'Headers that are the platform’s own are dropped without a word',
    proofs: {
      'five of them': async () => {
        const network = aNetwork();
        const { globals, control } = aPhotoshop(network);
        const own = { Cookie: 'a', Host: 'b', Origin: 'c', Referer: 'd', 'User-Agent': 'e' };
        await globals.fetch(api, { headers: { ...own, 'x-key': 'k' } });
        expect(network.headers()).toEqual([{ 'x-key': 'k' }]);
        expect(control.refusals).toEqual([]);
      },
    },
  },
} as const satisfies Readonly<Record<string, Omit<Row, 'number'>>>;
