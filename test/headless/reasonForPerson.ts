import { UserError } from './userError';

/** Bad news as one line. */
export function reasonForPerson(error: unknown): string {
  const reason =
    error instanceof UserError ? error.message : `Something is wrong with the command itself: ${String(error)}`;
  return reason.replace(/\s+/g, ' ').trim();
}
