import { type ImportGraph, findCycles, findUnreached, graphOf, readImportGraph } from './importGraph';
import { layers, objectionToFile, objectionToPackage, packages } from './layers.mjs';

const graph = readImportGraph();

/** Imports that the table forbids, each with its reason. */
function objections(imports: ImportGraph): string[] {
  return [...imports].flatMap(([path, { files, packages: names }]) =>
    [
      ...files.map((file) => objectionToFile(path, file)),
      ...names.map((name) => objectionToPackage(path, name.replace('react/jsx-runtime', 'react'))),
    ]
      .filter((objection) => objection !== undefined)
      .map((objection) => `${path}: ${objection}`),
  );
}

describe('our sources', () => {
  it('import only what the table allows', () => expect(objections(graph)).toEqual([]));

  it('import in no rings', () => expect(findCycles(graph)).toEqual([]));

  it('are all reached from the entry', () => expect(findUnreached(graph, 'index.tsx')).toEqual([]));
});

describe('the table', () => {
  it.each([
    ['image/resize.ts', '../engine/complete', 'pixel code knows nothing of Photoshop'],
    ['routing/route.ts', '../providers/local', 'services stay behind its interface'],
    ['edit/plan.ts', '../host/photoshop/survey', 'an edit speaks to ports'],
    ['panel/Panel.tsx', '../edit/plan', 'shows state and sends intents'],
    ['providers/bfl.ts', '../engine/complete', 'knows no other part'],
    ['host/host.ts', './photoshop/survey', 'not who keeps it'],
    ['host/photoshop/survey.ts', '../../edit/plan', 'knows neither edits nor models'],
    ['base/ids.ts', '../index', 'stands on nothing'],
    ['edit/plan.ts', 'photoshop', 'Photoshop is behind one port'],
    ['app/app.ts', 'react', 'only the panel is made of components'],
    ['app/app.ts', 'lodash', 'not one of the few packages'],
    ['oddments/a.ts', '../base/ids', 'no part of the code'],
  ])('forbids %s to import %s', (from, name, because) => {
    const entry = ['index.tsx', ''] as const;
    const others = [
      'engine/complete.ts',
      'providers/local.ts',
      'host/photoshop/survey.ts',
      'edit/plan.ts',
      'base/ids.ts',
    ];
    const sources = new Map([
      entry,
      ...others.map((path) => [path, ''] as const),
      [from, `import '${name}';`] as const,
    ]);
    expect(objections(graphOf(sources)).join()).toContain(because);
  });

  it('lets the local provider alone have the engine', () => {
    expect(objectionToFile('providers/local.ts', 'engine/complete.ts')).toBeUndefined();
    expect(objectionToFile('providers/other.ts', 'providers/transport.ts')).toBeUndefined();
  });

  it('gives a reason in every row', () => {
    expect([...layers, ...packages].filter(({ because }) => because.length < 10)).toEqual([]);
  });
});

describe('the search for rings and for lost files', () => {
  const sources = new Map([
    ['index.tsx', `import { a } from './a'; import type { T } from './folder';`],
    ['a.ts', `export * from './b';`],
    ['b.ts', `import type { A } from './a';`],
    ['folder/index.ts', ''],
    ['lost.ts', ''],
  ]);

  it('finds a ring, also one of types', () => expect(findCycles(graphOf(sources))).toEqual(['a.ts → b.ts → a.ts']));

  it('finds a file that nothing reaches', () => {
    expect(findUnreached(graphOf(sources), 'index.tsx')).toEqual(['lost.ts']);
  });
});
