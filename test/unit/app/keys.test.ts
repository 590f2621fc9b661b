import { createApp } from '../../../src/app/app';
import { InlayError } from '../../../src/base/errors';
import { jobId } from '../../../src/base/ids';
import { catalog } from '../../../src/routing/catalog';
import {
  createMemoryHost,
  createMemoryPicker,
  createMemoryRecorder,
  createMemorySecrets,
  createMemoryStorage,
} from '../../support/memoryHost';
import { until } from '../../support/moments';
import { createScriptedModel } from '../../support/scriptedModel';

const key = 'sk-0123456789abcdef4f2a';

function setUp() {
  const [secrets, storage, local] = [createMemorySecrets(), createMemoryStorage(), createScriptedModel()];
  const models = [local, ...catalog.models.map((spec) => ({ ...local, spec }))];
  const app = createApp({
    ...{ host: createMemoryHost(), storage, recorder: createMemoryRecorder(), secrets },
    picker: createMemoryPicker(undefined, { name: 'bottle.png', token: 'persistent-1' }),
    models: { present: () => models, use: () => undefined },
    drawSeed: () => 1,
    drawJobId: () => jobId('job'),
  });
  app.start();
  const service = (id: string) => app.store.get().services.find((one) => one.id === id);
  return { app, secrets, storage, service };
}

describe('a key', () => {
  test('opens its models at once, and is kept in the secret store alone', async () => {
    const { app, secrets, storage, service } = setUp();
    app.commands.changeDraft({ operation: 'inpaint', prompt: 'grass' });
    await until('the services', () => service('bfl') !== undefined);
    expect(app.store.get().offer).toMatchObject({ kind: 'blocked', why: { action: 'settings' } });
    app.commands.saveKey('bfl', key);
    await until('an offer', () => app.store.get().offer.kind === 'ready');
    expect(service('bfl')).toMatchObject({ key: 'kept', ending: '4f2a' });
    expect([...secrets.kept]).toEqual([['bfl', key]]);
    expect(JSON.stringify(app.store.get())).not.toContain(key.slice(0, -4));
    expect(JSON.stringify([...storage.texts])).not.toContain(key.slice(0, -4));
  });

  test('that is removed closes them, and is not missed', async () => {
    const { app, service } = setUp();
    app.commands.saveKey('bfl', key);
    await until('the key', () => service('bfl')?.key === 'kept');
    app.commands.removeKey('bfl');
    await until('no key', () => service('bfl')?.key === 'none');
  });

  test('that the store does not take is told, and nothing pretends to have it', async () => {
    const { app, secrets, service } = setUp();
    secrets.write = () => Promise.reject(new InlayError('host.storage', { doing: 'keep the key' }));
    app.commands.saveKey('bfl', key);
    await until('the notice', () => app.store.get().notice !== undefined);
    expect(service('bfl')?.key).not.toBe('kept');
  });
});

test('where nothing may leave the machine, no pin stands above that', async () => {
  const { app, service } = setUp();
  app.commands.saveKey('bfl', key);
  await until('the key', () => service('bfl')?.key === 'kept');
  app.commands.pinModel('flux-2-pro');
  await until('the pin', () => app.store.get().settings.pins.remove === 'flux-2-pro');
  app.commands.changeSettings({ policy: 'private' });
  await until('the local model', () => {
    const { offer } = app.store.get();
    return offer.kind === 'ready' && offer.price === 'Free';
  });
  const { offer } = app.store.get();
  expect(offer.kind === 'ready' && offer.choices.every(({ state }) => state === 'disabled')).toBe(true);
});
