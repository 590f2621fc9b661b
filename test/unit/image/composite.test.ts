import fc from 'fast-check';
import { composite } from '../../../src/image/composite';
import { someRaster } from '../../support/arbitraries';
import '../../support/matchers';
import { aMask, aRaster, picture } from '../../support/pictures';
import { runNow } from '../../support/runNow';

test('grays of the mask mix source and patch', () => {
  const mixed = runNow(
    composite(aRaster([[0, 0, 0, 100]]), aRaster([[200, 200, 200, 50]]), aMask([[0, 128, 255, 51]])),
  );
  expect(mixed).toMatchRaster(aRaster([[0, 100, 200, 90]]));
});

test('a 16-bit mask mixes an 8-bit picture, and the other way round', () => {
  const eight = runNow(composite(aRaster([[0, 0]]), aRaster([[200, 200]]), picture('5#', 16)));
  expect(eight).toMatchRaster(aRaster([[100, 200]]));
  const sixteen = { depth: 16 } as const;
  const mixed = runNow(composite(aRaster([[0, 7]], sixteen), aRaster([[32768, 9]], sixteen), aMask([[51, 255]])));
  expect(mixed).toMatchRaster(aRaster([[6554, 9]], sixteen));
});

test('at 32 bit nothing is rounded or cut', () => {
  const float = { depth: 32 } as const;
  const mixed = runNow(
    composite(aRaster([[-1, 2, 0.5]], float), aRaster([[3, 4, 0.25]], float), aMask([[0, 51, 255]])),
  );
  expect(mixed).toMatchRaster(aRaster([[-1, 2.4, 0.25]], float), { within: 1e-6 });
});

test('a color that is not seen does not tint the mix', () => {
  const mixed = runNow(
    composite(
      aRaster([[255, 0, 0, 0, 10, 20, 30, 255]], { channels: 4 }),
      aRaster([[0, 200, 0, 255, 9, 9, 9, 0]], { channels: 4 }),
      aMask([[102, 255]]),
    ),
  );
  expect(mixed).toMatchRaster(aRaster([[0, 200, 0, 102, 9, 9, 9, 0]], { channels: 4 }));
});

describe.each([1, 2, 3, 4] as const)('with %i channels', (channels) => {
  const pairs = someRaster(16, channels).chain((source) =>
    fc.tuple(
      fc.constant(source),
      fc
        .array(fc.integer({ min: 0, max: 32768 }), { minLength: source.data.length, maxLength: source.data.length })
        .map((values) => ({ ...source, data: Uint16Array.from(values) })),
    ),
  );

  test('an empty mask keeps the source, a full one the patch', () => {
    fc.assert(
      fc.property(pairs, ([source, patch]) => {
        const { width, height } = source;
        const empty = { width, height, data: new Uint8Array(width * height) };
        const full = { width, height, data: new Uint8Array(width * height).fill(255) };
        expect(runNow(composite(source, patch, empty))).toMatchRaster(source);
        expect(runNow(composite(source, patch, full))).toMatchRaster(patch);
        expect(runNow(composite(source, patch, empty))).toBeUntouchedOutside(empty, source);
      }),
    );
  });

  test('a picture over itself stays itself under any mask', () => {
    fc.assert(
      fc.property(pairs, ([source, other]) => {
        const { width, height } = source;
        const mask = { width, height, data: Uint16Array.from(other.data.subarray(0, width * height)) };
        const mixed = runNow(composite(source, source, mask));
        if (channels % 2 === 1) expect(mixed).toMatchRaster(source);
        else expect(mixed).toMatchRaster(source, { within: 1 });
      }),
    );
  });
});
