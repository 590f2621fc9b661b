import { dryRun } from './dryRun';
import { edit } from './edit';
import { type EditOptions, isDryRun, parseDryRun, parseEditOptions, usage } from './editOptions';
import { reasonForPerson } from './reasonForPerson';
import { misnamed } from './results';
import { UserError } from './userError';

process.on('SIGINT', () => fail(new UserError('Cancelled; nothing was written.'), 130));
process.on('SIGTERM', () => fail(new UserError('Cancelled; nothing was written.'), 143));
process.on('uncaughtException', (error) => fail(error, 1));
process.on('unhandledRejection', (error) => fail(error, 1));

void main(process.argv.slice(2));

async function main([command, ...args]: readonly string[]): Promise<void> {
  try {
    if (command !== 'edit') throw new UserError(`There is no command “${command ?? ''}”. Use: ${usage}`);
    const from = process.env['INIT_CWD'] ?? process.cwd();
    if (isDryRun(args)) console.log(await dryRun(parseDryRun(args, from, process.env)));
    else await editAndTell(parseEditOptions(args, from, process.env));
    process.exit(0);
  } catch (error) {
    fail(error, 1);
  }
}

/** Says nothing where all is as asked for. */
async function editAndTell(options: EditOptions): Promise<void> {
  const { format } = await edit(options);
  const remark = misnamed(options.out, format);
  if (remark !== undefined) process.stderr.write(`${remark}\n`);
}

function fail(error: unknown, code: number): never {
  process.stderr.write(`${reasonForPerson(error)}\n`);
  process.exit(code);
}
