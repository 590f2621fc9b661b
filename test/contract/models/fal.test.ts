import { chargeOf } from '../../../src/base/charge';
import { isInlayError } from '../../../src/base/errors';
import { startFal } from '../../servers/fal';
import { keepsItsHead } from './faults';
import { fal } from './services/fal';
import { answered, attempt, begin } from './trial';

keepsItsHead(fal);

it.each([
  ['content_policy_violation', ['body', 'prompt'], 'model.refused-input', { reasons: ['So it is.'] }],
  ['image_too_large', ['body', 'image_urls', 0], 'model.invalid-input', { field: 'image_urls.0', says: 'So it is.' }],
])(
  'a run that ends with %s is told in its words, and as one that may have been charged',
  async (type, loc, code, said) => {
    const ending = { status: 422, body: { detail: [{ loc, msg: 'So it is.', type }] } };
    const { end, error } = await answered(fal, ({ key }) => startFal({ key, ending }));
    expect(end).toBe(code);
    expect(error).toMatchObject({ details: { ...said, requestId: 'run-1' } });
    expect(isInlayError(error) && chargeOf(error)).toBe('uncertain');
  },
);

it('tells the place in the queue, and that the work has begun', async () => {
  const server = await begin(({ key }) => startFal({ key, looks: 3 }));
  const places: number[] = [];
  await attempt(fal, server, { onQueue: (place) => places.push(place) });
  expect(places).toEqual([2, 2, 0]);
});
