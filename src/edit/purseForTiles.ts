import type { EditPlan } from './plan';
import type { Payment, Purse } from './purse';

/** One sum that several calls are paid from. */
export interface SharedPurse {
  /** For each of the calls. */
  readonly purse: Purse;
  /** Tells what was spent in the end. Throws where the account cannot be kept. */
  readonly settle: () => Promise<void>;
}

/** Sets the price of all tiles aside before the first is asked for. Throws `route.over-cap`. */
export async function purseForTiles({ route, request }: EditPlan, purse: Purse): Promise<SharedPurse> {
  const reserved = await purse.reserve(route.price.dollars, request.maxDollars);
  const payments: Payment[] = [];
  const settle = (payment: Payment) => {
    payments.push(payment);
    return Promise.resolve();
  };
  return {
    purse: { reserve: () => Promise.resolve({ settle }) },
    settle: async () => {
      const { provider, id: model } = route.model.spec;
      const sums = sumsOf(payments);
      // nothing spent is told as well: the sum is no longer set aside
      const told = sums.length === 0 ? [{ provider, model, dollars: 0, basis: 'listed' as const }] : sums;
      for (const sum of told) await reserved.settle(sum);
    },
  };
}

/** One for each way of knowing it. */
function sumsOf(payments: readonly Payment[]): readonly Payment[] {
  return (['said', 'listed', 'possible'] as const).flatMap((basis) => {
    const alike = payments.filter((payment) => payment.basis === basis && payment.dollars > 0);
    const [first] = alike;
    if (first === undefined) return [];
    const ids = alike.flatMap(({ requestId }) => (requestId === undefined ? [] : [requestId]));
    const dollars = Math.round(alike.reduce((sum, payment) => sum + payment.dollars, 0) * 1e6) / 1e6;
    return [{ ...first, dollars, requestId: ids.length === 0 ? undefined : ids.join(', ') }];
  });
}
