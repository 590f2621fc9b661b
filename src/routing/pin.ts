import { type Callable, type Candidate, isOpen } from './candidate';

/** What a name leads to. */
export type Pinned<Model extends Callable> =
  | { readonly kind: 'unknown' }
  /** What it names; several where several services offer the same. */
  | { readonly kind: 'named'; readonly candidates: readonly Candidate<Model>[] }
  /** `named` is no longer offered; `candidates` take its place. */
  | { readonly kind: 'replaced'; readonly named: Candidate<Model>; readonly candidates: readonly Candidate<Model>[] };

/** The models that a name means, in any spelling: an id, or else an alias, a family or a label. */
export function resolvePin<Model extends Callable>(
  name: string,
  candidates: readonly Candidate<Model>[],
): Pinned<Model> {
  const named = namedBy(name, candidates).map(trusting);
  if (named.length === 0) return { kind: 'unknown' };
  if (named.some(isOpen)) return { kind: 'named', candidates: named };
  const gone = named.find(({ obstacle }) => obstacle.kind === 'gone');
  if (gone === undefined) return { kind: 'named', candidates: named };
  const instead = insteadOf(gone, candidates);
  return instead.length === 0
    ? { kind: 'named', candidates: named }
    : { kind: 'replaced', named: gone, candidates: instead };
}

/** Whoever names the kind of server says what stands at the address. */
function trusting<Model extends Callable>(candidate: Candidate<Model>): Candidate<Model> {
  return candidate.obstacle.kind === 'unknown-server' ? { ...candidate, obstacle: { kind: 'none' } } : candidate;
}

function namedBy<Model extends Callable>(name: string, candidates: readonly Candidate<Model>[]) {
  const wanted = spelled(name);
  const byId = candidates.filter(({ model }) => spelled(model.spec.id) === wanted);
  if (byId.length > 0) return byId;
  return candidates.filter(({ model: { spec } }) =>
    [...spec.aliases, spec.family, spec.label].some((known) => spelled(known) === wanted),
  );
}

/** `FLUX.2 Pro` and `flux-2-pro` are one name. */
function spelled(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** The same model at other services, or else the next of its line that can be called. */
function insteadOf<Model extends Callable>(
  gone: Candidate<Model>,
  candidates: readonly Candidate<Model>[],
): readonly Candidate<Model>[] {
  const { family } = gone.model.spec;
  const same = candidates.filter((candidate) => candidate.model.spec.family === family && isOpen(candidate));
  return same.length > 0 ? same : successorsOf(gone, candidates).filter(isOpen).slice(0, 1);
}

function successorsOf<Model extends Callable>(
  gone: Candidate<Model>,
  candidates: readonly Candidate<Model>[],
): readonly Candidate<Model>[] {
  const line: Candidate<Model>[] = [];
  let next = candidateOf(gone.model.spec.successor, candidates);
  while (next !== undefined && !line.includes(next)) {
    line.push(next);
    next = candidateOf(next.model.spec.successor, candidates);
  }
  return line;
}

function candidateOf<Model extends Callable>(id: string | undefined, candidates: readonly Candidate<Model>[]) {
  return candidates.find(({ model }) => model.spec.id === id);
}
