import { readOptions } from '../arguments';
import { freeCall, writeCall, writeNow } from '../calls';
import { platformError, userCancelled } from '../errors';
import { demand } from '../rules';
import type { Session } from '../session';
import { CommandError } from './commandError';
import { handlers, type Command } from './commands';
import { demandPlaceable } from './placeable';

type Descriptor = Readonly<Record<string, unknown>>;

const allowed = [
  'synchronousExecution', 'continueOnError', 'immediateRedraw', 'propagateErrorToDefaultHandler', 'modalBehavior',
  'dialogOptions', 'commandEnablement', 'useMultiGet', 'suppressPlayLevelIncrease',
]; // prettier-ignore

/** Plays descriptors in their order. What Photoshop cannot do is answered by an error descriptor in its place. */
export async function batchPlay(
  session: Session,
  given: unknown,
  options: unknown = {},
): Promise<readonly Descriptor[]> {
  const commands = readCommands(session, given);
  const goesOn = readOptions(session.book, 'batchPlay', options, allowed)['continueOnError'] === true;
  const { ownership } = session.modal;
  if (ownership.hasDialog && session.switches.dialogBatchPlay === 'waits') await ownership.released();
  for (const command of commands) if (command['_obj'] === 'placeEvent') await demandPlaceable(session, command);
  const written = commands.find(isWrite);
  if (written) return writeCall(session, String(written['_obj']), () => play(session, commands, goesOn));
  return freeCall(session, 'batchPlay', () => {
    if (session.modal.scope?.cancelled) throw userCancelled();
    return play(session, commands, goesOn);
  });
}

export function batchPlaySync(session: Session, given: unknown, options: unknown = {}): readonly Descriptor[] {
  const commands = readCommands(session, given);
  const goesOn = readOptions(session.book, 'batchPlaySync', options, allowed)['continueOnError'] === true;
  const written = commands.find(isWrite);
  if (written) return writeNow(session, String(written['_obj']), () => play(session, commands, goesOn));
  return play(session, commands, goesOn);
}

function isWrite({ _obj: name }: Command): boolean {
  return name !== 'get' && name !== 'multiGet';
}

function readCommands({ book }: Session, given: unknown): readonly Command[] {
  const answer = platformError(`Argument 1 has an invalid type. Expected type: array actual type: ${typeof given}`);
  demand(book, 'action.array', Array.isArray(given), `batchPlay of a ${typeof given}`, answer);
  return given as readonly Command[];
}

function play(session: Session, commands: readonly Command[], goesOn: boolean): readonly Descriptor[] {
  const results: Descriptor[] = [];
  for (const command of commands) {
    const result = playOne(session, command);
    results.push(result);
    if (result['_obj'] === 'error' && !goesOn) break;
  }
  return results;
}

function playOne(session: Session, command: Command): Descriptor {
  const name = String(command?.['_obj']);
  demand(session.book, 'action.command', Object.hasOwn(handlers, name), `descriptor ${JSON.stringify(command)}`);
  try {
    return handlers[name](session, command);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return { _obj: 'error', message: error.message, result: error.result };
  }
}
