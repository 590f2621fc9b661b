import { edit } from './edit';
import { parseEditOptions, usage } from './editOptions';
import { UserError } from './userError';

void main(process.argv.slice(2));

async function main([command, ...args]: readonly string[]): Promise<void> {
  try {
    if (command !== 'edit')
      throw new UserError(`There is no command “${command ?? ''}”. Use: ${usage.replace(/\s+/g, ' ')}`);
    await edit(parseEditOptions(args, process.env['INIT_CWD'] ?? process.cwd()));
    process.exit(0);
  } catch (error) {
    console.error(
      error instanceof UserError ? error.message : `Something is wrong with the command itself: ${String(error)}`,
    );
    process.exit(1);
  }
}
