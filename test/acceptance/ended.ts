import { spawn } from 'node:child_process';

/** How a program ended, and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end. */
export function ended(program: string, args: readonly string[], env = process.env): Promise<Ended> {
  const child = spawn(program, args, { env });
  const heard = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (heard.stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (heard.stderr += chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, ...heard });
    });
  });
}
