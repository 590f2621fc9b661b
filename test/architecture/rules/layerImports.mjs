import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { objectionToFile, objectionToPackage } from '../layers.mjs';

/** @typedef {import('estree').ImportDeclaration | import('estree').ExportNamedDeclaration | import('estree').ExportAllDeclaration} Import */

/**
 * Import fences inside `src/`, with the reason in the message.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const layerImports = {
  meta: { type: 'problem', schema: [], messages: { fence: '{{objection}}.' } },
  create(context) {
    const source = join(context.cwd, 'src');
    const from = withSlashes(relative(source, context.filename));
    /** @param {Import} node */
    const judge = (node) => {
      const request = node.source?.value;
      if (typeof request !== 'string') return;
      const objection = request.startsWith('.')
        ? objectionToFile(from, target(source, from, request))
        : objectionToPackage(from, request);
      if (objection) context.report({ node, messageId: 'fence', data: { objection } });
    };
    return { ImportDeclaration: judge, ExportNamedDeclaration: judge, ExportAllDeclaration: judge };
  },
};

/**
 * The path below `src/` that a relative import means: a file whose ending is left out, or a folder that is a list.
 *
 * @param {string} source
 * @param {string} from
 * @param {string} request
 */
function target(source, from, request) {
  const path = withSlashes(join(dirname(from), request));
  if (/\.\w+$/.test(path)) return path;
  return existsSync(join(source, path, 'index.ts')) ? `${path}/index.ts` : `${path}.ts`;
}

/** @param {string} path */
function withSlashes(path) {
  return path.split(sep).join('/');
}
