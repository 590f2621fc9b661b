/** There is no honest picture: something visible cannot be drawn, and no stored composite stands in for it. */
export class CannotDraw extends Error {
  override readonly name = 'CannotDraw';

  constructor(readonly what: readonly string[]) {
    super(`The picture of this document cannot be drawn here, because of ${listed(what)}.`);
  }
}

/** `a, b and c`; long lists are cut short. */
export function listed(what: readonly string[]): string {
  const shown = what.slice(0, 4);
  const rest = what.length - shown.length;
  const all = rest > 0 ? [...shown, `${rest} more`] : shown;
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`;
}
