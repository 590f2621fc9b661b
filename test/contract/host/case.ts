import type { Host } from '../../../src/host/host';
import type { DocumentState, Planes, Rect } from '../../photoshop/model/state';
import type { Hand } from '../../photoshop/modules/control/hand';
import type { Holder } from '../../photoshop/modules/modal/modal';

/** One promise of the host's port. */
export interface HostCase {
  /** A sentence about behavior. */
  readonly name: string;
  run(host: Host, stagehand: Stagehand): Promise<void>;
}

/** Who sets the scene: what a person does in Photoshop, and what an onlooker sees. */
export interface Stagehand {
  readonly user: Hand;
  state(document: number): DocumentState;
  /** The names in the History panel, oldest first. */
  history(document: number): readonly string[];
  /** The document in front. */
  front(): number | undefined;
  /** What is seen of a state. */
  composite(state: DocumentState, area: Rect): Planes;
  /** The platform's own conversion to 8-bit sRGB: interleaved RGB of the state's depth in, planes out. */
  toScreen(state: DocumentState, planes: Planes): Planes;
  takeModal(holder: Holder): void;
  releaseModal(): void;
  /** Lets the host's time pass. */
  skip(milliseconds: number): void;
  pressEscape(): void;
  /** Once, right before the next call to the platform of that name. */
  beforeCall(name: string, act: () => void): void;
  /** Modal scopes so far. */
  scopes(): number;
  /** Addresses of pictures that are alive. */
  pictures(): number;
  /** Width, height and bytes of the picture behind an address. */
  pictureAt(
    address: string,
  ): { readonly width: number; readonly height: number; readonly bytes: Uint8Array } | undefined;
}

/** A signal that nobody aborts. */
export const calm = new AbortController().signal;

/** Lets everything else have its turn. */
export function turn(milliseconds = 0): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
