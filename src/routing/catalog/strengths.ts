import type { Capability, Strength } from '../model';

type Strengths = Readonly<Record<Capability, Strength>>;

/** The same everywhere, apart from what is named. */
export function strengths(base: Strength, others: Partial<Strengths>): Strengths {
  return {
    instruction: base,
    identity: base,
    precision: base,
    structure: base,
    photorealism: base,
    clauses: base,
    text: base,
    severalReferences: base,
    singleIdentity: base,
    removal: base,
    ...others,
  };
}

/** As practitioners rate the families, whoever serves them. */
export const nanoBanana: Strengths = strengths(4, {
  instruction: 5,
  identity: 5,
  precision: 3,
  structure: 2,
  text: 2,
  singleIdentity: 5,
  removal: 3,
});

/** The later ones write somewhat better. */
export const laterNanoBanana: Strengths = { ...nanoBanana, text: 3 };

export const flux2Pro: Strengths = strengths(4, {
  precision: 5,
  structure: 5,
  clauses: 5,
  text: 3,
  severalReferences: 5,
  removal: 3,
});

export const flux2Max: Strengths = { ...flux2Pro, photorealism: 5, text: 5 };

/** Made for type, slower to follow. */
export const flux2Flex: Strengths = { ...flux2Pro, precision: 4, structure: 4, text: 4 };

/** The open weights. */
export const flux2Dev: Strengths = strengths(4, { text: 3, identity: 3, singleIdentity: 3, removal: 3 });

/** For drafts. */
export const flux2Klein: Strengths = strengths(3, { text: 2, removal: 2 });

export const flux2KleinSmall: Strengths = strengths(3, {
  photorealism: 2,
  clauses: 2,
  text: 1,
  severalReferences: 2,
  removal: 2,
});

/** A true mask, of the generation before. */
export const fluxFill: Strengths = strengths(3, {
  instruction: 2,
  identity: 2,
  precision: 5,
  text: 2,
  severalReferences: 1,
  singleIdentity: 1,
  removal: 4,
});
