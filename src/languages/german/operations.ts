import type { Strings } from '../../panel/strings';

type Names = Strings['operations'] & { readonly outpaint: string };

/** What the operations are called. */
export const operations: Names = {
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

function isKnown(id: string): id is keyof Names {
  return id in operations;
}
