import type { Host } from '../../../src/host/host';
import type { DocumentState, Planes, Rect } from '../../photoshop/model/state';
import type { Hand } from '../../photoshop/modules/control/hand';
import type { Core } from '../../photoshop/modules/core';
import type { Holder } from '../../photoshop/modules/modal/ownership';
import type { Switches } from '../../photoshop/modules/switches';

/** One promise of the host's port. */
export interface HostCase {
  /** A sentence about behavior. */
  readonly name: string;
  /** Habits of the platform that are not its usual ones. */
  readonly switches?: Partial<Switches>;
  readonly run: (host: Host, stagehand: Stagehand) => Promise<void>;
}

/** Who sets the scene: what a person does in Photoshop, and what an onlooker sees. */
export interface Stagehand {
  readonly user: Hand;
  readonly state: (document: number) => DocumentState;
  /** The names in the History panel, oldest first. */
  readonly history: (document: number) => readonly string[];
  /** The document in front. */
  readonly front: () => number | undefined;
  /** What is seen of a state. */
  readonly composite: (state: DocumentState, area: Rect) => Planes;
  /** The platform's own conversion to 8-bit sRGB: interleaved RGB of the state's depth in, planes out. */
  readonly toScreen: (state: DocumentState, planes: Planes) => Planes;
  /** The platform's own conversion. */
  readonly convert: Core['convert'];
  readonly takeModal: (holder: Holder) => void;
  readonly releaseModal: () => void;
  /** Lets the host's time pass. */
  readonly skip: (milliseconds: number) => void;
  readonly pressEscape: () => void;
  /** Once, right before the next call to the platform of that name. */
  readonly beforeCall: (name: string, act: () => void) => void;
  /** Modal scopes so far. */
  readonly scopes: () => number;
  /** Addresses of pictures that are alive. */
  readonly pictures: () => number;
  /** Width, height and bytes of the picture behind an address. */
  readonly pictureAt: (
    address: string,
  ) => { readonly width: number; readonly height: number; readonly bytes: Uint8Array } | undefined;
}

/** A signal that nobody aborts. */
export const calm = new AbortController().signal;

/** Lets everything else have its turn. */
export function turn(milliseconds = 0): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
