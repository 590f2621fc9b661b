import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { realPace } from '../../src/base/pace';
import { root } from '../build/root';
import { jobsOverServers } from '../support/jobsOverServers';

const jobs = 64;
const atOnce = 8;
const latencyMs = 1000;
/** The time taken over the ideal one. */
const limit = 1.05;

/** So many times, of which the one in the middle counts: other work on the machine only ever adds. */
const repeats = 3;

/** Many edits by a service of fixed latency, so many of them at once. */
export async function benchJobs(): Promise<void> {
  const server = await startService();
  const { ask } = jobsOverServers({ gemini: server }, realPace, atOnce);
  const one = await timed(() => ask(request));
  const shares: number[] = [];
  for (let i = 0; i < repeats; i++) shares.push(await shareOfIdeal(ask));
  server.close();
  const [, median = Infinity] = shares.sort((a, b) => a - b);
  console.log(
    `jobs: one takes ${one.toFixed(2)} s; ${jobs} at ${atOnce} at once take ` +
      `${shares.map((share) => share.toFixed(3)).join(', ')} of the ideal; ` +
      `median ${median.toFixed(3)}, limit ${limit}${median <= limit ? '' : ' (over the limit)'}`,
  );
  if (median > limit) process.exitCode = 1;
}

async function shareOfIdeal(ask: (request: object) => Promise<unknown>): Promise<number> {
  const used = process.cpuUsage();
  const taken = await timed(() => Promise.all(Array.from({ length: jobs }, () => ask(request))));
  const { user, system } = process.cpuUsage(used);
  const ours = (user + system) / 1e6;
  const theirs = (jobs / atOnce) * (latencyMs / 1000);
  console.log(`jobs: ${taken.toFixed(2)} s (theirs ${theirs.toFixed(2)} s, ours ${ours.toFixed(2)} s)`);
  return taken / Math.max(ours, theirs);
}

const request = { operation: 'inpaint', prompt: 'a red door', policy: 'provider:gemini' };

/** Beside us, so that its work counts neither as ours nor takes turns with it. */
async function startService(): Promise<{ readonly address: string; readonly close: () => void }> {
  const child = fork(join(root, 'test/bench/jobs/service.ts'), [String(latencyMs)]);
  const [address] = (await once(child, 'message')) as readonly unknown[];
  return {
    address: String(address),
    close: () => {
      child.disconnect();
    },
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const since = performance.now();
  await work();
  return (performance.now() - since) / 1000;
}
