import type { DocumentState } from '../model/state';
import type { Rule } from '../modules/rules';
import { aPhotoshop } from '../modules/support/builders';
import { type SwitchName, type Switches, switchValues } from '../modules/switches';
import type { Proof, Proofs } from './row';

export type Stand = ReturnType<typeof aPhotoshop>;

interface Refusal {
  /** A piece of the platform's words. */
  readonly answer?: string;
  /** The class of the error. */
  readonly name?: string;
  readonly state?: DocumentState;
}

/** A call in a modal scope breaks one rule and no other, is answered by an error, and changes nothing. */
export function refused(
  rule: Rule,
  call: (stand: Stand) => unknown,
  { answer = '', name, state }: Refusal = {},
): Proof {
  return async () => {
    const stand = aPhotoshop({}, state);
    const before = stand.control.state(stand.documentID);
    const error = await stand.modal(() => call(stand)).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ message: expect.stringContaining(answer) as string, ...(name && { name }) });
    expect(stand.rulesBroken()).toEqual([rule]);
    expect(stand.control.state(stand.documentID)).toBe(before);
  };
}

/** One proof for every value of a habit. */
export function forEvery<Name extends SwitchName>(name: Name, prove: (value: Switches[Name]) => unknown): Proofs {
  const values = switchValues[name] as readonly unknown[] as readonly Switches[Name][];
  return Object.fromEntries(values.map((value) => [`${name}: ${value}`, () => prove(value)]));
}

/** Lets everything else have its turn. */
export function later(milliseconds = 5): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** What became of a promise. */
export function outcomeOf(promise: Promise<unknown>): Promise<'resolved' | 'rejected'> {
  return promise.then(
    () => 'resolved',
    () => 'rejected',
  );
}
