import { app } from 'photoshop';
import { documentInFront, isOpen, type PhotoshopDocument } from './documents';
import { type ExecutionContext, inModalScope, type ScopeName } from './modal';

/** What is done in a modal scope with a document in front. */
export interface WorkInFront<T> {
  readonly name: ScopeName;
  /** Called when the scope has begun. */
  readonly document: () => PhotoshopDocument;
  readonly work: (context: ExecutionContext, document: PhotoshopDocument) => Promise<T>;
}

/** New layers land in the document in front: another one steps back for as long as the work lasts. */
export async function workInFront<T>({ name, document, work }: WorkInFront<T>): Promise<T> {
  let front: PhotoshopDocument | undefined;
  try {
    return await inModalScope(name, async (context) => {
      const wanted = document();
      front = documentInFront();
      bringToFront(wanted);
      try {
        return await work(context, wanted);
      } finally {
        if (!context.isCancelled) bringToFront(front);
      }
    });
  } finally {
    await bringBack(front);
  }
}

/** After Escape nothing can be changed in that scope any more. */
async function bringBack(front: PhotoshopDocument | undefined): Promise<void> {
  if (front === undefined || !isOpen(front) || documentInFront()?.id === front.id) return;
  await inModalScope({ name: 'Bring the document to front', doing: 'bring the document to front' }, () => {
    bringToFront(front);
    return Promise.resolve();
  });
}

/** Puts a document in front, in a modal scope. */
export function bringToFront(document: PhotoshopDocument | undefined): void {
  if (document !== undefined && documentInFront()?.id !== document.id) app.activeDocument = document;
}
