import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../build/root';
import { startBfl } from '../servers/bfl';
import type { Running } from '../servers/kit';
import { tiny } from '../support/documents/tiny';
import { expectClean, onStage, type OnStage } from '../support/onStage';
import { reaching } from '../support/reaching';

let server: Running;
let stage: OnStage;

beforeAll(async () => {
  server = await startBfl({ key: 'k1' });
  stage = await onStage(reaching({ bfl: server.address }, { bfl: 'k1' }));
});

afterAll(async () => {
  expectClean(stage);
  await stage.close();
  await server.close();
});

/** A file on the disk of the stand-in, and what the plugin finds it again by. */
async function tokenFor(bytes: Uint8Array): Promise<string> {
  const { localFileSystem, formats } = stage.photoshop.modules.uxp.storage;
  const folder = await localFileSystem.getDataFolder();
  const file = await folder.createFile('picture', { overwrite: true });
  await file.write(bytes.slice().buffer, { format: formats.binary });
  return localFileSystem.createPersistentToken(file);
}

it('shows a model a file that was chosen, as large as a reference may be, after the source', async () => {
  stage.open(tiny());
  const token = await tokenFor(readFileSync(join(root, 'test', 'fixtures', 'photos', 'pagoda.png')));
  const references = [{ from: { kind: 'file', name: 'pagoda.png', token }, role: 'product' }];
  const answer = await stage.edit({ operation: 'replace', references, model: 'flux-2-pro' });
  expect(answer).toMatchObject({ outcome: 'placed', operation: 'replace' });
  const submitted = server.log.find(({ stage: of }) => of === 'submit');
  expect(submitted?.body.toString()).toContain('input_image_2');
  expect(server.complaints).toEqual([]);
});

it('says that a file is gone, or no picture, before anything is sent', async () => {
  stage.open(tiny());
  const sent = server.log.length;
  const ask = async (token: string) => {
    const references = [{ from: { kind: 'file', name: 'bottle.png', token }, role: 'product' }];
    return (await stage.edit({ operation: 'replace', references, model: 'flux-2-pro' })).reason;
  };
  expect(await ask('none')).toMatch(/^The reference “bottle.png” is not there\./);
  expect(await ask(await tokenFor(new Uint8Array([1, 2, 3])))).toMatch(/^The file “bottle.png” cannot be opened\./);
  expect(server.log).toHaveLength(sent);
});
