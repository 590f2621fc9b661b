import { readWithin } from '../../../src/providers/readWithin';

const piece = new Uint8Array(1000).map((_, index) => index % 251);

/** An answer in pieces of 1000 bytes, and how many of them were asked for. */
function inPieces(count: number, headers: Readonly<Record<string, string>> = {}) {
  const seen = { pieces: 0, ended: false };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (seen.pieces === count) controller.close();
        else {
          seen.pieces++;
          controller.enqueue(piece.slice());
        }
      },
      cancel() {
        seen.ended = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { seen, response: new Response(body, { headers }) };
}

it('an answer of unknown length is taken whole, piece by piece', async () => {
  const { response } = inPieces(3);
  expect(await readWithin(response, 3000)).toEqual(new Uint8Array([...piece, ...piece, ...piece]));
});

it.each<[string, Readonly<Record<string, string>>]>([
  ['that does not say its length', {}],
  ['that is packed', { 'content-length': '40', 'content-encoding': 'gzip' }],
])('of an answer %s no more is read than may come, and it is ended', async (_what, headers) => {
  const { seen, response } = inPieces(1_000_000, headers);
  expect(await readWithin(response, 5500)).toBeUndefined();
  expect(seen).toEqual({ pieces: 6, ended: true });
});

it('of one that says that it is larger nothing is read', async () => {
  const { seen, response } = inPieces(10, { 'content-length': '10000' });
  expect(await readWithin(response, 5500)).toBeUndefined();
  expect(seen.pieces).toBe(0);
});

it('one of known length is read at once', async () => {
  expect(await readWithin(new Response(piece, { headers: { 'content-length': '1000' } }), 1000)).toEqual(piece);
});

it('an answer without a body is empty', async () => {
  expect(await readWithin(new Response(null, { status: 204 }), 1000)).toEqual(new Uint8Array(0));
});
