import { measureSelected } from '../../../src/image/bounds';
import { picture } from '../../support/pictures';
import { runNow } from '../../support/runNow';

test.each([
  ['nothing', '...\n...', { left: 0, top: 0, right: 0, bottom: 0 }, 0],
  ['everything', '##\n##', { left: 0, top: 0, right: 2, bottom: 2 }, 4],
  ['a faint pixel', '....\n..1.\n....', { left: 2, top: 1, right: 3, bottom: 2 }, 1],
  ['parts far from each other', '.....\n...#.\n.....\n.5...\n.....', { left: 1, top: 1, right: 4, bottom: 4 }, 2],
  ['opposite corners', '#..\n...\n..#', { left: 0, top: 0, right: 3, bottom: 3 }, 2],
])('%s is found', (_, drawing, bounds, pixels) => {
  expect(runNow(measureSelected(picture(drawing)))).toEqual({ bounds, pixels });
});
