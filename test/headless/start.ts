import { join } from 'node:path';
import { root } from '../build/root';
import { edit } from './edit';
import type { EditReport } from './editReport';
import { reasonForPerson } from './reasonForPerson';

const photograph = join(root, 'test', 'fixtures', 'photos', 'dandelion.png');
const prepared = join(root, 'test', 'fixtures', 'photos', 'dandelion-selection.png');
const layered = join(root, 'out', 'dandelion.psd');
const picture = join(root, 'out', 'dandelion-before-after.png');

void start();

/** The main job on a real photograph, for whoever looks at Inlay for the first time. */
async function start(): Promise<void> {
  try {
    console.log('Removing the dandelion from a photograph, with the built plugin in a stand-in for Photoshop …\n');
    const report = await edit({
      document: photograph,
      selection: { kind: 'mask', path: prepared },
      request: { operation: 'remove', seed: 1 },
      out: layered,
      preview: picture,
    });
    console.log(inWords(report));
    process.exit(0);
  } catch (error) {
    console.error(reasonForPerson(error));
    process.exit(1);
  }
}

function inWords({ route, layers, findings, milliseconds }: EditReport): string {
  const seconds = Object.values(milliseconds).reduce((sum, step) => sum + step, 0) / 1000;
  const poor = findings.filter(({ verdict }) => verdict !== 'fits');
  const checks = poor.length === 0 ? 'all passed' : `not passed: ${poor.map(({ check }) => check).join(', ')}`;
  const made = layers.map(
    ({ name, maskBounds: { left, top, right, bottom } }) =>
      `“${name}”, with a mask of ${right - left} × ${bottom - top} px; nothing else in the document changed`,
  );
  return [
    `removed by  ${route.model} (${route.reason.replace(/\.$/, '').toLowerCase()}) in ${seconds.toFixed(1)} s, at ${route.scale} size`,
    ...made.map((layer) => `new layer   ${layer}`),
    `checks      ${checks} (${findings.map(({ check }) => check).join(', ')})`,
    `price       ${route.price}`,
    '',
    'Open these:',
    `  ${layered}`,
    `  ${picture}`,
  ].join('\n');
}
