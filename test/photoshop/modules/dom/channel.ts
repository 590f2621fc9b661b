import { platformError } from '../errors';
import type { Session } from '../session';
import { strict } from '../strict';
import { documentFor } from '../targets';

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
    get kind() {
      return channel().kind === 'spot' ? 'spot' : 'maskedAreas';
    },
  });
}
