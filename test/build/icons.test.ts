import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { drawIcons } from './icons';
import { root } from './root';

const drawn = [...drawIcons()];
const folder = join(root, 'icons');

it('has committed the icons that the script draws, and no others', () => {
  expect(drawn.map(([name]) => name).sort()).toEqual(readdirSync(folder).sort());
});

it.each(drawn)('has committed %s as it is drawn', (name, content) => {
  expect(Buffer.compare(readFileSync(join(folder, name)), content)).toBe(0);
});
