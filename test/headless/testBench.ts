import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writePng } from '../photoshop/files/writePng';
import { noiseBackground } from '../photoshop/fixtures/documents';
import { documentOf } from '../photoshop/model/createDocument';
import type { Depth, DocumentState, LayerState } from '../photoshop/model/state';
import { writePsd } from '../photoshop/psd/writePsd';
import { edit } from './edit';
import { parseEditOptions } from './editOptions';
import type { EditReport } from './editReport';
import { reasonForPerson } from './reasonForPerson';

/** A folder of its own, with the files that a test puts there. */
export interface Bench {
  readonly folder: string;
  /** Writes a file and answers its path. */
  put(name: string, content: Uint8Array | string): string;
  /** What was written there since `put` was last called, hidden files and folders included. */
  made(): readonly string[];
  read(name: string): string;
  bytes(name: string): Uint8Array;
  remove(): void;
}

export function createBench(): Bench {
  const folder = mkdtempSync(join(tmpdir(), 'inlay-headless-'));
  let known: readonly string[] = [];
  const all = () => readdirSync(folder, { recursive: true }).map(String).sort();
  return {
    folder,
    put(name, content) {
      const path = join(folder, name);
      writeFileSync(path, content);
      known = all();
      return path;
    },
    made: () => all().filter((name) => !known.includes(name)),
    read: (name) => readFileSync(join(folder, name), 'utf8'),
    bytes: (name) => new Uint8Array(readFileSync(join(folder, name))),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export type Tried =
  { readonly ok: true; readonly report: EditReport } | { readonly ok: false; readonly reason: string };

/** What the command does, without a process of its own. */
export async function tryEdit(bench: Bench, args: readonly string[]): Promise<Tried> {
  try {
    return { ok: true, report: await edit(parseEditOptions(args, bench.folder)) };
  } catch (error) {
    return { ok: false, reason: reasonForPerson(error) };
  }
}

/** A document of noise on its Background, or of given layers. */
export function noiseDocument(width: number, height: number, depth: Depth = 8, layers?: readonly LayerState[]) {
  const base = { width, height, mode: 'rgb', depth, resolution: 72 } as const;
  return documentOf(base, layers ?? [noiseBackground(width, height, depth)]);
}

export function psdOf(state: DocumentState): Uint8Array {
  return writePsd(state);
}

/** A gray PNG-like mask (as RGB of equal channels), from a function of the place. */
export function maskPng(width: number, height: number, valueAt: (x: number, y: number) => number): Uint8Array {
  const gray = Uint8Array.from({ length: width * height }, (_, i) => valueAt(i % width, Math.floor(i / width)));
  return writePng({ width, height, planes: { color: [gray, gray, gray] } });
}

/** The first bytes of a Photoshop file, and no more than it takes to be told apart. */
export function psdHeader(mode: number, depth: number, channels: number): Uint8Array {
  const header = [0x38, 0x42, 0x50, 0x53, 0, 1, 0, 0, 0, 0, 0, 0, 0, channels, 0, 0, 0, 32, 0, 0, 0, 32];
  const sections = new Array<number>(12).fill(0);
  const pixels = new Array<number>((32 * 32 * channels * depth) / 8).fill(0);
  return Uint8Array.from([...header, 0, depth, 0, mode, ...sections, 0, 0, ...pixels]);
}
