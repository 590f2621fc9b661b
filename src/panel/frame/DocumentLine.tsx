import type { AppState } from '../../app/state';
import { strings } from '../strings';

/** Name, depth and profile of the document in front. */
export function DocumentLine({ document }: Pick<AppState, 'document'>) {
  return (
    <div className="document-line">
      <h1 className="document-name one-line" title={document?.title}>
        {document?.title ?? strings.noDocument}
      </h1>
      {document !== undefined && (
        <span className="document-format one-line" title={document.profile}>
          {strings.format(document.depth, document.profile)}
        </span>
      )}
    </div>
  );
}
