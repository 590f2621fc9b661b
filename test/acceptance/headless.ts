import { join } from 'node:path';
import { root } from '../build/root';
import { ended, type Ended } from './ended';

/** `headless edit` in a process of its own. */
export function headlessEdit(args: readonly string[]): Promise<Ended> {
  const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  return ended(process.execPath, [tsx, join(root, 'test', 'headless', 'main.ts'), 'edit', ...args]);
}
