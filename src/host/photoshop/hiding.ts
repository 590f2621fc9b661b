import type { LayerId } from '../../base/ids';
import { isOpen, type PhotoshopDocument, type PhotoshopLayer } from './documents';
import { withoutTrace } from './history';
import { type ExecutionContext, inModalScope, readInModalScope, type ScopeName } from './modal';
import { findLayer } from './placement';

/** What is done in a modal scope while some layers are hidden or shown. */
export interface Look<T> {
  readonly document: PhotoshopDocument;
  readonly name: ScopeName;
  /** Visible layers to hide, and hidden ones to show; found when the scope has begun. */
  readonly turned: () => readonly PhotoshopLayer[];
  readonly look: (context: ExecutionContext) => Promise<T>;
}

/** Looks at a document while some layers are turned. They are turned back, whatever happens, and leave no trace. */
export async function lookWithout<T>({ document, name, turned, look }: Look<T>): Promise<T> {
  let before: readonly Seen[] = [];
  try {
    return await readInModalScope(name, (context) => {
      before = turned().map((layer) => ({ layer, id: layer.id as LayerId, visible: layer.visible }));
      if (before.length === 0) return look(context);
      return withoutTrace(context, document, () => turnWhile(context, before, () => look(context)));
    });
  } finally {
    await turnBack(document, before);
  }
}

/** A layer, and whether it was to be seen. */
interface Seen {
  readonly layer: PhotoshopLayer;
  readonly id: LayerId;
  readonly visible: boolean;
}

async function turnWhile<T>(context: ExecutionContext, before: readonly Seen[], work: () => Promise<T>): Promise<T> {
  try {
    for (const { layer, visible } of before) layer.visible = !visible;
    return await work();
  } finally {
    // whether rolling back also shows the layers again is not documented
    if (!context.isCancelled) for (const { layer, visible } of before) layer.visible = visible;
  }
}

/** After Escape nothing can be changed in that scope any more: what rolling back has left turned takes another one. */
async function turnBack(document: PhotoshopDocument, before: readonly Seen[]): Promise<void> {
  if (before.length === 0 || !isOpen(document)) return;
  const left = before.flatMap(({ id, visible }) => {
    const layer = findLayer(document, id);
    return layer === undefined || layer.visible === visible ? [] : [{ layer, visible }];
  });
  if (left.length === 0) return;
  await inModalScope({ name: 'Show the layers again', doing: 'show the layers again' }, () => {
    for (const { layer, visible } of left) layer.visible = visible;
    return Promise.resolve();
  });
}
