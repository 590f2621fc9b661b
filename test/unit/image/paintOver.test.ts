import { paintOver } from '../../../src/image/paintOver';
import { plain } from '../../support/aModelCall';
import { runNow } from '../../support/runNow';

it('covers what the mask selects, and leaves the picture itself as it was', () => {
  const picture = plain(3, 1, [10, 20, 30]);
  const mask = { width: 3, height: 1, data: Uint8Array.of(0, 255, 127) };
  const painted = runNow(paintOver(picture, mask, [255, 0, 255]));
  expect([...painted.data]).toEqual([10, 20, 30, 255, 0, 255, 10, 20, 30]);
  expect([...picture.data]).toEqual([10, 20, 30, 10, 20, 30, 10, 20, 30]);
});
