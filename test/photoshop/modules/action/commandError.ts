/** What Photoshop cannot do: it answers with an error descriptor instead of rejecting. */
export class CommandError extends Error {
  constructor(
    message: string,
    readonly result: number,
  ) {
    super(message);
  }
}

export function notAvailable(object: string): CommandError {
  return new CommandError(`The object “${object}” is not currently available.`, -25922);
}

export function commandNotAvailable(command: string): CommandError {
  return new CommandError(`The command “${command}” is not currently available.`, -25920);
}
