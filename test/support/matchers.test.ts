import './matchers';
import { aRaster, picture } from './pictures';

test('a picture that differs is told with the place and both values', () => {
  const compare = () => expect(aRaster([[1, 2, 9]])).toMatchRaster(aRaster([[1, 2, 3]]), { within: 2 });
  expect(compare).toThrow('x 2, y 0: 9, not 3');
});

test('a picture of another size or depth is told as such', () => {
  const deep = aRaster([[1]], { depth: 16 });
  expect(() => expect(aRaster([[1]])).toMatchRaster(deep)).toThrow('1 × 1, 1 channels, 16 bit');
});

test('only what lies outside the mask must be untouched', () => {
  const before = aRaster([[1, 2, 3]]);
  expect(aRaster([[1, 7, 3]])).toBeUntouchedOutside(picture('.1.'), before);
  expect(() => expect(aRaster([[1, 7, 4]])).toBeUntouchedOutside(picture('.1.'), before)).toThrow('x 2, y 0: 4, not 3');
});
