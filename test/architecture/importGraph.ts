import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { preProcessFile } from 'typescript';
import { root } from '../build/root';

/** What each source file imports, by path below `src/`; types count as much as values. */
export type ImportGraph = ReadonlyMap<string, Imports>;

export interface Imports {
  readonly files: readonly string[];
  readonly packages: readonly string[];
}

/** The graph of our own sources. Declarations of foreign modules (`.d.ts`) belong to none of them. */
export function readImportGraph(): ImportGraph {
  const sources = new Map<string, string>();
  for (const path of readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })) {
    const name = path.replaceAll('\\', '/');
    if (/\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
      sources.set(name, readFileSync(join(root, 'src', path), 'utf8'));
  }
  return graphOf(sources);
}

/** The graph of sources given as texts. An import of a file that is not there is kept as it was written. */
export function graphOf(sources: ReadonlyMap<string, string>): ImportGraph {
  return new Map([...sources].map(([path, text]) => [path, importsOf(path, text, sources)]));
}

function importsOf(path: string, text: string, sources: ReadonlyMap<string, string>): Imports {
  const names = preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  return {
    files: names.filter((name) => name.startsWith('.')).map((name) => resolve(path, name, sources)),
    packages: names.filter((name) => !name.startsWith('.')),
  };
}

function resolve(from: string, name: string, sources: ReadonlyMap<string, string>): string {
  const path = posix.join(dirname(from), name);
  const candidates = [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`];
  return candidates.find((candidate) => sources.has(candidate)) ?? path;
}

/** Files that import each other in a ring, each ring as one sentence. */
export function findCycles(graph: ImportGraph): string[] {
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]) => {
    const start = trail.indexOf(path);
    if (start >= 0) cycles.push([...trail.slice(start), path].join(' → '));
    if (start >= 0 || done.has(path)) return;
    for (const next of graph.get(path)?.files ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return cycles;
}

/** Files that no import leads to from the entry. */
export function findUnreached(graph: ImportGraph, entry: string): string[] {
  const reached = new Set<string>();
  const waiting = [entry];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    waiting.push(...(graph.get(path)?.files ?? []));
  }
  return [...graph.keys()].filter((path) => !reached.has(path));
}
