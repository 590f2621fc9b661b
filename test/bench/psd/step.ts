import { rmSync } from 'node:fs';
import { nodeDisk } from '../../headless/disk';
import { readPicture } from '../../headless/openPicture';
import { modeNames } from '../../photoshop/model/modes';
import type { Depth } from '../../photoshop/model/state';
import { psdParts } from '../../photoshop/psd/writePsd';
import { changes } from './changes';
import { largeFile } from './largeFile';
import { createStopwatch } from './stopwatch';

/** In a process of its own, so that its memory is its own: makes the file, or opens, changes and saves it. */
function main([step, path = '', what = '', depth]: readonly string[]): void {
  if (step === 'make') {
    const mode = modeNames.find((name) => name === what) ?? 'rgb';
    nodeDisk.write(path, largeFile(mode, depthNamed(depth)));
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

function depthNamed(name = '8'): Depth {
  const depth = ([8, 16, 32] as const).find((one) => String(one) === name);
  if (depth === undefined) throw new Error(`There is no depth "${name}".`);
  return depth;
}

main(process.argv.slice(2));
