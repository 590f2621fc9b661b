import { Cancelled } from '../../../src/base/abort';
import { InlayError } from '../../../src/base/errors';
import { notToBeLost } from '../../../src/edit/notToBeLost';

const calm = () => new AbortController().signal;

/** Fails with these, one after the other, then succeeds. */
function failing(...errors: readonly Error[]) {
  const left = [...errors];
  return jest.fn((signal: AbortSignal) => {
    const error = left.shift();
    return error === undefined ? Promise.resolve(signal.aborted ? 'aborted' : 'done') : Promise.reject(error);
  });
}

beforeEach(() => {
  jest.useFakeTimers({ advanceTimers: 500 });
});

afterEach(() => {
  jest.useRealTimers();
});

it('work that nothing comes between is done once', async () => {
  const work = failing();
  expect(await notToBeLost(work, calm())).toEqual({ value: 'done', stopped: 'no' });
  expect(work).toHaveBeenCalledTimes(1);
});

it('work goes on to its end though the edit was cancelled before, and says so', async () => {
  expect(await notToBeLost(failing(), AbortSignal.abort())).toEqual({ value: 'done', stopped: 'yes' });
});

it('a step that Escape ended is done again', async () => {
  expect(await notToBeLost(failing(new Cancelled()), calm())).toEqual({ value: 'done', stopped: 'yes' });
});

it('a busy Photoshop is waited for', async () => {
  const busy = new InlayError('host.busy', {});
  expect(await notToBeLost(failing(busy, busy), calm())).toEqual({ value: 'done', stopped: 'no' });
});

it('what cannot be done is thrown, and what never can be is not tried for ever', async () => {
  const closed = new InlayError('host.document-closed', {});
  await expect(notToBeLost(failing(closed), calm())).rejects.toBe(closed);
  const always = failing(...Array.from({ length: 100 }, () => new Cancelled()));
  await expect(notToBeLost(always, calm())).rejects.toBeInstanceOf(Cancelled);
});
