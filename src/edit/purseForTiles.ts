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
  const settle = (spent: readonly Payment[]) => {
    payments.push(...spent);
    return Promise.resolve();
  };
  return {
    purse: { reserve: () => Promise.resolve({ settle }) },
    settle: () => reserved.settle(payments),
  };
}
