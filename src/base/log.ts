/** For faults of ours only; never keys, prompts or pixels. */
export function logFault(where: string, error: unknown): void {
  console.error(`Inlay: ${where}:`, error);
}
