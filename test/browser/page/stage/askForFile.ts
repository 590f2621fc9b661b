import type { FileLayer } from '../../../photoshop/modules/uxp/files';

const folder = '/Chosen';

/** Lets the person before the page choose a file, and puts it on the disk of the stand-in; answers its path, if any. */
export async function askForFile(files: FileLayer, types: readonly string[]): Promise<readonly string[]> {
  const file = await chosenFile(types);
  if (file === undefined) return [];
  const path = `${folder}/${file.name}`;
  await files.makeFolder(folder);
  await files.write(path, new Uint8Array(await file.arrayBuffer()), 'replace');
  return [path];
}

function chosenFile(types: readonly string[]): Promise<File | undefined> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = types.map((type) => `.${type}`).join();
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve(input.files?.item(0) ?? undefined));
    input.addEventListener('cancel', () => resolve(undefined));
    input.click();
  });
}
