import { InlayError } from '../../base/errors';
import { editRequest } from '../../edit/operations';
import type { Desk } from '../desk';
import { explain, inOneLine } from '../explain';
import { performOrTell } from './performRequest';

/** Plugins > Inlay > Repeat last edit: the same request, for what is selected now. */
export async function repeatLast(desk: Desk): Promise<void> {
  const { lastRequest } = await desk.kept.read();
  if (lastRequest === undefined) {
    desk.parts.host.tell(inOneLine(explain(new InlayError('edit.nothing-to-repeat', {}))));
    return;
  }
  await performOrTell({ ...lastRequest, seed: desk.parts.drawSeed() }, desk);
}

/** Plugins > Inlay > Remove selection: with grow and feather as the panel has them. */
export async function removeSelection(desk: Desk): Promise<void> {
  const { grow, feather } = desk.store.get().draft;
  const request = editRequest.parse({ operation: 'remove', grow, feather, seed: desk.parts.drawSeed() });
  await performOrTell(request, desk);
}
