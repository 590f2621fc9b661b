import type { Capability } from './model';

/** Completes "The best at …". */
export const capabilityLabels: Readonly<Record<Capability, string>> = {
  instruction: 'following instructions',
  identity: 'keeping what was not asked for',
  precision: 'staying exact under a mask',
  structure: 'changes of structure',
  photorealism: 'photorealism',
  clauses: 'prompts with several wishes',
  text: 'text in the picture',
  severalReferences: 'combining several references',
  singleIdentity: 'keeping one face',
  removal: 'continuing what lies behind',
};
