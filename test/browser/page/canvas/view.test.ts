import { fitView, reductionFor, toDocument, visibleArea, zoomAt } from './view';

const document = { width: 6000, height: 4000 };
const screen = { width: 1048, height: 848 };

it('fits a large document with room around it, and leaves a small one at its own size', () => {
  const view = fitView(document, screen);
  expect(view.zoom).toBeCloseTo(1000 / 6000);
  expect(view.x).toBe(24);
  expect(fitView({ width: 100, height: 100 }, screen)).toEqual({ zoom: 1, x: 474, y: 374 });
});

it('keeps what is under the pointer where it is when the zoom changes', () => {
  const view = fitView(document, screen);
  const point = { x: 300, y: 500 };
  const near = toDocument(zoomAt(view, point, 3), point);
  expect(near.x).toBeCloseTo(toDocument(view, point).x);
  expect(near.y).toBeCloseTo(toDocument(view, point).y);
});

it('knows what is in view', () => {
  expect(visibleArea({ x: -100, y: 50, zoom: 2 }, document, screen)).toEqual({
    left: 50,
    top: 0,
    right: 574,
    bottom: 399,
  });
});

it.each([
  [1, 1],
  [4, 1],
  [0.5, 2],
  [0.4, 2],
  [0.2, 4],
  [1 / 6, 4],
])('at zoom %d reduces by %d: never fewer pixels than the screen has', (zoom, factor) => {
  expect(reductionFor(zoom)).toBe(factor);
});
