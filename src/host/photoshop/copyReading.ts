import { imaging } from 'photoshop';
import type { LayerId } from '../../base/ids';
import { type Rect, rectOf, shift, sizeOf } from '../../image/rect';
import type { PhotoshopDocument, PhotoshopLayer } from './documents';
import { withoutTrace } from './history';
import { workInFront } from './inFront';
import { cropTo, mergeWithout, onCopy, setDepth, toReadingSpace } from './labCopy';
import { pathTo } from './layerPath';
import { type ExecutionContext, type ScopeName, throwIfCancelled } from './modal';
import { type Block, type Coverage, copyCoverage } from './pixels';
import { saveSelection, savedSelection } from './savedSelection';

/**
 * The picture of a document that imaging cannot read, with some of its layers hidden or shown: `read` gets a copy in Lab
 * that is only the area.
 */
export async function readCopyWithout(
  context: ExecutionContext,
  document: PhotoshopDocument,
  turned: readonly PhotoshopLayer[],
  area: Rect,
  read: (copy: PhotoshopDocument) => Promise<Block | undefined>,
): Promise<Block | undefined> {
  const paths = turned.map((layer) => pathTo(document, layer.id as LayerId));
  return onCopy(context, document, async (copy) => {
    await mergeWithout(copy, paths);
    await cropTo(copy, area);
    setDepth(copy, 16);
    await toReadingSpace(copy);
    const block = await read(copy);
    return block && { ...block, inDocument: shift(block.inDocument, area.left, area.top) };
  });
}

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
    await saveSelection(document);
    return onCopy(context, document, async (copy) => {
      const saved = savedSelection(copy);
      await mergeWithout(copy, []);
      await cropTo(copy, area);
      await toReadingSpace(copy);
      await copy.selection.load(saved);
      const sourceBounds = rectOf(sizeOf(area));
      const selected = await copyCoverage(await imaging.getSelection({ documentID: copy.id, sourceBounds }));
      return selected && { ...selected, bounds: shift(selected.bounds, area.left, area.top) };
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
