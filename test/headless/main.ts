import { dryRun } from './dryRun';
import { edit } from './edit';
import { isDryRun, parseDryRun, parseEditOptions, usage } from './editOptions';
import { reasonForPerson } from './reasonForPerson';
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
    else await edit(parseEditOptions(args, from, process.env));
    process.exit(0);
  } catch (error) {
    fail(error, 1);
  }
}

function fail(error: unknown, code: number): never {
  process.stderr.write(`${reasonForPerson(error)}\n`);
  process.exit(code);
}
