import fc from 'fast-check';
import { erodeMask, openMask } from '../../../src/image/open';
import { someMask } from '../../support/arbitraries';
import '../../support/matchers';
import { drawingOf, picture } from '../../support/pictures';
import { runNow } from '../../support/runNow';

test('erosion takes a disc off the edge', () => {
  const eroded = runNow(erodeMask(picture('.......\n.#####.\n.#####.\n.#####.\n.......'), 1));
  expect(drawingOf(eroded)).toBe('.......\n.......\n..###..\n.......\n.......');
});

test('opening drops what is thinner than the disc and keeps the rest', () => {
  const opened = runNow(openMask(picture('.........\n.###.....\n.#######.\n.###.....\n.........'), 1));
  expect(drawingOf(opened)).toBe('.........\n..##.....\n.####....\n..##.....\n.........');
});

test('the edge of the frame takes nothing off what touches it', () => {
  const half = picture('###..\n###..\n###..\n###..');
  expect(runNow(openMask(half, 2))).toMatchRaster(half);
});

test('opening never raises a value, and opening again changes nothing', () => {
  fc.assert(
    fc.property(someMask(16), fc.integer({ min: 1, max: 4 }), (mask, radius) => {
      const opened = runNow(openMask(mask, radius));
      expect(opened.data.every((value, i) => value <= mask.data[i])).toBe(true);
      expect(runNow(openMask(opened, radius))).toMatchRaster(opened);
    }),
  );
});
