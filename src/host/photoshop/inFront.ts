import { app } from 'photoshop';
import { documentInFront, type PhotoshopDocument } from './documents';

/** New layers land in the document in front: another one steps back for as long as `work` lasts. In a modal scope. */
export async function inFront<T>(document: PhotoshopDocument, work: () => Promise<T>): Promise<T> {
  const before = documentInFront();
  if (before === undefined || before.id === document.id) return work();
  app.activeDocument = document;
  try {
    return await work();
  } finally {
    app.activeDocument = before;
  }
}
