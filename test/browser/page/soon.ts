const waiting: (() => void)[] = [];
let isRunning = false;

/** Does something when the page has nothing else to do, one thing at a time. Answers how to call it off. */
export function soon(deed: () => void): () => void {
  waiting.push(deed);
  if (!isRunning) next();
  return () => {
    const index = waiting.indexOf(deed);
    if (index >= 0) waiting.splice(index, 1);
  };
}

function next(): void {
  isRunning = waiting.length > 0;
  if (!isRunning) return;
  requestIdleCallback(
    () => {
      waiting.shift()?.();
      next();
    },
    { timeout: 500 },
  );
}
