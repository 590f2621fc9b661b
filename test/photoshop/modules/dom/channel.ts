import { writeCall } from '../calls';
import { platformError } from '../errors';
import type { Session } from '../session';
import { strict } from '../strict';
import { documentFor } from '../targets';
import { commit } from './change';

export type ChannelObject = ReturnType<typeof createChannel>;

/** A saved channel of a document. */
export function createChannel(session: Session, docId: number, id: number) {
  const channel = () => {
    const found = documentFor(session, docId).state.channels.find((one) => one.id === id);
    if (!found) throw platformError('The channel is not available.', -25922);
    return found;
  };
  return strict(session.book, 'Channel', {
    typename: 'Channel' as const,
    id,
    get name() {
      return channel().name;
    },
    async remove(): Promise<void> {
      await writeCall(session, 'delete', () => {
        const document = documentFor(session, docId);
        const { state } = document;
        const channels = state.channels.filter((one) => one !== channel());
        commit(session, document, { ...state, channels }, 'Delete Channel');
      });
    },
    get kind() {
      return channel().kind === 'spot' ? 'spot' : 'maskedAreas';
    },
  });
}
