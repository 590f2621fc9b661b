import { imaging } from 'photoshop';
import type { LayerId } from '../../base/ids';
import type { Rect } from '../../image/rect';
import type { PhotoshopDocument, PhotoshopLayer } from './documents';
import { withoutTrace } from './history';
import { workInFront } from './inFront';
import { layerAt, pathTo } from './layerPath';
import { type ExecutionContext, type ScopeName, throwIfCancelled } from './modal';
import { type Coverage, copyCoverage } from './pixels';
import { onCopy, toReadingSpace } from './rgbCopy';

/** Looks at the picture of a document that imaging cannot read, without some of its layers: at a copy in RGB. */
export async function readCopyWithout<T>(
  context: ExecutionContext,
  document: PhotoshopDocument,
  without: readonly PhotoshopLayer[],
  look: (copy: PhotoshopDocument) => Promise<T>,
): Promise<T> {
  const paths = without.map((layer) => pathTo(document, layer.id as LayerId));
  return onCopy(context, document, async (copy) => {
    for (const path of paths) layerAt(copy, path).visible = false;
    await toReadingSpace(context, copy);
    return look(copy);
  });
}

const channelName = 'Inlay';

/**
 * The selection of such a document. It travels to the copy as a saved channel, since it is not documented whether a copy
 * has the selection of its document.
 */
export async function readCopySelection(
  context: ExecutionContext,
  document: PhotoshopDocument,
  area: Rect | undefined,
): Promise<Coverage | undefined> {
  if (area === undefined) return undefined;
  return withoutTrace(context, document, async () => {
    await document.selection.save(channelName);
    return onCopy(context, document, async (copy) => {
      const channel = [...copy.channels].find(({ name }) => name === channelName);
      await toReadingSpace(context, copy);
      if (channel === undefined) return undefined;
      await copy.selection.load(channel);
      return copyCoverage(await imaging.getSelection({ documentID: copy.id, sourceBounds: area }));
    });
  });
}

/** Reads in a scope of its own, with a document in front; whatever happens, the same one is in front afterwards. */
export function readInFront<T>(
  name: ScopeName,
  document: PhotoshopDocument,
  read: (context: ExecutionContext) => Promise<T>,
): Promise<T> {
  return workInFront({
    name,
    document: () => document,
    work: async (context) => {
      const result = await read(context);
      throwIfCancelled(context);
      return result;
    },
  });
}
