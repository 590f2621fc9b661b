import type { DocumentState, LazyPlanes, Rect } from '../model/state';
import { createRowReader, type RowReader } from '../psd/readRows';
import { createArena, type Arena } from './arena';
import { blendingOf, type Blending, type TextWay } from './blending';
import type { Piece } from './sourcePixels';

/** What drawing works with; best kept from band to band, and from top to bottom. */
export interface Drawing {
  readonly mode: DocumentState['mode'];
  readonly depth: DocumentState['depth'];
  readonly blending: Blending;
  readonly rows: RowReader;
  readonly arena: Arena;
  /** The pixels that were read for this band. */
  readonly pieces: Map<LazyPlanes, { readonly part: Rect; readonly piece: Piece }>;
}

export function createDrawing(state: Pick<DocumentState, 'mode' | 'depth' | 'profile'>, text?: TextWay): Drawing {
  const { mode, depth } = state;
  return {
    mode,
    depth,
    blending: blendingOf(state, text),
    rows: createRowReader(),
    arena: createArena(),
    pieces: new Map(),
  };
}

/** Forgets all that was drawn and read for the band before. */
export function beginBand({ arena, pieces }: Drawing): void {
  arena.giveBack();
  pieces.clear();
}
