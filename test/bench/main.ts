import { benchCodecs } from './codecs';
import { benchEngine } from './engine';
import { benchFidelity } from './fidelity';
import { benchFiles } from './files';
import { benchJobs } from './jobs';

/** Every bench by its name: `npm run bench -- engine`. Without a name all of them run. */
const benches: Record<string, () => void | Promise<void>> = {
  codecs: benchCodecs,
  engine: benchEngine,
  fidelity: benchFidelity,
  files: benchFiles,
  jobs: benchJobs,
};

void run(process.argv.slice(2));

async function run(names: readonly string[]): Promise<void> {
  for (const name of names.length > 0 ? names : Object.keys(benches)) {
    const bench = benches[name];
    if (bench) await bench();
    else {
      console.error(`There is no bench "${name}". There are: ${Object.keys(benches).join(', ')}.`);
      process.exitCode = 1;
    }
  }
}
