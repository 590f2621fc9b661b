import type { Situation } from './situation';

/** Asks for the letters as they stand between quotation marks, one by one. */
export function quotedText({ operation, pattern, prompt }: Situation): string {
  if (operation === 'remove' || pattern === 'removal') return '';
  const quoted = quotedIn(prompt);
  const texts = quoted.length > 0 ? quoted : announcedIn(prompt);
  if (texts.length === 0) return '';
  const list = texts.map((text) => `"${text}"`).join(' and ');
  return `Write exactly ${list}: these letters in this order, spelled and capitalized as given, and no other text.`;
}

/** What stands between quotation marks of any language, in its order. */
export function quotedIn(prompt: string): readonly string[] {
  return [...prompt.matchAll(/["“”„]([^"“”„]{1,120})["“”]|«([^»]{1,120})»/gu)].map(([, plain, angled]) =>
    (plain ?? angled ?? '').trim(),
  );
}

/** What a prompt says is to be written, where it has no quotation marks. */
export function announcedIn(prompt: string): readonly string[] {
  return [...prompt.matchAll(announced)].map(([, text = '']) => text);
}

/** An announcement, and the words up to the next stop or "in", "on", "auf", "in" …: they tell where, not what. */
const announced =
  /(?:text (?:that says|saying|reading)|that (?:says|reads)|lettering|headline|mit dem Text|mit der Aufschrift|Schriftzug|Überschrift):? ([^\s.,;:!?"][^.,;:!?"\n]*?)(?=$|[.,;:!?\n]|\s(?:in|on|above|below|across|over|auf|im|am|über|unter)\s)/giu;
