import type { DocumentId, LayerId } from '../../../src/base/ids';
import type { Raster } from '../../../src/image/raster';
import { parentOf, siblingsOf } from '../../photoshop/model/findLayer';
import { replaceLayer } from '../../photoshop/model/replaceLayer';
import type { DocumentState, Planes, Rect } from '../../photoshop/model/state';
import { documents } from '../../support/documents';
import { group, mask, pixelLayer } from '../../support/documents/layers';
import { awkward, tiny, tinyCanvas } from '../../support/documents/tiny';
import { claim, claimCancelled, claimEqual, claimFails } from '../claims';
import { calm, type HostCase } from './case';

export const reading: readonly HostCase[] = [
  ...documents.map(({ name, make, above }): HostCase => ({
    name: `what lies beneath the place in ${name} is read without what is above, and nothing is changed`,
    async run(host, { user, state, history, composite }) {
      const document = user.open(make(), name);
      const before = state(document);
      const { place } = await host.survey();
      const area = { left: 8, top: 5, right: before.width - 3, bottom: before.height };
      const read = await host.readPixels(document as DocumentId, { beneath: place }, area, calm);
      claimShows(read, composite(withoutAbove(before, above), area));
      claim(state(document) === before, 'the document is as before');
      claimEqual(history(document), ['Open'], 'the history');
    },
  })),
  {
    name: 'all of a picture is padded where Photoshop leaves out what has no pixels',
    async run(host, { user, state, composite }) {
      const document = user.open(awkward(), 'awkward.psd');
      const { place } = await host.survey();
      const read = await host.readPixels(document as DocumentId, { beneath: place }, tinyCanvas, calm);
      claimEqual([read.width, read.height, read.channels], [40, 36, 4], 'the shape');
      claim(read.data instanceof Uint16Array, '16 bit are read as 16 bit');
      claimEqual(read.space.profile, 'Adobe RGB (1998)', 'the profile');
      claimShows(read, composite(withoutAbove(state(document), 1), tinyCanvas));
    },
  },
  {
    name: 'an opaque picture has three channels',
    async run(host, { user }) {
      const document = user.open(tiny(), 'photo.psd');
      const read = await host.readPixels(document as DocumentId, 'composite', tinyCanvas, calm);
      claimEqual(read.channels, 3, 'the number of channels');
    },
  },
  {
    name: 'a layer is read as it looks by itself: with its mask, in its own place, without all others',
    async run(host, { user, state, history, composite }) {
      const bounds = { left: 5, top: 4, right: 60, bottom: 30 };
      const photo = pixelLayer(3, 'Photo', { bounds }, { mask: mask((x) => x * 5), blendMode: 'mul ' });
      const given = tiny();
      const document = user.open(
        { ...given, layers: [...given.layers.slice(0, 1), photo, ...given.layers.slice(1)] },
        'a',
      );
      const before = state(document);
      const read = await host.readPixels(document as DocumentId, 3 as LayerId, tinyCanvas, calm);
      claimEqual(read.channels, 4, 'the number of channels');
      claimShows(read, composite({ ...before, layers: [photo] }, tinyCanvas));
      claim(state(document) === before, 'the document is as before');
      claimEqual(history(document), ['Open'], 'the history');
    },
  },
  {
    name: 'a hidden layer in a hidden group shows its own pixels, and stays hidden',
    async run(host, { user, state, history, composite }) {
      const bounds = { left: 5, top: 6, right: 25, bottom: 26 };
      const label = pixelLayer(7, 'Label', { bounds }, { visible: false });
      const beside = pixelLayer(8, 'Beside', { bounds: tinyCanvas });
      const folder = group(6, 'Folder', [beside, label], { visible: false });
      const document = user.open(tiny({ layers: [folder, ...tiny().layers] }), 'photo.psd');
      const before = state(document);
      const read = await host.readPixels(document as DocumentId, 7 as LayerId, bounds, calm);
      claimShows(read, composite({ ...before, layers: [{ ...label, visible: true }] }, bounds));
      claim(state(document) === before, 'the document is as before');
      claimEqual(history(document), ['Open'], 'the history');
    },
  },
  {
    name: 'a region without any pixels is an error that names the layer',
    async run(host, { user }) {
      const empty = pixelLayer(1, 'Empty', { bounds: tinyCanvas, coverage: () => 0 });
      const document = user.open(tiny({ layers: [empty] }), 'empty.psd');
      const { place } = await host.survey();
      const read = host.readPixels(document as DocumentId, { beneath: place }, tinyCanvas, calm);
      claimEqual(await claimFails(read, 'edit.nothing-there'), { layer: 'Empty' }, 'the details');
    },
  },
  {
    name: 'reading from a document or layer that is gone says which',
    async run(host, { user }) {
      const document = user.open(tiny(), 'photo.psd');
      const { place } = await host.survey();
      user.removeLayer(document, 1);
      const beneath = () => host.readPixels(document as DocumentId, { beneath: place }, tinyCanvas, calm);
      claimEqual(await claimFails(beneath(), 'host.layer-gone'), { layer: 'Background' }, 'the details');
      user.close(document);
      await claimFails(beneath(), 'host.document-closed');
    },
  },
  {
    name: 'Escape while layers are hidden ends the reading and shows them again',
    async run(host, { user, state, history, beforeCall, pressEscape }) {
      const document = user.open(tiny(), 'photo.psd');
      const before = state(document);
      const { place } = await host.survey();
      beforeCall('getPixels', pressEscape);
      await claimCancelled(host.readPixels(document as DocumentId, { beneath: place }, tinyCanvas, calm));
      claim(state(document) === before, 'the document is as before');
      claimEqual(history(document), ['Open'], 'the history');
    },
  },
  {
    name: 'a signal that was aborted ends the reading',
    async run(host, { user }) {
      const document = user.open(awkward(), 'photo.psd');
      const { place } = await host.survey();
      const signal = AbortSignal.abort();
      await claimCancelled(host.readPixels(document as DocumentId, { beneath: place }, tinyCanvas, signal));
    },
  },
  {
    name: 'readings that were asked for at the same time follow each other',
    async run(host, { user }) {
      const document = user.open(tiny(), 'photo.psd');
      const { place } = await host.survey();
      const areas: readonly Rect[] = [tinyCanvas, { left: 3, top: 3, right: 9, bottom: 9 }, tinyCanvas];
      const reads = await Promise.all(
        areas.map((area) => host.readPixels(document as DocumentId, { beneath: place }, area, calm)),
      );
      claimEqual(
        reads.map(({ width }) => width),
        [40, 6, 40],
        'the widths',
      );
      claimEqual(reads[0], reads[2], 'the same picture read twice');
    },
  },
];

/** The document with everything hidden that stands above a layer, in its group and above each group around it. */
function withoutAbove(state: DocumentState, above: number): DocumentState {
  const siblings = siblingsOf(state, above);
  const over = siblings.slice(
    0,
    siblings.findIndex(({ id }) => id === above),
  );
  const hidden = over.reduce(
    (next, { id }) => replaceLayer(next, id, (layer) => ({ ...layer, visible: false })),
    state,
  );
  const parent = parentOf(hidden, above);
  return parent === undefined ? hidden : withoutAbove(hidden, parent.id);
}

/** What has no coverage may have any color. */
function claimShows(read: Raster, { color, alpha }: Planes): void {
  claimEqual(read.channels, alpha === undefined ? 3 : 4, 'the number of channels');
  const pixels = read.width * read.height;
  claimEqual(pixels, color[0]?.length, 'the number of pixels');
  const planes = alpha === undefined ? color : [...color, alpha];
  for (let i = 0; i < pixels; i++) {
    if (alpha?.[i] === 0 && read.data[i * 4 + 3] === 0) continue;
    planes.forEach((plane, channel) => {
      const is = read.data[i * read.channels + channel];
      const where = `channel ${channel} at ${i % read.width}, ${Math.floor(i / read.width)}`;
      if (is !== plane[i]) throw new Error(`${where} is ${is}, not ${plane[i]}`);
    });
  }
}
