import { pictureOnCanvas } from '../../../src/providers/bfl/outpainting';
import { aCall } from '../../support/aModelCall';
import { runNow } from '../../support/runNow';

describe('a picture that the service is to extend', () => {
  it('goes out without its border, on the grid of the service, with its place', () => {
    const [width, height] = [96, 64];
    const data = new Uint8Array(width * height).fill(255);
    for (let y = 0; y < 60; y++) data.fill(0, y * width + 20, y * width + 90);
    const source = {
      width,
      height,
      channels: 3,
      space: { model: 'rgb', profile: '' },
      data: new Uint8Array(width * height * 3),
    } as const;
    const placed = runNow(pictureOnCanvas({ ...aCall(), source, mask: { width, height, data } }));
    expect(placed).toMatchObject({ left: 32, top: 0, picture: { width: 48, height: 48 } });
  });
});
