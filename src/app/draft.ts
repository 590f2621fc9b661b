import type { z } from 'zod';
import { InlayError } from '../base/errors';
import type { DocumentId } from '../base/ids';
import { editRequest, type EditRequest, operations } from '../edit/operations';
import type { Draft, Proposal, Settings } from './state';

export const emptyDraft: Draft = {
  operation: 'remove',
  operationBy: 'inlay',
  prompt: '',
  model: 'auto',
  helpers: {},
  seen: undefined,
  grow: 0,
  feather: 6,
  references: [],
  growth: { kind: 'aspect', across: 4, down: 5, anchor: 'center' },
  strength: 1,
  variants: 1,
  seed: undefined,
};

/** A change by the retoucher. A model is chosen for one operation; whoever takes what is proposed lets Inlay choose on. */
export function changedDraft(draft: Draft, change: Partial<Draft>, proposal: Proposal): Draft {
  const next = { ...draft, ...change };
  const { operation } = change;
  if (operation === undefined) return next;
  const model = operation === draft.operation ? next.model : 'auto';
  return { ...next, model, operationBy: operation === proposal.operation ? 'inlay' : 'you' };
}

/** What was measured of another document says nothing of this one. */
export function draftFor(document: DocumentId | undefined, draft: Draft): Draft {
  return draft.seen === undefined || draft.seen.document === document ? draft : { ...draft, seen: undefined };
}

/** What the panel shows, as a request; or what is still missing. Each operation takes the fields that it knows. */
export function requestFrom(draft: Draft, settings: Settings, seed: number): EditRequest | InlayError {
  const { operation } = draft;
  const { seen, ...fields } = draft;
  const route = {
    model: modelOf(draft, settings),
    policy: settings.policy,
    grain: settings.grain,
    seed: draft.seed ?? seed,
  };
  const all = { ...fields, ...route, ...(seen && { seen: seen.look }) };
  const { shape } = operations[operation].request;
  const parsed = editRequest.safeParse(Object.fromEntries(Object.entries(all).filter(([name]) => name in shape)));
  return parsed.success ? parsed.data : missing(draft, parsed.error);
}

/**
 * The model that was chosen for the operation, now or for good; `auto` where Inlay chooses. Where nothing may leave the
 * machine, no choice stands above that.
 */
export function modelOf({ model, operation }: Draft, { pins, policy }: Pick<Settings, 'pins' | 'policy'>): string {
  if (policy === 'private') return 'auto';
  return model === 'auto' ? (pins[operation] ?? 'auto') : model;
}

/** What a panel can say more plainly than the names of fields do. */
function missing({ operation }: Draft, error: z.ZodError): InlayError {
  const field = error.issues[0]?.path[0];
  if (field === 'prompt') return new InlayError('edit.no-prompt', {});
  if (field === 'references')
    return new InlayError('edit.no-reference', { role: operation === 'style' ? 'style' : 'any' });
  return badRequest(error);
}

/** What came from outside, as a request; or what is wrong with it. */
export function parseRequest(info: unknown): EditRequest | InlayError {
  const parsed = editRequest.safeParse(info);
  return parsed.success ? parsed.data : badRequest(parsed.error);
}

/** The first thing that is wrong with what came from outside. */
export function badRequest({ issues }: z.ZodError): InlayError {
  const [issue] = issues;
  const where = issue?.path.join('.') ?? '';
  return new InlayError('edit.bad-request', {
    problem: `${where === '' ? 'The request' : where}: ${issue?.message ?? ''}.`,
  });
}
