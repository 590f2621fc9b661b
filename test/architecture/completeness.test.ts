import { findIncomplete, readProject } from './completeness';

it('has for every operation, check, provider and command what belongs to it', () => {
  expect(findIncomplete(readProject())).toEqual([]);
});

describe('the search for what is missing', () => {
  const whole = {
    'src/edit/operations/index.ts': "import { remove } from './remove';",
    'src/edit/checks/index.ts': "import { seam } from './seam';",
    'src/providers/index.ts': "import { local } from './local'; import { acme } from './acme';",
    'src/providers/acme.ts': "const base = 'https://api.acme.example/v1';",
    'src/app/commands/index.ts': 'export interface Commands {\n  run(): void;\n}',
    'src/panel/Run.tsx': 'commands.run()',
    'test/flow/remove.test.ts': "operation: 'remove'",
    'test/unit/edit/checks/seam.test.ts': "['a', seam, 'fits', a], ['b', seam, 'over', b]",
    'test/fixtures/wire/acme/done.json': '{}',
    'test/servers/acme.ts': '',
    'test/contract/models.test.ts': 'acme',
    'manifest.json': '"https://api.acme.example"',
  };

  it('is content with a whole', () => expect(findIncomplete(new Map(Object.entries(whole)))).toEqual([]));

  it.each([
    ['test/flow/remove.test.ts', 'The operation remove has no case'],
    ['test/unit/edit/checks/seam.test.ts', 'The check seam needs a picture'],
    ['test/fixtures/wire/acme/done.json', 'The provider acme has no answers'],
    ['test/servers/acme.ts', 'The provider acme has no server'],
    ['test/contract/models.test.ts', 'The provider acme does not run the contract'],
    ['manifest.json', 'The provider acme speaks to https://api.acme.example'],
    ['src/panel/Run.tsx', 'Nothing in src/panel/ sends the command run'],
  ])('misses %s', (path, complaint) => {
    const project = new Map(Object.entries(whole));
    project.delete(path);
    expect(findIncomplete(project).join()).toContain(complaint);
  });
});
