/** Finds any of several words in a text, whole and in any case. */
export interface WordList {
  in(text: string): boolean;
}

/**
 * A list of words, as one line of text: `*` at an end stands for any letters there, `_` for the gap between two words.
 * Letters are those of every language, which `\b` does not know.
 */
export function words(line: string): WordList {
  const alternatives = line.trim().split(/\s+/).map(asPattern);
  const pattern = new RegExp(`(?<!\\p{L})(?:${alternatives.join('|')})(?!\\p{L})`, 'iu');
  return { in: (text) => pattern.test(text) };
}

function asPattern(word: string): string {
  return word.replaceAll('*', '\\p{L}*').replaceAll('_', '[^\\p{L}]+');
}
