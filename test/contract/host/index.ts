import type { HostCase } from './case';
import { changing } from './changing';
import { converting } from './converting';
import { looking } from './looking';
import { reading } from './reading';
import { showing } from './showing';
import { waiting } from './waiting';

/** All that `host/host.ts` promises. Each case begins without a document. */
export const hostCases: readonly HostCase[] = [
  ...looking,
  ...reading,
  ...changing,
  ...waiting,
  ...showing,
  ...converting,
];
