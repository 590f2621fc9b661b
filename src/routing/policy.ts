/** How a model is chosen where several can do it. */
export type Policy =
  | { readonly kind: 'best' }
  | { readonly kind: 'cheapest' }
  | { readonly kind: 'fastest' }
  /** Nothing leaves this machine: Inlay Local alone, since even a port of this machine may lead elsewhere. */
  | { readonly kind: 'private' }
  | { readonly kind: 'provider'; readonly provider: string }
  | { readonly kind: 'model'; readonly model: string };

/** From `best`, `provider:NAME`, `model:ID`, or `auto`, which is `best`; nothing where it is none of these. */
export function parsePolicy(text: string): Policy | undefined {
  switch (text) {
    case 'auto':
      return { kind: 'best' };
    case 'best':
    case 'cheapest':
    case 'fastest':
    case 'private':
      return { kind: text };
  }
  const [, kind, name = ''] = /^(provider|model):(.+)$/.exec(text) ?? [];
  if (kind === 'provider') return { kind, provider: name.trim().toLowerCase() };
  if (kind === 'model') return { kind, model: name.trim() };
  return undefined;
}

/** The text that `parsePolicy` reads back. */
export function policyText(policy: Policy): string {
  switch (policy.kind) {
    case 'provider':
      return `provider:${policy.provider}`;
    case 'model':
      return `model:${policy.model}`;
    default:
      return policy.kind;
  }
}
