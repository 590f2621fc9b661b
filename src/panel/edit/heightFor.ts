/** About as many as the narrowest usual panel shows. */
const charactersInLine = 42;

/** The class of a text area that is as high as its text, from two lines to six. */
export function heightFor(text: string): string {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / charactersInLine)), 0);
  return `lines-${Math.min(6, Math.max(2, lines))}`;
}
