/** The steps of an edit, in their order. */
export const steps = ['survey', 'plan', 'capture', 'call', 'finish', 'stitch', 'check', 'place'] as const;
export type Step = (typeof steps)[number];
