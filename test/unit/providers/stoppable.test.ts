import { Cancelled } from '../../../src/base/abort';
import { stoppable } from '../../../src/providers/stoppable';
import { hurried } from '../../support/hurried';

const pace = hurried(100);
const failing = (error: Error) => () => Promise.reject(error);

it('tells the service of a cancelled edit, and passes it on', async () => {
  const stop = jest.fn(() => Promise.resolve());
  await expect(stoppable(failing(new Cancelled('cancelled')), stop, pace)).rejects.toThrow(Cancelled);
  expect(stop).toHaveBeenCalledTimes(1);
});

it('tells nothing of an edit that failed by itself or went well', async () => {
  const stop = jest.fn(() => Promise.resolve());
  await expect(stoppable(failing(new Error('broken')), stop, pace)).rejects.toThrow('broken');
  await expect(stoppable(() => Promise.resolve(1), stop, pace)).resolves.toBe(1);
  expect(stop).not.toHaveBeenCalled();
});

it('does not wait for a service that never hears, nor mind one that fails', async () => {
  const cancelled = failing(new Cancelled('cancelled'));
  await expect(stoppable(cancelled, () => new Promise(() => undefined), pace)).rejects.toThrow(Cancelled);
  await expect(stoppable(cancelled, failing(new Error('gone')), pace)).rejects.toThrow(Cancelled);
});
