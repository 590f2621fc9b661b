import type { Job } from '../app/state';

/** Whether there is a job that waits or runs. */
export function isUnderWay(job: Job | undefined): job is Job {
  return job?.state.kind === 'waiting' || job?.state.kind === 'running';
}
