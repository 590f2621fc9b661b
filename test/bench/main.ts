import { benchCodecs } from './codecs';
import { benchEngine } from './engine';
import { benchFiles } from './files';

/** Every bench by its name: `npm run bench -- engine`. Without a name all of them run. */
const benches: Record<string, () => void> = { codecs: benchCodecs, engine: benchEngine, files: benchFiles };

const names = process.argv.slice(2);
for (const name of names.length > 0 ? names : Object.keys(benches)) {
  const bench = benches[name];
  if (bench) bench();
  else {
    console.error(`There is no bench "${name}". There are: ${Object.keys(benches).join(', ')}.`);
    process.exitCode = 1;
  }
}
