/**
 * Imports at the top of a file stand in one order: Node's own, packages, then files, the farthest first; inside each
 * kind by name. Mended by `--fix`.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const sortedImports = {
  meta: { type: 'layout', fixable: 'code', schema: [], messages: { order: '{{name}} belongs before {{before}}.' } },
  create(context) {
    return {
      Program(program) {
        const imports = program.body.filter((node) => node.type === 'ImportDeclaration');
        const sorted = [...imports].sort((a, b) => compare(nameOf(a), nameOf(b)));
        const at = imports.findIndex((node, index) => node !== sorted[index]);
        const found = imports.at(at);
        const wanted = sorted.at(at);
        if (at < 0 || !found || !wanted) return;
        context.report({
          node: wanted,
          messageId: 'order',
          data: { name: nameOf(wanted), before: nameOf(found) },
          fix: (fixer) =>
            imports.map((node, index) => fixer.replaceText(node, context.sourceCode.getText(sorted[index]))),
        });
      },
    };
  },
};

/** @param {import('estree').ImportDeclaration} node */
function nameOf(node) {
  return String(node.source.value);
}

/**
 * @param {string} a
 * @param {string} b
 */
function compare(a, b) {
  const [left, right] = [keyOf(a), keyOf(b)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Sorts as a text: kind, then the number of steps up (the most first), then the name. */
function keyOf(/** @type {string} */ name) {
  if (name.startsWith('node:')) return `0 ${name}`;
  if (!name.startsWith('.')) return `1 ${name}`;
  const stepsUp = name.split('../').length - 1;
  return `2 ${String(99 - stepsUp)} ${name}`;
}
