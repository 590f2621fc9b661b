import { format } from 'node:util';

/** One line on the console. */
export interface Message {
  readonly level: string;
  readonly text: string;
}

/** A console that keeps what is written to it, and shows nothing. */
export function createConsole(messages: Message[]): Record<string, (...values: unknown[]) => void> {
  const keep =
    (level: string) =>
    (...values: unknown[]) =>
      void messages.push({ level, text: format(...values) });
  return Object.fromEntries(levels.map((level) => [level, keep(level)]));
}

/** What a callback threw that nobody caught. */
export function keepUncaught(messages: Message[], error: unknown): void {
  messages.push({ level: 'error', text: format('Uncaught', error) });
}

const levels = ['log', 'info', 'warn', 'error', 'debug', 'trace', 'assert', 'dir', 'table', 'group', 'groupEnd'];
