import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Host } from '../../src/host/host';
import { root } from '../build/root';
import { createColorEngine } from '../photoshop/color/colorEngine';
import { createCore, type PhotoshopCore } from '../photoshop/core';
import { createPhotoshop, type Photoshop } from '../photoshop/modules/createPhotoshop';
import { type Switches, switchesFrom } from '../photoshop/modules/switches';
import type { Manifest } from '../photoshop/modules/uxp/manifest';
import { createLineage } from '../photoshop/node/lineage';
import { littleCms } from '../photoshop/node/littleCms';
import { readWebp } from '../photoshop/node/webp';

/** The adapter's own sources, on a stand-in that nobody has used before. */
export interface AdapterOnStandIn {
  readonly host: Host;
  readonly photoshop: Photoshop;
  readonly core: PhotoshopCore;
}

/** The modules `photoshop` and `uxp` exist only in Photoshop: while the adapter is loaded, the stand-in answers for them. */
export async function adapterOnStandIn(switches: Partial<Switches> = {}): Promise<AdapterOnStandIn> {
  const habits = switchesFrom(switches);
  const core = createCore(await colorEngine, { workingRgb: () => habits.workingRgb, readWebp });
  const manifest = JSON.parse(readFileSync(join(root, 'manifest.json'), 'utf8')) as Manifest;
  const photoshop = createPhotoshop({ core, manifest, switches, lineage: createLineage() });
  const { ImageBlob, URL } = photoshop.globals;
  Object.assign(globalThis, { ImageBlob, URL });
  jest.doMock('photoshop', () => photoshop.modules.photoshop, { virtual: true });
  jest.doMock('uxp', () => photoshop.modules.uxp, { virtual: true });
  let host: Host | undefined;
  await jest.isolateModulesAsync(async () => {
    ({ photoshopHost: host } = await import('../../src/host/photoshop/photoshopHost'));
  });
  if (host === undefined) throw new Error('The adapter was not loaded');
  return { host, photoshop, core };
}

const colorEngine = createColorEngine(littleCms());
