/** About 2 ms of simple work on samples that lie side by side. */
const samplesPerPiece = 500_000;

/**
 * How many rows make one piece of sliced work. `effort`: how many simple steps one sample takes, as against adding it up
 * or copying it.
 */
export function rowsPerPiece(samplesPerRow: number, effort = 1): number {
  return Math.max(1, Math.floor(samplesPerPiece / (Math.max(1, samplesPerRow) * effort)));
}
