import { type RouteRow, routeTable } from '../support/routeTable';
import { keySets, pictures, type Wish, wishes } from '../support/routeWishes';
import { dryRun } from './dryRun';
import { parseDryRun } from './editOptions';
import { reasonForPerson } from './reasonForPerson';
import { type Bench, createBench, noiseDocument, psdOf } from './testBench';

const { size, selection } = pictures.small;
let bench: Bench;
let document: string;

beforeAll(() => {
  bench = createBench();
  document = bench.put('in.psd', psdOf(noiseDocument(size.width, size.height)));
});

afterAll(() => {
  bench.remove();
});

/** The wish of the table, as the command line says it. */
function argumentsFor({ operation, policy, keys }: RouteRow): string[] {
  const { selects, fields } = wishes[operation];
  const { left, top, right, bottom } = selection?.bounds ?? { left: 0, top: 0, right: 1, bottom: 1 };
  return [
    ...['--dry-run', '--document', document, '--operation', operation, '--policy', policy, ...wordsFor(fields)],
    ...(selects ? ['--selection', [left, top, right, bottom].join()] : []),
    ...keySets[keys].flatMap((name) => ['--key', `${name}=secret`]),
  ];
}

function wordsFor({ prompt, growth, references = [] }: Wish['fields']): string[] {
  return [
    ...(prompt === undefined ? [] : ['--prompt', prompt]),
    ...(growth === undefined ? [] : ['--aspect', `${growth.across}:${growth.down}`]),
    ...references.flatMap(({ from, role }) => ['--reference', `layer:${from.name}:${role}`]),
  ];
}

async function run(args: readonly string[]): Promise<object> {
  try {
    return JSON.parse(await dryRun(parseDryRun(args, bench.folder))) as object;
  } catch (error) {
    return { reason: reasonForPerson(error) };
  }
}

/** The whole table is counted through without the bundle; here each operation with every set of keys. */
const rows = routeTable.filter(({ policy, picture }) => picture === 'small' && policy === 'best');

describe('a dry run of the built plugin', () => {
  it.each(rows)('$operation with keys for $keys → $model', async (row) => {
    const told = await run(argumentsFor(row));
    if (row.model === '–') {
      expect(told).toEqual({ reason: expect.stringContaining(row.reason) as string });
      return;
    }
    const { model, reason, price, scale } = row;
    expect(told).toMatchObject({ outcome: 'planned', route: { model, reason, price, scale } });
    expect(JSON.stringify(told)).not.toContain('secret');
  });

  it('says where a limit would not let the edit through', async () => {
    const args = ['--dry-run', '--document', document, '--operation', 'instruct', '--prompt', 'make it night'];
    const route = ['--model', 'flux-2-pro', '--key', 'bfl=secret'];
    const limit = /^This would cost \$0\.\d+, your limit per call is \$0\.01\. Nothing was sent/;
    expect(await run([...args, ...route, '--max-price', '0.01'])).toMatchObject({
      outcome: 'planned',
      objection: expect.stringMatching(limit) as string,
    });
    expect(await run([...args, ...route, '--max-price', '1'])).not.toHaveProperty('objection');
  });
});
