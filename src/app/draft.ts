import type { z } from 'zod';
import { InlayError } from '../base/errors';
import { editRequest, type EditRequest } from '../edit/operations';
import type { Draft } from './state';

/** What the panel shows, as a request; or what is still missing. */
export function requestFrom(draft: Draft, seed: number): EditRequest | InlayError {
  return parseRequest({ ...draft, seed });
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
