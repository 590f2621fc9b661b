/** Runs a command of the build; bad news is one line on standard error and a non-zero exit code. */
export function runCommand(command: () => void): void {
  try {
    command();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
