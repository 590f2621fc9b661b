import type { Desk } from '../desk';

/** Opens a file that is dropped anywhere; by itself a browser would leave the page for it. */
export function takeDrops(target: Document, desk: Desk): () => void {
  const allow = (event: DragEvent) => event.preventDefault();
  const take = (event: DragEvent) => {
    event.preventDefault();
    const file = event.dataTransfer?.files.item(0);
    if (file) void desk.open(file);
  };
  target.addEventListener('dragover', allow);
  target.addEventListener('drop', take);
  return () => {
    target.removeEventListener('dragover', allow);
    target.removeEventListener('drop', take);
  };
}
