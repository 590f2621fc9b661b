import type { DocumentId } from '../../../src/base/ids';
import { type Raster, sRGB } from '../../../src/image/raster';
import type { DocumentState } from '../../photoshop/model/state';
import { switchValues } from '../../photoshop/modules/switches';
import { background } from '../../support/documents/layers';
import { aScene } from '../../support/documents/scene';
import { tiny } from '../../support/documents/tiny';
import { claim, claimEqual } from '../claims';
import { calm, type HostCase, type Stagehand } from './case';

export const showing: readonly HostCase[] = [
  ...([8, 16] as const).flatMap((depth) =>
    (['Adobe RGB (1998)', 'ProPhoto RGB'] as const).map((profile): HostCase => ({
      name: `colors of ${depth} bit in ${profile} are shown as the host itself would show them`,
      async run(host, stagehand) {
        const state = aScene({ layers: [background(depth)], active: 1, depth, profile });
        const document = stagehand.user.open(state, 'photo.psd');
        const before = stagehand.state(document);
        const colors = manyColors(before, profile);
        const shown = await host.convertForScreen(document as DocumentId, colors, calm);
        claimClose(shown, colors, before, stagehand);
        claim(stagehand.state(document) === before, 'the document is as before');
        claimEqual(stagehand.history(document), ['Open'], 'the history');
      },
    })),
  ),
  {
    name: 'the grid of a profile is asked for once',
    async run(host, { user, state, scopes }) {
      const document = user.open(
        aScene({ layers: [background()], active: 1, profile: 'Adobe RGB (1998)' }),
        'photo.psd',
      );
      const colors = manyColors(state(document), 'Adobe RGB (1998)');
      await host.convertForScreen(document as DocumentId, colors, calm);
      const before = scopes();
      await host.convertForScreen(document as DocumentId, colors, calm);
      claimEqual(scopes(), before, 'the number of modal scopes');
    },
  },
  {
    name: 'sRGB colors are shown as they are, without a modal scope',
    async run(host, { user, state, scopes }) {
      const document = user.open(tiny(), 'photo.psd');
      const colors = manyColors(state(document), sRGB.profile);
      const shown = await host.convertForScreen(document as DocumentId, colors, calm);
      claimEqual(shown.data, colors.data, 'the picture');
      claimEqual(scopes(), 0, 'the number of modal scopes');
    },
  },
  ...switchValues.workingRgb.map((workingRgb): HostCase => ({
    name: `untagged colors are shown as Photoshop’s color settings have them: ${workingRgb}`,
    switches: { workingRgb },
    async run(host, stagehand) {
      const state = aScene({ layers: [background()], active: 1, profile: 'untagged' });
      const document = stagehand.user.open(state, 'photo.psd');
      const colors = manyColors(state, '');
      const shown = await host.convertForScreen(document as DocumentId, colors, calm);
      claimClose(shown, colors, stagehand.state(document), stagehand);
    },
  })),
  {
    name: 'a picture has an address until it is released',
    async run(host, { pictureAt, pictures }) {
      for (const channels of [3, 4] as const) {
        const data = Uint8Array.from({ length: 6 * 5 * channels }, (_, i) => i);
        const preview = host.preview({ width: 6, height: 5, channels, space: sRGB, data });
        claimEqual(preview.size, { width: 6, height: 5 }, 'the size');
        claimEqual(pictureAt(preview.address), { width: 6, height: 5, bytes: data }, 'the picture');
        preview.release();
        claimEqual(pictures(), 0, 'the number of pictures');
      }
    },
  },
  {
    name: 'a picture may be a part of a larger buffer',
    async run(host, { pictureAt }) {
      const data = Uint8Array.from({ length: 100 }, (_, i) => i).subarray(40, 52);
      const preview = host.preview({ width: 2, height: 2, channels: 3, space: sRGB, data });
      claimEqual(pictureAt(preview.address)?.bytes, [...data], 'the picture');
      preview.release();
    },
  },
];

/** Levels from dark to light of every hue, a hundred of each. */
function manyColors({ depth }: DocumentState, profile: string): Raster {
  const full = depth === 16 ? 32768 : 255;
  const value = (i: number) => Math.round((((i * 2654435761) >>> 8) % 1009) * (full / 1008));
  const data = depth === 16 ? new Uint16Array(30 * 20 * 3) : new Uint8Array(30 * 20 * 3);
  return { width: 30, height: 20, channels: 3, space: { model: 'rgb', profile }, data: data.map((_, i) => value(i)) };
}

/** Nearly all within two levels of 255, and none far off, also where colors leave the gamut of a screen. */
function claimClose(shown: Raster, colors: Raster, state: DocumentState, { toScreen }: Stagehand): void {
  const plane = (channel: number) => colors.data.filter((_, i) => i % 3 === channel);
  const expected = toScreen(state, { color: [plane(0), plane(1), plane(2)] });
  const differences = Array.from(shown.data, (value, i) => Math.abs(value - expected.color[i % 3][Math.floor(i / 3)]));
  const far = differences.filter((by) => by > 2).length / differences.length;
  claimEqual(shown.space, sRGB, 'the space');
  claim(far < 0.002, `hardly a value is off by more than 2 levels (${(far * 100).toFixed(2)} %)`);
  claim(Math.max(...differences) <= 8, `none is off by more than 8 (${Math.max(...differences)})`);
}
