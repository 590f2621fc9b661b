import type { JobId } from '../base/ids';
import type { Variant } from '../edit/variant';
import type { Scene } from '../host/host';
import type { Pictures } from './pictures';

/** A result that is neither placed nor discarded, with all that placing it takes. */
export interface TrayEntry {
  readonly scene: Scene;
  readonly variant: Variant;
  readonly pictures: Pictures;
}

/** The undecided results, by their job. */
export interface Tray {
  get(id: JobId): TrayEntry | undefined;
  put(id: JobId, entry: TrayEntry): void;
  /** Forgets a result and lets go of its pictures. */
  drop(id: JobId): void;
  /** Forgets a result, but its picture goes on being shown. */
  keepPicture(id: JobId): void;
  /** Whether one more would be too much to keep. */
  isFull(): boolean;
}

/** Photoshop warns a plugin at 600 MB; the edit that runs needs its share as well. */
const mostBytes = 160_000_000;

export function createTray(): Tray {
  const entries = new Map<JobId, TrayEntry>();
  return {
    get: (id) => entries.get(id),
    put: (id, entry) => entries.set(id, entry),
    drop(id) {
      const entry = entries.get(id);
      entries.delete(id);
      entry?.pictures.before.release();
      entry?.pictures.after.release();
    },
    keepPicture(id) {
      const entry = entries.get(id);
      entries.delete(id);
      entry?.pictures.before.release();
    },
    isFull: () => [...entries.values()].reduce((sum, entry) => sum + bytesOf(entry), 0) > mostBytes,
  };
}

function bytesOf({ variant: { source, patch } }: TrayEntry): number {
  return source.data.byteLength + patch.pixels.data.byteLength + patch.mask.data.byteLength;
}
