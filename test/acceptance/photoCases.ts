import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../build/root';
import type { AcceptanceCase } from './acceptanceCase';
import { ellipse, maskPicture, polygon, type Shape } from './shapes';

export const photos = join(root, 'test', 'fixtures', 'photos');

/** Where a ring says nothing of an edit; that it stays as light as it was is judged instead. */
export const busy = { ring: 'the picture itself changes at the edge of what is taken out' };

interface Removal {
  readonly photo: string;
  readonly width: number;
  readonly height: number;
  readonly what: string;
  readonly shape: Shape;
}

/** Two things to take out of each photograph: one with a soft edge, one with a hard edge. */
export function photoCases(folder: string): readonly AcceptanceCase[] {
  const prepared = {
    name: 'dandelion: a flower in the grass, soft',
    document: join(photos, 'dandelion.png'),
    selection: join(photos, 'dandelion-selection.png'),
  };
  const others = removals.map(({ photo, width, height, what, shape }) => {
    const name = `${photo}: ${what}`;
    const selection = join(folder, `${name.replace(/\W+/g, '-')}.png`);
    const write = () => writeFileSync(selection, maskPicture(width, height, shape));
    return { name, document: join(photos, `${photo}.png`), selection, write };
  });
  return [prepared, ...others].map((one, index): AcceptanceCase => {
    // that one seed gives the same bytes, one thing of each photograph shows
    return { ...one, above: 'Background', without: busy, ...(index % 2 === 1 && { runs: 'once' }) };
  });
}

const dandelion = { photo: 'dandelion', width: 1280, height: 720 };
const sunset = { photo: 'sunset', width: 1280, height: 853 };
const brushes = { photo: 'brushes', width: 1280, height: 1007 };
const lampbird = { photo: 'lampbird', width: 1280, height: 960 };
const pagoda = { photo: 'pagoda', width: 640, height: 427 };
const astronaut = { photo: 'astronaut', width: 512, height: 512 };

const removals: readonly Removal[] = [
  { ...dandelion, what: 'a blade of grass, hard', shape: polygon([572, 480], [594, 478], [546, 720], [504, 720]) },
  { ...sunset, what: 'the lens flare, soft', shape: ellipse(676, 496, 46, 46, 24) },
  {
    ...sunset,
    what: 'the stone table, hard',
    shape: polygon(
      [780, 590],
      [830, 540],
      [1000, 525],
      [1195, 548],
      [1228, 620],
      [1100, 710],
      [1080, 853],
      [880, 853],
      [885, 710],
      [795, 655],
    ),
  },
  { ...brushes, what: 'a loose hair, soft', shape: ellipse(500, 570, 80, 52, 16) },
  {
    ...brushes,
    what: 'the small brush, hard',
    shape: polygon([1030, 570], [1135, 560], [1130, 640], [975, 1007], [905, 1007]),
  },
  { ...lampbird, what: 'the bird, soft', shape: ellipse(572, 680, 350, 205, 40) },
  { ...lampbird, what: 'the cable, hard', shape: polygon([594, 235], [628, 235], [632, 640], [598, 640]) },
  { ...pagoda, what: 'the island, soft', shape: ellipse(460, 236, 66, 22, 8) },
  { ...pagoda, what: 'the finial, hard', shape: polygon([194, 28], [216, 28], [222, 62], [188, 62]) },
  { ...astronaut, what: 'the patch on the suit, soft', shape: ellipse(172, 386, 58, 58, 10) },
  {
    ...astronaut,
    what: 'the model rocket, hard',
    shape: polygon([376, 0], [466, 0], [472, 290], [344, 290], [344, 180], [374, 60]),
  },
];
