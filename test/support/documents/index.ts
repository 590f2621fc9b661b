import { kinds } from './kinds';
import type { LayeredDocument } from './layeredDocument';
import { tearing } from './tearing';

/** All documents that an edit has to get right. */
export const documents: readonly LayeredDocument[] = [...kinds, ...tearing];
