import type { RuleBook } from './rules';

/** Names that a language, a test runner or a promise asks any object for. */
const harmless = new Set([
  'then',
  'toJSON',
  'constructor',
  'prototype',
  '$$typeof',
  'asymmetricMatch',
  'nodeType',
  'tagName',
  '@@__IMMUTABLE_ITERABLE__@@',
  '@@__IMMUTABLE_RECORD__@@',
  'hasAttribute',
  '_isMockFunction',
  'inspect',
  'default',
  '__esModule',
]);

/** Reads and sets only what is there: anything else is a refusal that names the member. What has no setter stays as it is. */
export function strict<T extends object>(book: RuleBook, name: string, members: T): T {
  if (!Array.isArray(members)) Object.freeze(members);
  return new Proxy(members, {
    get(target, key, receiver) {
      if (isKnown(target, key)) return Reflect.get(target, key, receiver);
      book.refuse('member.absent', `${name}.${String(key)}`);
      return undefined;
    },
    set(target, key, value) {
      if (!isKnown(target, key)) throw book.refuse('member.absent', `${name}.${String(key)} =`);
      return Reflect.set(target, key, value);
    },
  });
}

function isKnown(target: object, key: string | symbol): boolean {
  return typeof key === 'symbol' || key in target || harmless.has(key) || /^\d+$/.test(key);
}
