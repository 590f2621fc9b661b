import { type Context, type ContextOptions, createContext } from '../context';

/** A context in which a script has run. */
export function contextAfter(bundle: string, options: Partial<ContextOptions> = {}): Context {
  const context = createContext({ bundle, modules: {}, ...options });
  context.run();
  return context;
}

/** What an expression is worth in the plugin's world. */
export function valueOf(expression: string, options: Partial<ContextOptions> = {}): unknown {
  const { globals } = contextAfter(`globalThis.value = ${expression};`, options);
  return globals['value'];
}
