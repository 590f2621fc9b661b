/** Bad news for whoever called the command: one line, no stack. */
export class UserError extends Error {
  override readonly name = 'UserError';
}
