import fc from 'fast-check';
import { decodePng } from '../../../../src/image/png/decodePng';
import { encodePng } from '../../../../src/image/png/encodePng';
import { someRaster } from '../../../support/arbitraries';
import { runNow } from '../../../support/runNow';
import '../../../support/matchers';

describe.each([8, 16] as const)('%i bit', (depth) => {
  it.each([1, 2, 3, 4] as const)('with %i channels come back as they were written', (channels) => {
    fc.assert(
      fc.property(someRaster(depth, channels), (raster) => {
        const { raster: read, color } = runNow(decodePng(runNow(encodePng(raster))));
        expect({ ...read, space: raster.space }).toMatchRaster(raster);
        expect(color).toEqual({ kind: 'untagged' });
      }),
      { numRuns: 50 },
    );
  });
});
