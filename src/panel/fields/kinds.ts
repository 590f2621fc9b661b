import type { FieldKind } from './useFieldText';

export interface NumberRange {
  readonly least: number;
  readonly most: number;
}

/** A whole number, written with its unit or without. */
export function wholeNumber({ least, most }: NumberRange, show: (value: number) => string): FieldKind<number> {
  return {
    show,
    read(text) {
      const value = parseWhole(text);
      return value === undefined || value < least || value > most ? undefined : { value };
    },
    step: (value, by) => Math.min(most, Math.max(least, value + by)),
  };
}

/** The same, or nothing. */
export function optional(kind: FieldKind<number>): FieldKind<number | undefined> {
  return {
    show: (value) => (value === undefined ? '' : kind.show(value)),
    read: (text) => (text.trim() === '' ? { value: undefined } : kind.read(text)),
    step: (value, by) => kind.step(value ?? 0, by),
  };
}

/** An amount of dollars, 0 or more; with a point or a comma. */
export function dollars(show: (value: number) => string): FieldKind<number> {
  return {
    show,
    read(text) {
      const found = /^\s*\$?\s*(\d{1,5}(?:[.,]\d{1,3})?)\s*\$?\s*$/.exec(text);
      return found === null ? undefined : { value: Number(found[1]?.replace(',', '.')) };
    },
    step: (value, by) => Math.max(0, value + by),
  };
}

/** A text as it is; `read` answers nothing where it is of no use. */
export function text(read: (text: string) => string | undefined): FieldKind<string> {
  return {
    show: (value) => value,
    read(typed) {
      const value = read(typed);
      return value === undefined ? undefined : { value };
    },
    step: (value) => value,
  };
}

/** A whole number, with or without its unit; nothing for anything else. */
function parseWhole(text: string): number | undefined {
  const found = /^\s*(\d{1,10})\s*(px|%)?\s*$/i.exec(text);
  return found === null ? undefined : Number(found[1]);
}
