import { type Raster, sRGB } from '../../../src/image/raster';
import { namedProfile } from '../../photoshop/color/namedProfiles';
import { writePng } from '../../photoshop/files/writePng';
import { tiny } from '../../support/documents/tiny';
import { claim, claimCancelled, claimEqual } from '../claims';
import { calm, type HostCase } from './case';

const planes = {
  color: [Uint8Array.of(10, 200, 30, 255), Uint8Array.of(40, 50, 255, 255), Uint8Array.of(0, 9, 8, 255)],
};
const picture = (profile?: string) => {
  const bytes = profile === undefined ? undefined : namedProfile(profile);
  return writePng({ width: 2, height: 2, planes, ...(bytes && { profile: bytes }) });
};

/** The values as planes. */
function planesIn({ data }: Raster): readonly number[][] {
  return [0, 1, 2].map((channel) => [...data].filter((_, i) => i % 3 === channel));
}

export const decoding: readonly HostCase[] = [
  {
    name: 'a file is opened, read and closed again, and the document in front stays in front',
    async run(host, { user, state, history, front }) {
      const document = user.open(tiny(), 'photo.psd');
      const before = state(document);
      const read = await host.decode(picture(), 'png', calm);
      claimEqual([read.width, read.height, read.channels, read.space], [2, 2, 3, sRGB], 'the picture');
      claimEqual(planesIn(read), planes.color, 'its colors');
      claimEqual(front(), document, 'the document in front');
      claim(state(document) === before, 'the document is as before');
      claimEqual(history(document), ['Open'], 'the history');
    },
  },
  {
    name: 'a file is opened where no document is',
    async run(host, { front }) {
      const read = await host.decode(picture(), 'png', calm);
      claimEqual(planesIn(read), planes.color, 'its colors');
      claimEqual(front(), undefined, 'the document in front');
    },
  },
  {
    name: "a file's own profile is converted by the host",
    async run(host, { user, state, toScreen }) {
      const read = await host.decode(picture('Adobe RGB (1998)'), 'png', calm);
      const profile = namedProfile('Adobe RGB (1998)') ?? new Uint8Array(0);
      const inAdobe = { ...state(user.open(tiny(), 'photo.psd')), profile };
      const expected = toScreen(inAdobe, planes).color.map((plane) => [...plane]);
      claimEqual(planesIn(read), expected, 'its colors');
    },
  },
  {
    name: 'a file that the host cannot open either is unreadable',
    async run(host, { user, front }) {
      const document = user.open(tiny(), 'photo.psd');
      const thrown: unknown = await host.decode(picture().slice(0, 60), 'webp', calm).catch((error: unknown) => error);
      claim(thrown instanceof Error && thrown.name === 'Unreadable', `it is unreadable (${String(thrown)})`);
      claimEqual(front(), document, 'the document in front');
    },
  },
  {
    name: 'Escape while a file is open leaves it open nowhere',
    async run(host, { user, front, pressEscape, beforeCall }) {
      const document = user.open(tiny(), 'photo.psd');
      beforeCall('getPixels', pressEscape);
      await claimCancelled(host.decode(picture(), 'png', calm));
      claimEqual(front(), document, 'the document in front');
    },
  },
];
