import type { DocumentId, JobId } from '../../base/ids';
import { createPlaces } from '../../base/places';

/** So many jobs at once; the rest wait, and the documents take turns: many jobs of one do not keep another waiting. */
export interface Queue {
  /** `document`: the one that the job was asked for in; nothing where there is none. */
  add<T>(id: JobId, document: DocumentId | undefined, job: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Ends a job that runs; those that wait go on. */
  cancel(id: JobId): void;
}

export function createQueue(width: number): Queue {
  const places = createPlaces<DocumentId | undefined>(width);
  const running = new Map<JobId, AbortController>();
  return {
    async add(id, document, job) {
      const leave = await places.enter(document);
      const controller = new AbortController();
      running.set(id, controller);
      try {
        return await job(controller.signal);
      } finally {
        running.delete(id);
        leave();
      }
    },
    cancel(id) {
      running.get(id)?.abort();
    },
  };
}
