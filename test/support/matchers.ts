import type { Mask } from '../../src/image/mask';
import type { Raster, Samples } from '../../src/image/raster';

declare global {
  namespace jest {
    // the parameters must be those of the interface that this one joins
    // eslint-disable-next-line @typescript-eslint/no-unused-vars, @typescript-eslint/no-empty-object-type
    interface Matchers<R, T = {}> {
      /** The same size and depth, and every sample at most `within` (0) away. For rasters and masks. */
      toMatchRaster(expected: Raster | Mask, options?: { readonly within?: number }): R;
      /** Bit for bit as `before` wherever the mask is 0. */
      toBeUntouchedOutside(mask: Mask, before: Raster): R;
    }
  }
}

/** Importing this file is enough: it teaches `expect` to compare pictures. */
expect.extend({ toMatchRaster, toBeUntouchedOutside });

function toMatchRaster(
  received: Raster | Mask,
  expected: Raster | Mask,
  { within = 0 }: { readonly within?: number } = {},
): jest.CustomMatcherResult {
  const [is, shouldBe] = [shapeOf(received), shapeOf(expected)];
  if (is !== shouldBe) return { pass: false, message: () => `expected a picture of ${shouldBe}, received ${is}` };
  const different = differences(received, expected.data, (i) => Math.abs(received.data[i] - expected.data[i]) > within);
  const allowed = within > 0 ? ` within ${within}` : '';
  return verdict(different, `the same picture${allowed}`);
}

function toBeUntouchedOutside(received: Raster, mask: Mask, before: Raster): jest.CustomMatcherResult {
  const [is, shouldBe] = [shapeOf(received), shapeOf(before)];
  if (is !== shouldBe) return { pass: false, message: () => `expected a picture of ${shouldBe}, received ${is}` };
  const isOutside = (i: number) => mask.data[Math.floor(i / before.channels)] === 0;
  const different = differences(
    received,
    before.data,
    (i) => isOutside(i) && !Object.is(received.data[i], before.data[i]),
  );
  return verdict(different, 'nothing changed outside the mask');
}

interface Differences {
  readonly count: number;
  readonly shown: readonly string[];
}

const mostShown = 5;

function differences(received: Raster | Mask, expected: Samples, differs: (i: number) => boolean): Differences {
  const shown: string[] = [];
  let count = 0;
  for (let i = 0; i < expected.length; i++) {
    if (!differs(i)) continue;
    count++;
    if (shown.length < mostShown) shown.push(`${placeOf(received, i)}: ${received.data[i]}, not ${expected[i]}`);
  }
  return { count, shown };
}

function verdict({ count, shown }: Differences, wanted: string): jest.CustomMatcherResult {
  const rest = count > shown.length ? `\n  and ${count - shown.length} more` : '';
  const found = `expected ${wanted}; ${count} samples differ\n  ${shown.join('\n  ')}${rest}`;
  return { pass: count === 0, message: () => (count === 0 ? `expected anything but ${wanted}` : found) };
}

function placeOf(picture: Raster | Mask, i: number): string {
  const channels = channelsOf(picture);
  const pixel = Math.floor(i / channels);
  const place = `x ${pixel % picture.width}, y ${Math.floor(pixel / picture.width)}`;
  return channels > 1 ? `${place}, channel ${i % channels}` : place;
}

function shapeOf(picture: Raster | Mask): string {
  const bits = picture.data.BYTES_PER_ELEMENT * 8;
  return `${picture.width} × ${picture.height}, ${channelsOf(picture)} channels, ${bits} bit`;
}

function channelsOf(picture: Raster | Mask): number {
  return 'channels' in picture ? picture.channels : 1;
}
