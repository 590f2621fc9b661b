/** Those who may add to a prompt, in the order in which their words stand. */
export const additionIds = ['numbering', 'mask', 'text', 'hands', 'strength', 'light', 'grade', 'keep'] as const;
export type HelperId = (typeof additionIds)[number];
