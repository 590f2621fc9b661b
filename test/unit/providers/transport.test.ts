import { realPace } from '../../../src/base/pace';
import { send } from '../../../src/providers/transport';

const outgoing = {
  method: 'POST',
  address: 'https://api.acme.example/v1/edit',
  headers: {},
  timeoutMs: 1000,
  mostBytes: 1000,
};

const fetched = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = fetched;
});

/** What the platform's `fetch` makes of it, by the words of its error. */
async function sentWhenItSays(message: string) {
  globalThis.fetch = () => Promise.reject(new Error(message));
  return send(outgoing, new AbortController().signal, realPace);
}

it.each([
  ['Permission denied to the url https://api.acme.example/v1/edit. Manifest entry not found.', 'not-allowed'],
  ['Permission denied to the url https://elsewhere.example/. Manifest entry not found.', 'led-astray'],
  ['Manifest entry not found', 'not-allowed'],
  ['connect ECONNREFUSED 127.0.0.1:1', 'never-left'],
  ['Network request failed', 'broken'],
])('“%s” means: %s', async (message, kind) => {
  expect((await sentWhenItSays(message)).kind).toBe(kind);
});
