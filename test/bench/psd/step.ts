import { rmSync, writeFileSync } from 'node:fs';
import { nodeDisk } from '../../headless/disk';
import { readPicture } from '../../headless/openPicture';
import { modeNames } from '../../photoshop/model/modes';
import { psdParts } from '../../photoshop/psd/writePsd';
import { changes } from './changes';
import { largeFile } from './largeFile';
import { createStopwatch } from './stopwatch';

/** In a process of its own, so that its memory is its own: makes the file, or opens, changes and saves it. */
function main([step, path = '', what = '', depth]: readonly string[]): void {
  if (step === 'make') {
    const mode = modeNames.find((name) => name === what) ?? 'rgb';
    writeFileSync(path, largeFile(mode, depth === '16' ? 16 : 8));
    return;
  }
  const change = changes.get(what);
  if (!change) throw new Error(`There is no change "${what}".`);
  const written = `${path}.out`;
  rmSync(written, { force: true });
  const watch = createStopwatch();
  const opened = watch.time(() => readPicture(path));
  const changed = change(opened);
  watch.time(() => nodeDisk.write(written, psdParts(changed)));
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(JSON.stringify({ ...watch.taken(), megabytes }));
}

main(process.argv.slice(2));
