import type { z } from 'zod';
import { catalog as builtIn, inlayLocal } from './catalog';
import { catalogSchema } from './catalogSchema';
import type { Catalog, ModelSpec } from './model';

/** `problem`: what is wrong, in one sentence. */
export type ImportedCatalog =
  { readonly ok: true; readonly catalog: Catalog } | { readonly ok: false; readonly problem: string };

/** About ten times what the built-in catalog takes. */
const mostCharacters = 1_000_000;

/**
 * A catalog from a file of the retoucher's. It may name new models and new prices; where keys are sent to stays as it
 * is built in, and Inlay Local stays callable.
 */
export function importCatalog(text: string): ImportedCatalog {
  if (text.length > mostCharacters) return failed('The file is too large for a catalog.');
  const read = readJson(text);
  if (!read.ok) return failed('The file is not JSON.');
  if (hasForeignKeys(read.value, deepest)) return failed('The file holds names that a catalog cannot have.');
  const parsed = catalogSchema.safeParse(read.value);
  if (!parsed.success) return failed(firstIssue(parsed.error));
  const problem = findContradiction(parsed.data);
  return problem === undefined ? { ok: true, catalog: withLocal(parsed.data) } : failed(problem);
}

function failed(problem: string): ImportedCatalog {
  return { ok: false, problem };
}

type Read = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

function readJson(text: string): Read {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}

const deepest = 8;

/** Names that reach behind an object, or more levels than a catalog has. */
function hasForeignKeys(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  return Object.entries(value).some(
    ([key, inner]) => ['__proto__', 'constructor', 'prototype'].includes(key) || hasForeignKeys(inner, levels - 1),
  );
}

function firstIssue({ issues: [issue] }: z.ZodError): string {
  const where = (issue?.path ?? []).map(String).join('.');
  return `${where === '' ? 'The catalog' : where}: ${issue?.message ?? 'it cannot be understood'}.`;
}

function findContradiction({ providers, models }: Catalog): string | undefined {
  const ids = models.map(({ id }) => id.toLowerCase());
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) return `The model “${twice}” stands there twice.`;
  const moved = providers.find((provider) => !isBuiltIn(provider));
  if (moved !== undefined) {
    return `The service “${moved.id}” is not built in, or its addresses differ: those are set in Settings.`;
  }
  return models.map((model) => findFault(model, providers)).find((fault) => fault !== undefined);
}

/** Where a key goes, nobody's file decides. */
function isBuiltIn(provider: Catalog['providers'][number]): boolean {
  const own = builtIn.providers.find(({ id }) => id === provider.id);
  const fixed = ({ key, root, hosts, resultHosts, uploadsThrough }: Catalog['providers'][number]) =>
    JSON.stringify([key, root, hosts, resultHosts, uploadsThrough]);
  return own !== undefined && fixed(own) === fixed(provider);
}

function findFault({ id, provider, takes, price, successor, preset }: ModelSpec, providers: Catalog['providers']) {
  const service = providers.find((one) => one.id === provider);
  if (service === undefined) return `The model “${id}” is served by “${provider}”, which is not in the file.`;
  if (takes === 'document' && provider !== inlayLocal.provider) return `The model “${id}” must take srgb8.`;
  if (price.kind === 'free' && service.key === 'required' && preset === undefined) {
    return `The model “${id}” cannot be free: ${service.label} charges. Give it a price, or unlisted with a limit.`;
  }
  return successor === id ? `The model “${id}” cannot be its own successor.` : undefined;
}

function withLocal(catalog: Catalog): Catalog {
  if (catalog.models.some(({ provider }) => provider === inlayLocal.provider)) return catalog;
  const local = builtIn.providers.filter(
    ({ id }) => id === inlayLocal.provider && !catalog.providers.some((provider) => provider.id === id),
  );
  return { ...catalog, providers: [...local, ...catalog.providers], models: [inlayLocal, ...catalog.models] };
}
