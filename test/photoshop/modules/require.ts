import { demand, type RuleBook } from './rules';
import { strict } from './strict';

/** Modules that the platform has and that are not built here: they resolve, and every use of a member is a refusal. */
export function unbuiltModules(book: RuleBook) {
  const empty = (name: string): object => strict(book, name, {});
  return { fs: empty('fs'), os: empty('os'), path: empty('path'), process: empty('process') };
}

/** The `require` of the platform: a few built-in modules, nothing of Node. */
export function createRequire(book: RuleBook, modules: Readonly<Record<string, object>>) {
  return (name: string): object => {
    const answer = new Error(`Cannot find module '${name}'`);
    demand(book, 'require.module', Object.hasOwn(modules, name), `require("${name}")`, answer);
    return modules[name];
  };
}
