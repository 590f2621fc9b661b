import type { AppState } from '../../app/state';
import { strings } from '../strings';
import { PictureRow } from './PictureRow';

/** What already stands in a document, newest first. */
export function PlacedList({ placed }: Pick<AppState, 'placed'>) {
  if (placed.length === 0) return null;
  return (
    <div className="section-ruled">
      <div className="section-head">
        <h2 className="section-title">{strings.placed}</h2>
      </div>
      {placed.map(({ id, title, detail, picture }) => (
        <PictureRow key={id} picture={picture} title={title} detail={detail} />
      ))}
    </div>
  );
}
