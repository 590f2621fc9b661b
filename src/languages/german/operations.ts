import type { OperationId } from '../../routing/model';

/** What the operations are called. */
export const operations: Readonly<Record<OperationId, string>> = {
  instruct: 'Anweisen',
  inpaint: 'Füllen',
  remove: 'Entfernen',
  outpaint: 'Erweitern',
  style: 'Stil',
  replace: 'Ersetzen',
  generate: 'Erzeugen',
};

/** An operation by its id; one that is not known is left as it is. */
export function operationName(id: string): string {
  return isKnown(id) ? operations[id] : id;
}

function isKnown(id: string): id is OperationId {
  return id in operations;
}
