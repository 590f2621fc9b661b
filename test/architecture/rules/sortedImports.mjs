/** @typedef {import('estree').ImportDeclaration} Import */

/**
 * Imports at the top of a file stand in one order: Node's own, packages, then files, the farthest first; inside each
 * kind by name. An import for its effect stays where it is, and nothing moves past it. Mended by `--fix`.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const sortedImports = {
  meta: { type: 'layout', fixable: 'code', schema: [], messages: { order: '{{name}} belongs before {{before}}.' } },
  create(context) {
    return {
      Program({ body }) {
        for (const imports of blocksOf(body)) judgeBlock(context, imports);
      },
    };
  },
};

/**
 * Runs of imports that nothing else interrupts.
 *
 * @param {import('estree').Program['body']} body
 */
function blocksOf(body) {
  /** @type {Import[][]} */
  const blocks = [[]];
  for (const node of body) {
    if (node.type === 'ImportDeclaration' && node.specifiers.length > 0) blocks.at(-1)?.push(node);
    else blocks.push([]);
  }
  return blocks;
}

/**
 * @param {import('eslint').Rule.RuleContext} context
 * @param {readonly Import[]} imports
 */
function judgeBlock({ report, sourceCode }, imports) {
  const sorted = [...imports].sort((a, b) => compare(keyOf(a), keyOf(b)));
  const at = imports.findIndex((node, index) => node !== sorted[index]);
  if (at < 0) return;
  report({
    node: sorted[at],
    messageId: 'order',
    data: { name: nameOf(sorted[at]), before: nameOf(imports[at]) },
    fix: (fixer) => imports.map((node, index) => fixer.replaceText(node, sourceCode.getText(sorted[index]))),
  });
}

/**
 * Sorts as a text: kind, then the number of steps up (the most first), then the name.
 *
 * @param {Import} node
 */
function keyOf(node) {
  const name = nameOf(node);
  if (name.startsWith('node:')) return `0 ${name}`;
  if (!name.startsWith('.')) return `1 ${name}`;
  const stepsUp = name.split('../').length - 1;
  return `2 ${99 - stepsUp} ${name}`;
}

/** @param {Import} node */
function nameOf({ source }) {
  return String(source.value);
}

/**
 * @param {string} a
 * @param {string} b
 */
function compare(a, b) {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
