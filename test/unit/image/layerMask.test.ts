import { hardMask, layerMask } from '../../../src/image/layerMask';
import type { Rect } from '../../../src/image/rect';
import '../../support/matchers';
import { drawingOf, picture } from '../../support/pictures';
import { runNow } from '../../support/runNow';

const selection = picture('##\n#5');
const selectionRect: Rect = { left: 102, top: 201, right: 104, bottom: 203 };
const contextRect: Rect = { left: 100, top: 200, right: 106, bottom: 204 };

test('without grow and feather the mask is the selection at its place in the context', () => {
  const mask = runNow(layerMask(selection, selectionRect, contextRect, { grow: 0, feather: 0 }));
  expect(drawingOf(mask)).toBe('......\n..##..\n..#5..\n......');
});

test('grow widens the selection to its last gray', () => {
  const mask = runNow(layerMask(selection, selectionRect, contextRect, { grow: 1, feather: 0 }));
  expect(drawingOf(mask)).toBe('..##..\n.####.\n.###5.\n..#5..');
});

test('the transition lies outside of what was grown', () => {
  const mask = runNow(layerMask(selection, selectionRect, contextRect, { grow: 1, feather: 8 }));
  expect(drawingOf(mask)).toBe('25##52\n5####5\n5###52\n25#52.');
});

test('a selection that leaves the context is cut there', () => {
  const beyond = { left: 99, top: 199, right: 101, bottom: 201 };
  const mask = runNow(layerMask(picture('##\n##'), beyond, contextRect, { grow: 0, feather: 0 }));
  expect(drawingOf(mask)).toBe('#.....\n......\n......\n......');
});

test('the mask of the model is hard, however faint the selection is', () => {
  expect(runNow(hardMask(picture('.159#')))).toMatchRaster(picture('.####'));
  expect(runNow(hardMask(picture('.159#', 16)))).toMatchRaster(picture('.####', 16));
});
