import { writeFileSync } from 'node:fs';
import { nodeDisk } from '../../headless/disk';
import { readPicture } from '../../headless/openPicture';
import { noiseLayer } from '../../photoshop/fixtures/documents';
import { insertLayerOnTop } from '../../photoshop/model/insertLayer';
import { replaceLayer } from '../../photoshop/model/replaceLayer';
import type { DocumentState } from '../../photoshop/model/state';
import { psdPieces } from '../../photoshop/psd/writePsd';
import { largeFile } from './largeFile';

/** What is done to a document between opening and saving it. */
const changes: Readonly<Record<string, (state: DocumentState) => DocumentState>> = {
  'a new layer': (state) =>
    insertLayerOnTop(state, noiseLayer(9, 'New', { left: 2000, top: 1500, right: 3000, bottom: 2300 }, state.depth)),
  'another opacity of a whole layer': (state) => replaceLayer(state, 4, (layer) => ({ ...layer, opacity: 200 })),
};

/** In a process of its own, so that its memory is its own: makes the file, or opens, changes and saves it. */
function main([step, path, how]: readonly string[]): void {
  if (step === 'make') {
    writeFileSync(path, largeFile(how === '16' ? 16 : 8));
    return;
  }
  const started = Date.now();
  nodeDisk.write(`${path}.out`, psdPieces(changes[how](readPicture(path))));
  const seconds = (Date.now() - started) / 1000;
  console.log(JSON.stringify({ seconds, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) }));
}

main(process.argv.slice(2));
