import { benchCodecs } from './codecs';
import { benchEngine } from './engine';
import { benchFidelity } from './fidelity';
import { benchCommonFiles, benchFiles } from './files';
import { benchJobs } from './jobs';

/** Every bench by its name: `npm run bench -- engine`. Without a name all that are no part of another run. */
const benches: Record<string, () => void | Promise<void>> = {
  codecs: benchCodecs,
  engine: benchEngine,
  fidelity: benchFidelity,
  files: benchFiles,
  'common-files': benchCommonFiles,
  jobs: benchJobs,
};

const parts = new Set(['common-files']);

void run(process.argv.slice(2));

async function run(names: readonly string[]): Promise<void> {
  for (const name of names.length > 0 ? names : Object.keys(benches).filter((name) => !parts.has(name))) {
    const bench = benches[name];
    if (bench) await bench();
    else {
      console.error(`There is no bench "${name}". There are: ${Object.keys(benches).join(', ')}.`);
      process.exitCode = 1;
    }
  }
}
