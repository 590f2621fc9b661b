import { reducePlanes } from './reduce';

it('takes the mean of every square, also of those that the edge cuts', () => {
  const plane = Uint8Array.of(0, 4, 10, 8, 12, 20, 40, 60, 80);
  const { color } = reducePlanes({ color: [plane] }, { left: 0, top: 0, right: 3, bottom: 3 }, 2);
  expect(color[0]).toEqual(Uint8Array.of(6, 15, 50, 80));
});
