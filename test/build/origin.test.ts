import { allowedOrigins } from './commandLine';
import { parseOrigin } from './origin';

it.each([
  ['http://10.0.0.5:8188', 'http://10.0.0.5:8188'],
  ['https://studio.example/', 'https://studio.example'],
  ['ws://localhost:8188', 'ws://localhost:8188'],
  ['http://[::1]:8188', 'http://[::1]:8188'],
])('takes %s', (text, origin) => {
  expect(parseOrigin(text)).toBe(origin);
});

it.each(['10.0.0.5:8188', 'localhost', 'ftp://a.example', 'http://', '', 'http://*.example', 'http://a.example/path'])(
  'refuses %p with a sentence that shows how to write it',
  (text) => {
    expect(() => parseOrigin(text)).toThrow(/^--allow .*: expected an origin such as http:\/\/10\.0\.0\.5:8188/);
  },
);

it('reads origins behind one --allow or several, each once', () => {
  expect(allowedOrigins(['--allow', 'http://a.example', 'http://b.example', '--allow=http://a.example'])).toEqual([
    'http://a.example',
    'http://b.example',
  ]);
  expect(allowedOrigins([])).toEqual([]);
});

it.each([[['--allov', 'x']], [['http://a.example']], [['--allow']]])('says what is expected instead of %j', (args) => {
  expect(() => allowedOrigins(args)).toThrow('--allow ORIGIN');
});
