/** An error of the platform, with the number that Photoshop gives where it gives one. */
export function platformError(message: string, number?: number): Error {
  return number === undefined ? new Error(message) : Object.assign(new Error(message), { number });
}

export const outsideScope = 'The requested functionality is only allowed from inside a modal scope.';

/** The text with which Photoshop refuses a change outside a scope. */
export function mayModify(event: string): string {
  return `Event: ${event} may modify the state of Photoshop. Such events are only allowed from inside a modal scope.`;
}

export const cancelledNumber = -128;
export const busyNumber = 9;

export function userCancelled(): Error {
  return platformError('User cancelled the operation', cancelledNumber);
}
