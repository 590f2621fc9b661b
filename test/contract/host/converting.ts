import type { DocumentId } from '../../../src/base/ids';
import { type Raster, sRGB } from '../../../src/image/raster';
import { background } from '../../support/documents/layers';
import { aScene } from '../../support/documents/scene';
import { tiny } from '../../support/documents/tiny';
import { claim, claimEqual } from '../claims';
import { calm, type HostCase } from './case';

/** What a model is sent, and what comes back from it. */
export const converting: readonly HostCase[] = [
  ...([8, 16, 32] as const).map((depth): HostCase => ({
    name: `colors of ${depth} bit come back from the wire as they went there`,
    async run(host, stagehand) {
      const state = aScene({ layers: [background(depth)], active: 1, depth, profile: 'Adobe RGB (1998)' });
      const document = stagehand.user.open(state, 'photo.psd') as DocumentId;
      const before = stagehand.state(document);
      const sent = mutedColors();
      const colors = await host.fromWire(document, sent, calm);
      claimEqual(colors.data.BYTES_PER_ELEMENT * 8, depth, 'the depth');
      const back = await host.toWire(document, colors, calm);
      claimEqual(back.space, sRGB, 'the space');
      const furthest = Math.max(...Array.from(sent.data, (value, i) => Math.abs(value - back.data[i])));
      claim(furthest <= 2, `no value is off by more than 2 levels (${furthest})`);
      claim(stagehand.state(document) === before, 'the document is as before');
      claimEqual(stagehand.history(document), ['Open'], 'the history');
    },
  })),
  {
    name: 'sRGB goes to the wire and back without a modal scope',
    async run(host, { user, scopes }) {
      const document = user.open(tiny(), 'photo.psd') as DocumentId;
      const sent = mutedColors();
      claimEqual((await host.toWire(document, sent, calm)).data, sent.data, 'what is sent');
      claimEqual((await host.fromWire(document, sent, calm)).data, sent.data, 'what comes back');
      claimEqual(scopes(), 0, 'the number of modal scopes');
    },
  },
  {
    name: 'a picture is found by the name of its layer or the title of its document',
    async run(host, { user }) {
      const other = user.open(tiny(), 'look.psd');
      const document = user.open(tiny(), 'photo.psd') as DocumentId;
      claimEqual(host.findPicture(document, { kind: 'document', title: 'look.psd' })?.document, other, 'the document');
      claimEqual(host.findPicture(document, { kind: 'document', title: 'gone.psd' }), undefined, 'another title');
      claimEqual(host.findPicture(document, { kind: 'layer', name: 'No such layer' }), undefined, 'another name');
      await Promise.resolve();
    },
  },
];

/** Colors that every space of the cases holds. */
function mutedColors(): Raster {
  const data = Uint8Array.from({ length: 8 * 6 * 3 }, (_, i) => 60 + ((i * 37) % 130));
  return { width: 8, height: 6, channels: 3, space: sRGB, data };
}
