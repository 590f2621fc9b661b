import { colorDifference } from './colorDifference';

it.each([
  [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
  [[50, 2.5, 0], [73, 25, -18], 27.1492],
  [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
  [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
] as const)('gives the published difference of %j and %j', (a, b, expected) => {
  expect(colorDifference(a, b)).toBeCloseTo(expected, 4);
  expect(colorDifference(b, a)).toBeCloseTo(expected, 4);
});
