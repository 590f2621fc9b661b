import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { joinParts } from '../photoshop/psd/parts';
import { behindLinks, type Content, type Disk, nodeDisk, isOfSystem, placeAt, reasonOf } from './disk';
import type { EditOptions } from './editOptions';
import { UserError } from './userError';

export interface Output {
  readonly path: string;
  readonly content: Content;
}

/**
 * Writes all of them whole, or none: first everything beside its place under another name, then each to its place, the
 * last one last. Throws `UserError` with the reason.
 */
export function writeAll(outputs: readonly Output[], disk: Disk = nodeDisk): void {
  const traces: string[] = [];
  try {
    const written = outputs.map((output) => attempt(output.path, () => writeBeside(output, disk, traces)));
    for (const { path, put } of written) attempt(path, put);
  } catch (error) {
    traces.reverse().forEach((trace) => disk.remove(trace));
    throw error;
  }
}

/** Sees before the work what would go wrong after it. Throws `UserError`. */
export function checkOutputs(options: EditOptions): void {
  const { document, selection } = options;
  const taken = new Map([[behindLinks(document), '--document']]);
  if (selection.kind === 'mask') taken.set(behindLinks(selection.path), '--selection');
  for (const name of ['out', 'preview', 'flat', 'report'] as const) {
    const path = options[name];
    if (path === undefined) continue;
    const place = placeAt(path);
    if (place === 'folder') throw new UserError(`--${name} ${path} is a folder; name the file to write.`);
    const real = behindLinks(path);
    const other = taken.get(real);
    if (other !== undefined) throw new UserError(`--${name} and ${other} are the same file, ${path}; name another.`);
    if (place !== 'device') taken.set(real, `--${name}`);
  }
}

/** A file that is written, and how it comes to its place. */
interface Written {
  readonly path: string;
  readonly put: () => void;
}

/** `traces` gets all that has to go again if anything fails. */
function writeBeside({ path, content }: Output, disk: Disk, traces: string[]): Written {
  if (placeAt(path) === 'device') return { path, put: () => disk.write(path, inOne(content)) };
  const real = behindLinks(path);
  const folder = dirname(real);
  const made = disk.makeFolder(folder);
  if (made !== undefined) traces.push(made);
  const beside = join(folder, `.${randomUUID()}.unfinished`);
  traces.push(beside);
  disk.write(beside, content);
  return { path, put: () => disk.rename(beside, real) };
}

/** What is no file cannot be written at one place after the other. */
function inOne(content: Content): Content {
  return typeof content === 'string' || content instanceof Uint8Array ? content : joinParts(content);
}

/** What is made only as it is written may fail as well: that is no fault of the disk. */
function attempt<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!isOfSystem(error)) throw error;
    throw new UserError(`${path} could not be written: ${reasonOf(error)}.`);
  }
}
