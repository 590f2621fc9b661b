import { imaging } from 'photoshop';
import type { LayerId } from '../../base/ids';
import type { Rect } from '../../image/rect';
import { documentInFront, type PhotoshopDocument, type PhotoshopLayer } from './documents';
import { withoutTrace } from './history';
import { type ExecutionContext, inModalScope, readInModalScope, type ScopeName } from './modal';
import { type Block, type Coverage, copyCoverage, readBlock } from './pixels';
import { layerAt, pathTo } from './layerPath';
import { bringToFront, onCopy, toReadingSpace } from './rgbCopy';

/** The picture of a document that imaging cannot read, without some of its layers: from a copy in RGB. */
export async function readCopyWithout(
  context: ExecutionContext,
  document: PhotoshopDocument,
  without: readonly PhotoshopLayer[],
  area: Rect,
): Promise<Block | undefined> {
  const paths = without.map((layer) => pathTo(document, layer.id as LayerId));
  return onCopy(context, document, async (copy) => {
    for (const path of paths) layerAt(copy, path).visible = false;
    await toReadingSpace(context, copy);
    return readBlock({ documentID: copy.id }, area);
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
  area: Rect,
): Promise<Coverage | undefined> {
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

/** Reads in a scope of its own; whatever happens, the same document is in front afterwards. */
export async function readInFront<T>(name: ScopeName, work: (context: ExecutionContext) => Promise<T>): Promise<T> {
  const before = documentInFront();
  try {
    return await readInModalScope(name, work);
  } finally {
    if (before !== undefined && documentInFront()?.id !== before.id) {
      await inModalScope({ name: 'Show the document again', doing: 'show the document again' }, () => {
        bringToFront(before);
        return Promise.resolve();
      });
    }
  }
}
