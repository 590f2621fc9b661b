import type { Capability, ModelSpec, Strength } from './model';

/** The models that can be called, as data. */
export const inlayLocal: ModelSpec = {
  id: 'inlay-local',
  aliases: ['local'],
  provider: 'local',
  wireId: 'inlay-local',
  family: 'inlay-local',
  label: 'Inlay Local',
  strongPoint: 'Works offline',
  operations: ['remove'],
  mask: 'binary',
  references: 0,
  takes: 'document',
  size: { kind: 'as-the-input', maxPixels: 8_000_000 },
  variantsPerCall: 1,
  price: { kind: 'free' },
  strengths: strengths(1, { precision: 5, photorealism: 3 }),
  cleanPasses: 20,
  usualSeconds: 2,
  retention: 'Nothing leaves this machine.',
};

function strengths(base: Strength, better: Partial<Record<Capability, Strength>>): Record<Capability, Strength> {
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
    ...better,
  };
}
