import type { DocumentId, JobId } from '../../base/ids';
import { createPlaces } from '../../base/places';

/** So many jobs at once; the rest wait, and the documents take turns: many jobs of one do not keep another waiting. */
export interface Queue {
  /**
   * `document`: the one that the job was asked for in; nothing where there is none. Throws `Cancelled` where the job is
   * cancelled before its turn: then it never begins.
   */
  add<T>(id: JobId, document: DocumentId | undefined, job: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Ends a job that waits or runs; the others go on. */
  cancel(id: JobId): void;
}

export function createQueue(width: number): Queue {
  const places = createPlaces<DocumentId | undefined>(width);
  const present = new Map<JobId, AbortController>();
  return {
    async add(id, document, job) {
      const controller = new AbortController();
      present.set(id, controller);
      try {
        const leave = await places.enter(document, controller.signal);
        try {
          return await job(controller.signal);
        } finally {
          leave();
        }
      } finally {
        present.delete(id);
      }
    },
    cancel(id) {
      present.get(id)?.abort();
    },
  };
}
