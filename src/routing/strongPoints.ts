import type { ModelSpec } from './model';

/** Why a model of ours would be chosen, in at most four words. A catalog of the retoucher's own may say others. */
export type StrongPoint =
  | 'Best at following instructions'
  | 'Best at text'
  | 'Exact under a mask'
  | 'For quick drafts'
  | 'Good at text'
  | 'Low price'
  | 'Made for extending'
  | 'Made for removing'
  | 'Steps to choose'
  | 'Takes a true mask'
  | 'Works offline'
  | 'Your own server';

/** A model of the built-in catalog: what is said of it is known in every language. */
export interface BuiltInModel extends ModelSpec {
  readonly strongPoint: StrongPoint;
}
