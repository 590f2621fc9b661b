/** Attributes whose text a person reads. */
const readAttributes = ['title', 'placeholder', 'alt', 'label', 'aria-label', 'value-label'];

/**
 * Every word that the panel shows stands in `panel/strings.ts`, never inside a component. (ESLint's own types do not
 * know JSX, hence the loose node types.)
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const wordsInStrings = {
  meta: { type: 'problem', schema: [], messages: { word: 'Words that a person reads stand in panel/strings.ts.' } },
  create(context) {
    /** @param {any} node */
    const judgeText = (node) => {
      if (hasLetter(node.value)) context.report({ node, messageId: 'word' });
    };
    /** @param {any} node */
    const judgeAttribute = (node) => {
      const isRead = readAttributes.includes(node.name.name);
      if (isRead && hasLetter(textOf(node.value))) context.report({ node, messageId: 'word' });
    };
    return { JSXText: judgeText, JSXAttribute: judgeAttribute };
  },
};

/**
 * The text of `"…"` or `{'…'}`; empty for any other value.
 *
 * @param {any} value
 */
function textOf(value) {
  const expression = value?.type === 'JSXExpressionContainer' ? value.expression : value;
  return expression?.type === 'Literal' ? String(expression.value) : '';
}

/** @param {string} text */
function hasLetter(text) {
  return /\p{Letter}/u.test(text);
}
