import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../build/root';

/** The texts of the project, by path. */
export type Project = ReadonlyMap<string, string>;

export function readProject(): Project {
  const paths = ['src', 'test'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  );
  const texts = paths.map((path) => path.replaceAll('\\', '/')).filter((path) => /\.(tsx?|json)$/.test(path));
  return new Map([...texts, 'manifest.json'].map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

/** What a new operation, check, provider or command still lacks; a sentence each. */
export function findIncomplete(project: Project): string[] {
  return [
    ...memberFiles(project, 'src/edit/operations').flatMap((name) => judgeOperation(project, name)),
    ...memberFiles(project, 'src/edit/checks').flatMap((name) => judgeCheck(project, name)),
    ...memberFiles(project, 'src/providers').flatMap((name) => judgeProvider(project, name)),
    ...commandNames(project).flatMap((name) => judgeCommand(project, name)),
  ];
}

/** The files of a folder that its `index.ts` lists, by name. Files beside them that it does not name are their parts. */
function memberFiles(project: Project, folder: string): string[] {
  const list = project.get(`${folder}/index.ts`) ?? '';
  return [...list.matchAll(/^import (?!type ).* from '\.\/(\w+)'/gm)].map(([, name = '']) => name);
}

function judgeOperation(project: Project, name: string): string[] {
  const tried = [...textsBelow(project, 'test/flow/'), ...textsBelow(project, 'test/support/')];
  const isTried = tried.some((text) => text.includes(`operation: '${name}'`));
  return isTried ? [] : [`The operation ${name} has no case in test/flow/.`];
}

function judgeCheck(project: Project, name: string): string[] {
  const tests = textsBelow(project, 'test/unit/edit/checks/');
  const has = (verdict: string) => tests.some((text) => new RegExp(`\\b${name},\\s*'${verdict}'`).test(text));
  return has('fits') && has('over')
    ? []
    : [`The check ${name} needs a picture that fits and one that is over its limit.`];
}

/** The local engine is called by no network. */
function judgeProvider(project: Project, name: string): string[] {
  if (name === 'local') return [];
  const has = (folder: string) => [...project.keys()].some((path) => path.startsWith(folder));
  const addresses = [...(project.get(`src/providers/${name}.ts`) ?? '').matchAll(/https:\/\/[\w.-]+/g)];
  const unlisted = addresses
    .map(([origin]) => origin)
    .filter((origin) => !project.get('manifest.json')?.includes(origin));
  return [
    ...(has(`test/fixtures/wire/${name}/`) ? [] : [`The provider ${name} has no answers in test/fixtures/wire/.`]),
    ...(has(`test/servers/${name}`) ? [] : [`The provider ${name} has no server in test/servers/.`]),
    ...(textsBelow(project, 'test/contract/').some((text) => text.includes(name))
      ? []
      : [`The provider ${name} does not run the contract in test/contract/.`]),
    ...unlisted.map((origin) => `The provider ${name} speaks to ${origin}, which manifest.json does not list.`),
  ];
}

/** The members of the interface of what the panel can send. */
function commandNames(project: Project): string[] {
  const list = project.get('src/app/commands/index.ts') ?? '';
  return [...list.matchAll(/^ {2}(?:readonly )?(\w+)[:(]/gm)].map(([, name = '']) => name);
}

function judgeCommand(project: Project, name: string): string[] {
  const isSent = textsBelow(project, 'src/panel/').some((text) => new RegExp(`\\b${name}\\b`).test(text));
  return isSent ? [] : [`Nothing in src/panel/ sends the command ${name}.`];
}

function textsBelow(project: Project, folder: string): string[] {
  return [...project].filter(([path]) => path.startsWith(folder)).map(([, text]) => text);
}
