/**
 * Why UXP does not show an element as written; nothing where it does. Attributes by their HTML name; a value that is
 * only known when it runs is undefined.
 *
 * @param {string} tag
 * @param {ReadonlyMap<string, string | undefined>} attributes
 * @returns {string | undefined}
 */
export function objectionToElement(tag, attributes) {
  const type = attributes.get('type');
  if (absentElements.includes(tag)) return `UXP has no <${tag}>`;
  if (tag === 'title') return '<title> shows up as text in the panel';
  if (tag === 'label' && attributes.has('for')) return 'label[for] does nothing: put the field into the label';
  if (tag === 'input' && (type === 'file' || type === 'color')) return `there is no input of type ${type}`;
  if (tag === 'script' && type === 'module') return 'modules are not run';
  if (tag === 'script' && lateScript.some((name) => attributes.has(name))) return 'the script would run too late';
  if (attributes.has('crossorigin')) return 'crossorigin keeps a file from being loaded';
  if (attributes.has('hidden')) return 'the attribute hidden hides nothing: leave the element out';
  if (attributes.has('contenteditable')) return 'contenteditable does nothing';
  if (tag === 'option' && attributes.has('disabled')) return 'an option cannot be disabled';
  return undefined;
}

/**
 * What UXP passes over in an element that it shows; nothing where there is nothing to say. It is no objection: the same
 * markup is shown by browsers, which heed it.
 *
 * @param {ReadonlyMap<string, string | undefined>} attributes
 * @returns {string | undefined}
 */
export function remarkOnElement(attributes) {
  const aria = [...attributes.keys()].find((name) => name.startsWith('aria-'));
  return aria && `UXP tells nobody of ${aria}: what it says has to be seen, or stand in the title`;
}

const lateScript = ['defer', 'async'];

const absentElements = ['iframe', 'audio', 'object', 'embed', 'picture', 'details', 'summary', 'meter', 'fieldset'];
