import { realPace } from '../../src/base/pace';
import { startServer } from '../servers/kit';
import { plain, writePicture } from '../servers/picture';
import { jobsOverServers } from '../support/jobsOverServers';

const jobs = 64;
const atOnce = 8;
const latencyMs = 1000;
/** The time taken over the ideal one. */
const limit = 1.05;

/** Many edits by a service of fixed latency, so many of them at once. */
export async function benchJobs(): Promise<void> {
  const server = await startServer({ stageOf: () => 'submit', answer: () => later(latencyMs, reply()) });
  const { ask } = jobsOverServers({ gemini: server }, realPace, atOnce);
  const one = await timed(() => ask(request));
  const used = process.cpuUsage();
  const many = await timed(() => Promise.all(Array.from({ length: jobs }, () => ask(request))));
  const { user, system } = process.cpuUsage(used);
  await server.close();
  const ours = (user + system) / 1e6;
  const theirs = (jobs / atOnce) * (latencyMs / 1000);
  const ideal = Math.max(ours, theirs);
  const share = many / ideal;
  console.log(
    `jobs: one takes ${one.toFixed(2)} s; ${jobs} at ${atOnce} at once take ${many.toFixed(2)} s, ` +
      `ideal ${ideal.toFixed(2)} s (theirs ${theirs.toFixed(2)} s, ours ${ours.toFixed(2)} s): ` +
      `${share.toFixed(3)} of the ideal, limit ${limit}${share <= limit ? '' : ' (over the limit)'}`,
  );
  if (share > limit) process.exitCode = 1;
}

const request = { operation: 'inpaint', prompt: 'a red door', policy: 'provider:gemini' };

function reply() {
  const data = Buffer.from(writePicture(plain(256, 256, [90, 120, 60]))).toString('base64');
  const parts = [{ inlineData: { mimeType: 'image/png', data } }];
  return { status: 200, body: { candidates: [{ content: { parts }, finishReason: 'STOP' }] } };
}

function later<T>(milliseconds: number, value: T): Promise<T> {
  return new Promise((resolve) => {
    setTimeout(() => {
      resolve(value);
    }, milliseconds);
  });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const since = performance.now();
  await work();
  return (performance.now() - since) / 1000;
}
