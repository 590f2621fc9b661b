import { failedAtWork, outcomeOf, sentenceOf, wordsOf } from '../../../src/providers/outcome';

it.each([
  [401, 'model.auth'],
  [402, 'model.no-credit'],
  [403, 'model.auth'],
  [404, 'model.gone'],
  [408, 'model.down'],
  [410, 'model.gone'],
  [413, 'model.invalid-input'],
  [422, 'model.invalid-input'],
  [429, 'model.rate-limited'],
  [500, 'model.down'],
  [503, 'model.down'],
])('the status %i alone means %s', (status, code) => {
  expect(outcomeOf({ provider: 'Acme', model: 'Acme Edit' }, { status, body: {} }, 'So it is.').code).toBe(code);
});

it.each([429, 503])('the status %i keeps the time that is to be waited', (status) => {
  const failure = { status, body: {}, retryAfterMs: 5000 };
  expect(outcomeOf({ provider: 'Acme', model: 'Acme Edit' }, failure, '').details).toMatchObject({
    retryAfterMs: 5000,
  });
});

describe('what a service says', () => {
  it('is one line', () => expect(sentenceOf(' - width:\n   too   large\n')).toBe('- width: too large'));

  it('is repeated without addresses, pictures and what may be a key', () => {
    const says = `See https://acme.example/?key=1 data:image/png;base64,AAAA/+== ${'k'.repeat(70)}`;
    expect(sentenceOf(says)).toBe('See (an address) (a picture) …');
  });

  it('is cut to 200 characters', () => expect(sentenceOf('very '.repeat(100))).toHaveLength(200));
});

it.each([
  ['No such sampler', 'No such sampler'],
  [
    [
      { loc: ['body', 'width'], msg: 'not an integer', type: 'x' },
      { loc: ['body', 'n'], msg: 'too many' },
    ],
    'width: not an integer; n: too many',
  ],
  [{ reason: 'other' }, '{"reason":"other"}'],
])('the detail %j is worded', (detail, words) => {
  expect(wordsOf(detail)).toBe(words);
});

it.each([
  ['CUDA out of memory. Tried to allocate 2.25 GiB', 'model.out-of-memory'],
  ['Allocation on device 0 would exceed allowed memory.', 'model.out-of-memory'],
  ['torch.OutOfMemoryError', 'model.out-of-memory'],
  ['There is no room for doubt', 'model.invalid-input'],
])('work that failed with “%s” means %s', (says, code) => {
  expect(failedAtWork('Acme', says).code).toBe(code);
});
