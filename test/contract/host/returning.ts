import type { DocumentId } from '../../../src/base/ids';
import type { NewLayer, Scene } from '../../../src/host/host';
import { fullScaleOf, type Raster, samplesLike } from '../../../src/image/raster';
import { namedProfile } from '../../photoshop/color/namedProfiles';
import { findLayer } from '../../photoshop/model/findLayer';
import { modes } from '../../photoshop/model/modes';
import { createSamples, fullScale, regionOf } from '../../photoshop/model/samples';
import type { Depth, DocumentState, Mode, Planes, Rect, Samples } from '../../photoshop/model/state';
import { everyColor } from '../../support/documents/everyColor';
import { claim, claimEqual } from '../claims';
import { calm, type HostCase, type Stagehand } from './case';

/** Where the patch lies: away from the edges, so that what is cut off would show. */
const area: Rect = { left: 0, top: 0, right: 45, bottom: 44 };

/**
 * What is read and written back. A trip without a change changes nothing: the promise is one level in each channel, and
 * it is kept to the last value, in every mode, depth and profile, in CMYK too, where what did not change keeps its own
 * inks. What did change in CMYK has to be separated anew, which is no such trip: how near that comes is said by itself.
 */
export const returning: readonly HostCase[] = [
  ...kinds().flatMap(({ mode, depth, profile }) =>
    (['solid', 'clear'] as const).map((ground): HostCase => ({
      name: `a trip without a change keeps every value to the last bit: ${mode}, ${depth} bit, ${profile}, ${ground}`,
      async run(host, stagehand) {
        const state = everyColor(mode, depth, ground, namedProfile(profile));
        const { before, after, added } = await returned(host, stagehand, state, (pixels) => pixels);
        const beneath = stagehand.composite({ ...before, layers: before.layers.slice(1) }, area);
        claimSamePixels(planesOf(after, added), beneath);
        if (ground === 'solid')
          claimEqual(stagehand.composite(after, area), stagehand.composite(before, area), 'the picture');
      },
    })),
  ),
  ...([8, 16] as const).flatMap((depth) =>
    ['none', 'Plain Press CMYK'].map((profile): HostCase => ({
      name: `what is new in CMYK comes within a level of its color, or as near as the platform separates it: ${depth} bit, ${profile}`,
      async run(host, stagehand) {
        const given = separated(stagehand, depth, namedProfile(profile));
        const { before, after, added } = await returned(host, stagehand, given, nudged);
        const beneath = stagehand.composite({ ...before, layers: before.layers.slice(1) }, area);
        const inLab = (color: readonly Samples[]) => stagehand.convert(color, tagOf(given), { mode: 'lab' }, 16);
        const colors = inLab(beneath.color);
        const thereAndBack = inLab(stagehand.convert(colors, { mode: 'lab' }, tagOf(given), 16));
        claimNear(inLab(planesOf(after, added).color), colors, thereAndBack);
      },
    })),
  ),
];

interface Kind {
  readonly mode: Mode;
  readonly depth: Depth;
  readonly profile: string;
}

function kinds(): readonly Kind[] {
  const profiles = {
    rgb: ['none', 'sRGB IEC61966-2.1', 'Adobe RGB (1998)', 'Display P3', 'ProPhoto RGB'],
    gray: ['none', 'Gray Gamma 2.2'],
    lab: ['none'],
    cmyk: ['none', 'Plain Press CMYK'],
  } as const;
  return (['rgb', 'gray', 'lab', 'cmyk'] as const).flatMap((mode) =>
    modes[mode].depths.flatMap((depth) => profiles[mode].map((profile) => ({ mode, depth: depth as Depth, profile }))),
  );
}

/** Reads what lies beneath the veil and writes it back, changed or not. */
async function returned(
  host: Parameters<HostCase['run']>[0],
  { user, state }: Stagehand,
  given: DocumentState,
  change: (pixels: Raster) => Raster,
) {
  const document = user.open(given, 'colors.psd');
  const before = state(document);
  const scene = await host.survey();
  const pixels = await host.readPixels(document as DocumentId, { beneath: scene.place }, area, calm);
  const layer = aLayer(scene, change(pixels));
  const { id } = await host.change(scene, 'Return', calm, (writer) => writer.addLayer(layer));
  return { before, after: state(document), added: id };
}

function aLayer(scene: Scene, pixels: Raster): NewLayer {
  const { width, height } = pixels;
  const data = createSamples(scene.depth === 8 ? 8 : 16, width * height);
  if (data instanceof Float32Array) throw new Error('a mask has no 32 bit here');
  const mask = { width, height, data: data.fill(fullScaleOf(data)) };
  return {
    name: 'As it was',
    pixels,
    pixelsInDocument: area,
    mask,
    maskInDocument: area,
    place: scene.place,
    provenance: '{}',
  };
}

/** Colors from all over sRGB as the platform separates them, so that the inks are of its own choice. */
function separated({ convert }: Stagehand, depth: Depth, profile: Uint8Array | undefined): DocumentState {
  const colors = everyColor('rgb', 16, 'solid');
  const given = everyColor('cmyk', depth, 'solid', profile);
  const [veil, photo] = given.layers;
  const color = convert(colors.layers[1].pixels.read().color, { mode: 'rgb' }, tagOf(given), depth);
  return { ...given, layers: [veil, { ...photo, pixels: { read: () => ({ color }) } }] };
}

function tagOf({ mode, profile }: DocumentState) {
  return { mode, ...(profile && { profile }) };
}

/** Every value a little off, far less than can be seen: nothing counts as what it was. */
function nudged(pixels: Raster): Raster {
  const data = samplesLike(pixels.data, pixels.data.length);
  for (let i = 0; i < data.length; i++) data[i] = pixels.data[i] + (pixels.data[i] < 16384 ? 2 : -2);
  return { ...pixels, data };
}

function planesOf(state: DocumentState, id: number): Planes {
  const layer = findLayer(state, id);
  if (layer === undefined) throw new Error('The layer does not stand.');
  const { color, alpha } = layer.pixels.read();
  const cut = (plane: Samples) => regionOf(plane, layer.bounds, area, 0);
  return { color: color.map(cut), ...(alpha && { alpha: cut(alpha) }) };
}

/** What has no coverage may have any color. */
function claimSamePixels(is: Planes, shouldBe: Planes): void {
  const opaque = createSamples(8, is.color[0].length).fill(255);
  const alpha = shouldBe.alpha ?? opaque.map(() => fullScaleOf(is.color[0]));
  claimEqual(
    is.alpha && [...is.alpha],
    [...(shouldBe.alpha ?? Array.from(opaque, () => fullScaleOf(is.color[0])))],
    'the coverage',
  );
  is.color.forEach((plane, channel) => {
    const far = plane.findIndex((value, i) => alpha[i] !== 0 && value !== shouldBe.color[channel][i]);
    claim(far < 0, `channel ${channel} at ${far} is ${plane[far]}, as it was: ${shouldBe.color[channel][far]}`);
  });
}

/**
 * Of 255, in each channel of Lab; all of 16 bit. More than nine of ten are to come within one level. Where the platform's own way there and back loses more than that, no
 * more than it does.
 */
function claimNear(is: readonly Samples[], shouldBe: readonly Samples[], lost: readonly Samples[]): void {
  const level = fullScale(16) / 255;
  // of the inks at 8 bit, and of what was added to every value
  const rounding = 0.5;
  let reached = 0;
  for (let i = 0; i < is[0].length; i++) {
    const [off, own] = [is, lost].map((planes) => furthest(planes, shouldBe, i) / level);
    claim(
      off <= Math.max(1, own + rounding),
      `the color at ${i} is off by ${off.toFixed(2)} levels, of itself by ${own.toFixed(2)}`,
    );
    if (off <= 1) reached++;
  }
  claim(reached / is[0].length > 0.9, `${((reached * 100) / is[0].length).toFixed(1)} % are within one level`);
}

function furthest(a: readonly Samples[], b: readonly Samples[], at: number): number {
  return Math.max(...a.map((plane, channel) => Math.abs(plane[at] - b[channel][at])));
}
