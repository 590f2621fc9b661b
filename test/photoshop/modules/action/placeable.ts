import { demand } from '../rules';
import type { Session } from '../session';
import type { Command } from './commands';

/**
 * What would be placed is there by a token of this session, and whole: a corrupt PNG was seen to crash the host after it
 * had reported success.
 */
export async function demandPlaceable({ book, core, entries, files }: Session, command: Command): Promise<void> {
  const { path } = entries.byToken((command['null'] as { readonly _path?: unknown } | undefined)?._path);
  const bytes = await files.read(path);
  const opens = async () => {
    try {
      await core.readDocument(path, bytes);
      return true;
    } catch {
      return false;
    }
  };
  demand(book, 'action.place', await opens(), `${path} is damaged, which is known to crash the host`);
}
