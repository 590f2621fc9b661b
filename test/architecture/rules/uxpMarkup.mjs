import { objectionToElement } from '../markup.mjs';

/** What React calls otherwise than HTML. */
const htmlNames = new Map([['htmlfor', 'for']]);

/**
 * Elements in components are such as UXP shows. (ESLint's own types do not know JSX, hence the loose node types.)
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const uxpMarkup = {
  meta: { type: 'problem', schema: [], messages: { element: '{{objection}}.' } },
  create(context) {
    return {
      /** @param {any} node */
      JSXOpeningElement(node) {
        const isElement = node.name.type === 'JSXIdentifier' && /^[a-z]/.test(node.name.name);
        if (!isElement) return;
        const objection = objectionToElement(node.name.name, attributesOf(node));
        if (objection) context.report({ node, messageId: 'element', data: { objection } });
      },
    };
  },
};

/**
 * @param {any} node
 * @returns {Map<string, string | undefined>}
 */
function attributesOf({ attributes }) {
  const named = attributes.filter((/** @type {any} */ { type }) => type === 'JSXAttribute');
  return new Map(named.map((/** @type {any} */ { name, value }) => [htmlName(String(name.name)), value?.value]));
}

/** @param {string} name */
function htmlName(name) {
  const lower = name.toLowerCase();
  return htmlNames.get(lower) ?? lower;
}
