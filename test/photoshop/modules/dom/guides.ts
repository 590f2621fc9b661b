import type { GuideState } from '../../model/state';
import { numberWithin, oneOf } from '../arguments';
import { writeNow } from '../calls';
import { platformError } from '../errors';
import type { Session } from '../session';
import { strict } from '../strict';
import { documentFor } from '../targets';
import { commit } from './change';

export type GuideObject = ReturnType<typeof createGuide>;
export type Guides = GuideObject[] & { add(direction: unknown, coordinate: unknown): GuideObject; removeAll(): void };

const directions = ['horizontal', 'vertical'] as const;

/** The guides of a document; in all else an array. Coordinates count from the corner of the canvas. */
export function createGuides(session: Session, docId: number): Guides {
  const { book } = session;
  const guidesOf = () => documentFor(session, docId).state.guides ?? [];
  const put = (guides: readonly GuideState[], name: string) =>
    writeNow(session, 'make', () => {
      const document = documentFor(session, docId);
      commit(session, document, { ...document.state, guides }, name);
    });
  const list = guidesOf().map(({ id }) => createGuide(session, docId, id));
  const members = Object.defineProperties(list, {
    typename: { value: 'Guides' },
    parent: { get: () => documentFor(session, docId) },
    add: {
      value: (given: unknown, at: unknown) => {
        const direction = oneOf(book, 'direction', given, directions);
        const coordinate = numberWithin(book, 'coordinate', at, -300_000, 300_000);
        const id = Math.max(0, ...guidesOf().map((guide) => guide.id)) + 1;
        put([...guidesOf(), { id, direction, coordinate: onGrid(coordinate) }], 'New Guide');
        return createGuide(session, docId, id);
      },
    },
    removeAll: { value: () => put([], 'Clear Guides') },
  });
  return strict(book, 'Guides', members as Guides);
}

/** One guide: its address; what it tells is how it is now. */
function createGuide(session: Session, docId: number, id: number) {
  const { book } = session;
  const guide = () => {
    const found = documentFor(session, docId).state.guides?.find((one) => one.id === id);
    if (!found) throw platformError('The guide is not available.', -25922);
    return found;
  };
  const change = (changed: Partial<GuideState>) =>
    writeNow(session, 'move', () => {
      const document = documentFor(session, docId);
      const { state } = document;
      const kept = guide();
      const guides = state.guides?.map((one) => (one === kept ? { ...one, ...changed } : one)) ?? [];
      commit(session, document, { ...state, guides }, 'Move Guide');
    });
  return strict(book, 'Guide', {
    typename: 'Guide' as const,
    id,
    docId,
    get direction(): string {
      return guide().direction;
    },
    set direction(wanted: string) {
      change({ direction: oneOf(book, 'direction', wanted, directions) });
    },
    get coordinate(): number {
      return guide().coordinate;
    },
    set coordinate(wanted: number) {
      change({ coordinate: onGrid(numberWithin(book, 'coordinate', wanted, -300_000, 300_000)) });
    },
    delete(): void {
      writeNow(session, 'delete', () => {
        const document = documentFor(session, docId);
        const { state } = document;
        const gone = guide();
        commit(session, document, { ...state, guides: state.guides?.filter((one) => one !== gone) ?? [] }, 'Delete');
      });
    },
  });
}

/** Files hold 32nds of a pixel. */
function onGrid(coordinate: number): number {
  return Math.round(coordinate * 32) / 32;
}
