/** What UXP does not draw, or not as meant, in a style sheet; a sentence each, with the declaration. */
export function lintStyles(css: string, flags: readonly string[]): string[] {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '');
  return [
    ...matches(plain, /@[\w-]+/g).flatMap(judgeAtRule),
    ...matches(plain, /@media[^{]*/g).flatMap(judgeMedia),
    ...selectorsOf(plain).flatMap(judgeSelector),
    ...declarationsOf(plain).flatMap((declaration) => judgeDeclaration(declaration, flags)),
  ];
}

interface Declaration {
  readonly property: string;
  readonly value: string;
}

/** The properties of UXP's reference, and those of its change log that need no flag. */
const knownProperties = new Set([
  ...['align-content', 'align-items', 'align-self', 'background', 'background-attachment', 'background-color'],
  ...['background-image', 'background-repeat', 'background-size', 'border-radius', 'bottom', 'color', 'display'],
  ...['flex', 'flex-basis', 'flex-direction', 'flex-flow', 'flex-grow', 'flex-shrink', 'flex-wrap', 'font-family'],
  ...['font-size', 'font-style', 'font-weight', 'height', 'justify-content', 'left', 'letter-spacing', 'margin'],
  ...['margin-bottom', 'margin-left', 'margin-right', 'margin-top', 'max-height', 'max-width', 'min-height'],
  ...['min-width', 'opacity', 'overflow', 'overflow-x', 'overflow-y', 'padding', 'padding-bottom', 'padding-left'],
  ...['padding-right', 'padding-top', 'pointer-events', 'position', 'right', 'text-align', 'text-overflow', 'top'],
  ...['visibility', 'white-space', 'width'],
]);

/** Properties behind the flag CSSNextSupport, and the name it has there. */
const flaggedProperties: ReadonlyMap<string, string> = new Map([
  ['box-shadow', 'boxShadow'],
  ['transform', 'transformFunctions'],
  ['transform-origin', 'transformProperties'],
  ['translate', 'transformProperties'],
]);

const displays = ['none', 'inline', 'block', 'inline-block', 'flex', 'inline-flex'];

const pseudoClasses = new Set([
  ...['active', 'checked', 'defined', 'disabled', 'empty', 'enabled', 'first-child', 'focus', 'hover', 'last-child'],
  ...['nth-child', 'nth-last-child', 'nth-of-type', 'nth-last-of-type', 'only-child', 'root', 'before', 'after'],
]);

function judgeAtRule(rule: string): string[] {
  return rule === '@media' ? [] : [`${rule}: UXP knows only @media`];
}

function judgeMedia(query: string): string[] {
  const features = matches(query, /\(\s*[\w-]+/g).map((feature) => feature.slice(1).trim());
  const known = /^((min|max)-)?(width|height)$|^prefers-color-scheme$/;
  return features.filter((feature) => !known.test(feature)).map((feature) => `@media (${feature}): unknown to UXP`);
}

function judgeSelector(selector: string): string[] {
  return matches(selector, /::?[a-z-]+/g)
    .filter((pseudo) => !pseudoClasses.has(pseudo.replace(/^:+/, '')))
    .map((pseudo) => `${selector}: UXP does not know ${pseudo}`);
}

function judgeDeclaration({ property, value }: Declaration, flags: readonly string[]): string[] {
  const at = `${property}: ${value}`;
  const isOwn = property.startsWith('--');
  const flag = flaggedProperties.get(property);
  const isKnown = isOwn || flag !== undefined || knownProperties.has(property) || /^border(-|$)/.test(property);
  return [
    ...(isKnown ? [] : [`${at}: UXP does not draw it`]),
    ...(flag !== undefined && !flags.includes(flag) ? [`${at}: needs the flag CSSNextSupport ${flag}`] : []),
    ...(property === 'display' && !displays.includes(value) ? [`${at}: UXP has no such display`] : []),
    ...(property === 'font-family' && value.includes(',') ? [`${at}: UXP tries only the first family`] : []),
    ...(/(^|[\s,(])(min|max|clamp)\(/.test(value) ? [`${at}: UXP knows calc(), not min(), max() and clamp()`] : []),
    ...(/conic-gradient/.test(value) ? [`${at}: UXP draws linear and radial gradients only`] : []),
  ];
}

/** What stands before each block that holds declarations. */
function selectorsOf(css: string): string[] {
  return matches(css, /[^{}]+(?=\{)/g)
    .map((text) => text.trim())
    .filter((text) => !text.startsWith('@'));
}

function declarationsOf(css: string): Declaration[] {
  return [...css.matchAll(/(?<=[{;])\s*([\w-]+)\s*:\s*([^;{}]+)(?=[;}])/g)].map(([, property = '', value = '']) => ({
    property,
    value: value.trim(),
  }));
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([match]) => match);
}
