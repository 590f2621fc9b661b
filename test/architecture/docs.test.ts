import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../build/root';
import { pathsNamedIn } from './docs';

const below = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.md'));

const documents = ['README.md', 'CHANGELOG.md', ...below('src'), ...below('test')];

/** What the commands make: it is there only after they ran. */
const isMade = (name: string) => name.startsWith('dist/') || name.startsWith('out/');

it.each(documents)('%s names only files that exist', (document) => {
  const text = readFileSync(join(root, document), 'utf8');
  const missing = pathsNamedIn(document, text)
    .filter(({ name }) => !isMade(name))
    .filter(({ places }) => !places.some((place) => existsSync(join(root, place))));
  expect(missing.map(({ name }) => name)).toEqual([]);
});

it('names the origin and the license of every photograph', () => {
  const sources = readFileSync(join(root, 'test/fixtures/SOURCES.md'), 'utf8');
  const photos = readdirSync(join(root, 'test/fixtures/photos'));
  expect(photos.filter((name) => !sources.includes(`photos/${name}`))).toEqual([]);
});

describe('the search for paths', () => {
  const named = (text: string) => pathsNamedIn('src/engine/README.md', text).map(({ places }) => places);

  it('looks beside the document, at the top and in the sources', () => {
    expect(named('See `vote.ts`.')).toEqual([['src/engine/vote.ts', 'vote.ts', 'src/vote.ts']]);
  });

  it('finds links and names between backticks', () => {
    expect(named('[a](../image/mask.ts) `src/edit/` `base/ids.ts`')).toHaveLength(3);
  });

  it('leaves alone what is no path', () => {
    const text = 'a/b `npm run build` `src/**/x.ts` `providers/<service>.ts` [x](https://a.example/b) `Host.change`';
    expect(named(text)).toEqual([]);
  });
});
