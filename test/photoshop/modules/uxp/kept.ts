/** What outlives a session: hand it to the next one, and the plugin finds its things again. */
export interface Kept {
  readonly secrets: Map<string, Uint8Array>;
  readonly local: Map<string, string>;
  readonly persistent: Map<string, string>;
}

export function nothingKept(): Kept {
  return { secrets: new Map(), local: new Map(), persistent: new Map() };
}
