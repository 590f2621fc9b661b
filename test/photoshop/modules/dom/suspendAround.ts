import type { ExecutionContext } from '../modal/contextTypes';
import type { Session } from '../session';
import { createDocument } from './document';

/** A modal scope of its own with one history state; it resolves to nothing. */
export async function suspendAround(
  session: Session,
  documentID: number,
  callback: (context: object) => unknown,
  name: string,
): Promise<void> {
  await session.modal.execute(
    async (context: ExecutionContext) => {
      await context.hostControl.suspendHistory({ documentID, name });
      const document = createDocument(session, documentID);
      await callback(Object.defineProperty(context, 'document', { value: document }));
    },
    { commandName: name },
  );
}
