import type { ErrorCode, InlayError } from './errors';

/**
 * Whether a call that ended in this error may have been paid for. `not`: the connection never opened, or the service
 * itself said no; a second call is safe. `uncertain`: the call had left and no readable answer came; a second one needs
 * the retoucher's consent. `charged`: the service did its work and says so.
 */
export type Charge = 'not' | 'uncertain' | 'charged';

const charges: Partial<Record<ErrorCode, Charge>> = {
  'model.no-image': 'charged',
  'model.refused-output': 'charged',
  'model.uncertain': 'uncertain',
  'model.failed': 'uncertain',
  'model.unusable-answer': 'charged',
};

export function chargeOf({ code, details }: InlayError): Charge {
  return charges[code] ?? ('requestId' in details ? 'uncertain' : 'not');
}
