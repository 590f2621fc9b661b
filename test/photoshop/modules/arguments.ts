import { demand, type RuleBook } from './rules';

export type Options = Readonly<Record<string, unknown>>;

/** An options object with none but the documented keys, each of which has a value. */
export function readOptions(book: RuleBook, call: string, given: unknown, allowed: readonly string[]): Options {
  const isObject = typeof given === 'object' && given !== null && !Array.isArray(given);
  demand(book, 'call.argument', isObject, `${call} takes an object of options`);
  const options = given as Options;
  for (const key of Object.keys(options)) {
    demand(book, 'call.unknown-option', allowed.includes(key), `${call} has no option ${key}`);
    demand(book, 'call.undefined-option', options[key] !== undefined, `${call} was given ${key}: undefined`);
  }
  return options;
}

export function wholeNumber(book: RuleBook, name: string, value: unknown): number {
  demand(book, 'call.argument', Number.isInteger(value), `${name} is a whole number, not ${String(value)}`);
  return value as number;
}

export function numberWithin(book: RuleBook, name: string, value: unknown, low: number, high: number): number {
  const fits = typeof value === 'number' && value >= low && value <= high;
  demand(book, 'call.argument', fits, `${name} is a number from ${low} to ${high}, not ${String(value)}`);
  return value;
}

export function text(book: RuleBook, name: string, value: unknown): string {
  demand(book, 'call.argument', typeof value === 'string', `${name} is a text, not ${typeof value}`);
  return value;
}

export function oneOf<const T>(book: RuleBook, name: string, value: unknown, values: readonly T[]): T {
  demand(book, 'call.argument', (values as readonly unknown[]).includes(value), `${name} is not ${String(value)}`);
  return value as T;
}
