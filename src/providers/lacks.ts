import type { ModelCall, ModelSpec, ModelWarning } from '../routing/model';

/** What a service may not know of. */
export type Lack = 'seed' | 'strength';

/** A sentence for each wish of the call that the model cannot keep. */
export function warningsFor(spec: ModelSpec, call: ModelCall, lacks: readonly Lack[]): readonly ModelWarning[] {
  const texts = [
    ...(lacks.includes('seed') ? [`${spec.label} takes no seed: run again, it gives another picture.`] : []),
    ...(lacks.includes('strength') && call.strength < 1 ? [`${spec.label} takes no strength: say it in words.`] : []),
    ...tooManyVariants(spec, call),
    ...tooManyReferences(spec, call),
  ];
  return texts.map((text) => ({ text }));
}

function tooManyVariants({ label, variantsPerCall }: ModelSpec, { variants }: ModelCall): string[] {
  if (variants <= variantsPerCall) return [];
  return [`${label} gives at most ${counted(variantsPerCall, 'picture')} in a call, not ${variants}.`];
}

function tooManyReferences({ label, references: most }: ModelSpec, { references }: ModelCall): string[] {
  if (references.length <= most) return [];
  const left = references.slice(most).map((reference) => `“${reference.label}”`);
  return [
    `${label} takes at most ${counted(most, 'reference')}: ${left.join(', ')} ${left.length === 1 ? 'was' : 'were'} left out.`,
  ];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
