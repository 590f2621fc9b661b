import { priceLabel } from '../../../src/routing/price';

test.each([
  [0, 'Free'],
  [0.045, '$0.045'],
  [0.12, '$0.12'],
  [0.1, '$0.10'],
  [0.005, '$0.005'],
  [1, '$1.00'],
  [15.656, '$15.66'],
])('a price of %d dollars reads %s', (dollars, label) => {
  expect(priceLabel({ dollars })).toBe(label);
});
