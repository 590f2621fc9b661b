import { realPace } from '../../../src/base/pace';
import { createRandom } from '../../../src/base/random';
import { createServing } from '../../../src/providers/models';
import { catalog } from '../../../src/routing/catalog';
import { aCall } from '../../support/aModelCall';

it('another catalog leaves the services as they are: its calls wait for those under way', async () => {
  let asked = 0;
  const unanswered = new Promise<undefined>(() => undefined);
  const reach = {
    rootOf: () => {
      asked++;
      return unanswered;
    },
    keyOf: () => Promise.resolve('k'),
  };
  const serve = createServing({ reach, pace: realPace, random: createRandom(1), most: 1 });
  const context = { signal: new AbortController().signal, onProgress: () => undefined };
  const begin = (label: string) => {
    const specs = catalog.models.map((spec) => ({ ...spec, label }));
    void serve(specs)
      .find(({ spec }) => spec.id === 'flux-2-pro')
      ?.edit(aCall(), context);
  };
  begin('FLUX.2 Pro');
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(asked).toBe(1);
  begin('Renamed');
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(asked).toBe(1);
});
