import { catalog } from '../../../src/routing/catalog';
import { catalogSchema } from '../../../src/routing/catalogSchema';
import { importCatalog } from '../../../src/routing/importCatalog';
import type { Catalog, ModelSpec } from '../../../src/routing/model';
import { operationIds } from '../../../src/routing/operationIds';

describe('the built-in catalog', () => {
  test('has the shape that an imported one must have', () => {
    expect(catalogSchema.parse(catalog)).toEqual(catalog);
    expect(importCatalog(JSON.stringify(catalog))).toEqual({ ok: true, catalog });
  });

  test('has several models for every operation', () => {
    for (const operation of operationIds) {
      expect(catalog.models.filter(({ operations }) => operations.includes(operation)).length).toBeGreaterThan(4);
    }
  });

  test('gives every strong point in at most four words', () => {
    for (const { strongPoint } of catalog.models) expect(strongPoint.split(' ').length).toBeLessThanOrEqual(4);
  });

  test('names successors that exist and are not gone', () => {
    for (const { successor } of catalog.models) {
      if (successor === undefined) continue;
      expect(catalog.models.find(({ id }) => id === successor)).toMatchObject({ id: successor });
    }
  });

  test('gives one provider no alias twice', () => {
    for (const { id } of catalog.providers) {
      const names = catalog.models.filter(({ provider }) => provider === id).flatMap(({ aliases }) => aliases);
      expect(names).toEqual([...new Set(names)]);
    }
  });

  test.each([
    ...['flux-2-pro', 'flux-2-max', 'flux-2-flex', 'flux-2-klein-4b', 'flux-2-klein-9b', 'flux-pro-1.0-fill'],
    ...['flux-tools/erase-v1', 'flux-tools/outpainting-v1', 'gemini-2.5-flash-image', 'gemini-3.1-flash-image'],
    ...['gemini-3-pro-image', 'gemini-nano-banana-2.1', 'fal-ai/nano-banana/edit', 'fal-ai/nano-banana-2/edit'],
    ...['fal-ai/nano-banana-pro/edit', 'fal-ai/flux-2/edit', 'fal-ai/flux-2-pro/edit', 'fal-ai/flux-2-max/edit'],
    ...['fal-ai/flux-2-flex/edit', 'fal-ai/flux-2/klein/9b/edit', 'fal-ai/flux-pro/v1/fill'],
    ...['black-forest-labs/flux-2-pro', 'google/nano-banana', 'black-forest-labs/flux-fill-pro', 'gpt-image-1.5'],
    ...['sd-server', 'vllm-omni', 'sglang', 'localai', 'comfyui-flux-2-edit', 'comfyui-flux-2-masked'],
    ...['comfyui-flux-fill', 'comfyui-qwen-edit', 'a1111-inpaint', 'versely-nano-banana-edit', 'inlay-local'],
  ])('has %s', (id) => {
    expect(catalog.models.some((model) => model.id === id)).toBe(true);
  });
});

describe('a catalog file', () => {
  const [local, first, ...rest] = catalog.models;
  if (local === undefined || first === undefined) throw new Error('The catalog is empty.');
  const file = (change: Partial<Catalog>) => JSON.stringify({ ...catalog, ...change });
  const model = (change: Partial<ModelSpec>) => file({ models: [local, { ...first, ...change }] });

  test('may bring a model that no release knows', () => {
    const added = { ...first, id: 'flux-3-pro', wireId: 'flux-3-pro', family: 'flux-3-pro', aliases: [] };
    const imported = importCatalog(file({ models: [local, first, added, ...rest] }));
    expect(imported).toMatchObject({ ok: true });
    expect(imported.ok && imported.catalog.models.some(({ id }) => id === 'flux-3-pro')).toBe(true);
  });

  test('keeps Inlay Local callable, even where it leaves it out', () => {
    const imported = importCatalog(file({ providers: catalog.providers.slice(1), models: [first] }));
    expect(imported.ok && imported.catalog.models.map(({ id }) => id)).toEqual(['inlay-local', first.id]);
    expect(imported.ok && imported.catalog.providers.map(({ id }) => id)).toContain('local');
  });

  test.each([
    ['is not JSON', 'models: []', /not JSON/],
    ['is too large', ' '.repeat(1_000_001), /too large/],
    ['is no catalog', '[]', /^The catalog: /],
    ['is empty', '{}', /^version: /],
    ['has no model', file({ models: [] }), /^models: /],
    ['has a field that nobody knows', JSON.stringify({ ...catalog, extra: 1 }), /extra/],
    ['has a strength of 6', JSON.stringify(catalog).replace('"text":3', '"text":6'), /^models\.1\.strengths\.text/],
    ['names a model twice', file({ models: [local, first, { ...first, id: first.id.toUpperCase() }] }), /twice/],
    ['names an unknown service', model({ provider: 'acme' }), /“acme”, which is not in the file/],
    ['sends the document as it is to a service', model({ takes: 'document' }), /must take srgb8/],
    ['makes a service free', model({ price: { kind: 'free' } }), /cannot be free/],
    ['makes a model its own successor', model({ successor: first.id }), /own successor/],
    ['has a negative price', model({ price: { kind: 'unlisted', atMost: -1 } }), /^models\.1\.price\.atMost: /],
    [
      'sends keys elsewhere',
      file({ providers: catalog.providers.map((one) => ({ ...one, root: 'https://acme.example' })) }),
      /addresses differ/,
    ],
    [
      'lets keys go to a further host',
      file({ providers: catalog.providers.map((one) => ({ ...one, hosts: ['acme.example'] })) }),
      /addresses differ/,
    ],
  ])('is refused where it %s', (_what, text, problem) => {
    const imported = importCatalog(text);
    expect(imported).toMatchObject({ ok: false });
    expect(imported.ok ? '' : imported.problem).toMatch(problem);
  });

  test.each(['__proto__', 'constructor', 'prototype'])('cannot reach behind an object by %s', (name) => {
    const text = JSON.stringify(catalog).replace('"1K":0.034', `"1K":0.034,"${name}":{"polluted":1}`);
    expect(importCatalog(text)).toEqual({ ok: false, problem: 'The file holds names that a catalog cannot have.' });
    expect(Object.prototype).not.toHaveProperty('polluted');
  });

  test('is refused where it is nested without end', () => {
    expect(importCatalog('['.repeat(50) + ']'.repeat(50))).toMatchObject({ ok: false });
  });
});
