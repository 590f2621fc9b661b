import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../build/root';

/** How the command ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `headless edit` in a process of its own. */
export function headlessEdit(args: readonly string[]): Promise<Ended> {
  const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const child = spawn(process.execPath, [tsx, join(root, 'test', 'headless', 'main.ts'), 'edit', ...args]);
  const heard = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (heard.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (heard.stderr += chunk.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...heard })));
}
