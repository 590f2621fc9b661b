import type { LayerId } from '../../base/ids';
import { isOpen, type PhotoshopDocument, type PhotoshopLayer } from './documents';
import { withoutTrace } from './history';
import { type ExecutionContext, inModalScope, readInModalScope, type ScopeName } from './modal';
import { findLayer } from './placement';

/** What is done in a modal scope while some layers are hidden. */
export interface Look<T> {
  readonly document: PhotoshopDocument;
  readonly name: ScopeName;
  /** Visible layers; found when the scope has begun. */
  readonly without: () => readonly PhotoshopLayer[];
  readonly look: (context: ExecutionContext) => Promise<T>;
}

/** Looks at a document while some layers are hidden. They are shown again, whatever happens, and leave no trace. */
export async function lookWithout<T>({ document, name, without, look }: Look<T>): Promise<T> {
  let hidden: readonly PhotoshopLayer[] = [];
  try {
    return await readInModalScope(name, (context) => {
      hidden = without();
      if (hidden.length === 0) return look(context);
      return withoutTrace(context, document, () => hideWhile(context, hidden, () => look(context)));
    });
  } finally {
    await showAgain(document, hidden);
  }
}

async function hideWhile<T>(
  context: ExecutionContext,
  layers: readonly PhotoshopLayer[],
  work: () => Promise<T>,
): Promise<T> {
  try {
    for (const layer of layers) layer.visible = false;
    return await work();
  } finally {
    // whether rolling back also shows the layers again is not documented
    if (!context.isCancelled) for (const layer of layers) layer.visible = true;
  }
}

/** After Escape nothing can be changed in that scope any more: what rolling back has left hidden takes another one. */
async function showAgain(document: PhotoshopDocument, layers: readonly PhotoshopLayer[]): Promise<void> {
  if (layers.length === 0 || !isOpen(document)) return;
  const hidden = layers
    .map(({ id }) => findLayer(document, id as LayerId))
    .filter((layer) => layer !== undefined && !layer.visible);
  if (hidden.length === 0) return;
  await inModalScope({ name: 'Show the layers again', doing: 'show the layers again' }, () => {
    for (const layer of hidden) if (layer !== undefined) layer.visible = true;
    return Promise.resolve();
  });
}
