import { demand, type RuleBook } from './rules';
import { strict } from './strict';

/** Modules that resolve on the platform; of those that are not built here every member is a refusal. */
const bare = ['fs', 'os', 'path', 'process'];

/** The `require` of the platform: a few built-in modules, nothing of Node. */
export function createRequire(book: RuleBook, modules: { readonly photoshop: object; readonly uxp: object }) {
  return (name: string): object => {
    if (name === 'photoshop') return modules.photoshop;
    if (name === 'uxp') return modules.uxp;
    const answer = new Error(`Cannot find module '${name}'`);
    demand(book, 'require.module', bare.includes(name), `require("${name}")`, answer);
    return strict(book, name, {});
  };
}
