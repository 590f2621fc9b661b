import type { HostCase } from './case';
import { changing } from './changing';
import { converting } from './converting';
import { decoding } from './decoding';
import { looking } from './looking';
import { reading } from './reading';
import { returning } from './returning';
import { showing } from './showing';
import { waiting } from './waiting';

/** All that `host/host.ts` promises. Each case begins without a document. */
export const hostCases: readonly HostCase[] = [
  ...looking,
  ...reading,
  ...returning,
  ...changing,
  ...waiting,
  ...showing,
  ...decoding,
  ...converting,
];
