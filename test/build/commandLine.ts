import { parseArgs } from 'node:util';
import { parseOrigin } from './origin';

/** The origins of `--allow ORIGIN …`, each once, in the order given. Throws a sentence for a person. */
export function allowedOrigins(args: readonly string[]): string[] {
  const { values, positionals } = parse(args);
  const allow = values.allow ?? [];
  if (allow.length === 0 && positionals.length > 0)
    throw new Error(`Unknown argument ${positionals.join(' ')}. ${usage}`);
  return [...new Set([...allow, ...positionals].map(parseOrigin))];
}

const usage = 'Expected nothing, or --allow ORIGIN [ORIGIN …].';

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { allow: { type: 'string', multiple: true } },
      allowPositionals: true,
    });
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)} ${usage}`);
  }
}
