import { fit } from '../../src/edit/fit';
import { rectOf, type Size } from '../../src/image/rect';
import { nothingConfigured } from '../../src/routing/access';
import type { Callable, Offered } from '../../src/routing/candidate';
import { catalog } from '../../src/routing/catalog';
import type { OperationId, ReferenceRole } from '../../src/routing/model';
import { type Need, needOf } from '../../src/routing/need';

export interface NeedWish {
  readonly operation: OperationId;
  readonly prompt?: string;
  /** The crop, in document pixels. */
  readonly crop?: Size;
  readonly area?: number;
  readonly references?: readonly ReferenceRole[];
  readonly passes?: number;
  readonly variants?: number;
  readonly mostDollars?: number;
}

/** A need as a plan would have it: a crop of one megapixel, references of one megapixel each. */
export function aNeed({ operation, prompt = '', crop = megapixel, ...more }: NeedWish): Need {
  const references = more.references ?? [];
  const sizedFor: Need['sizedFor'] = (spec) => {
    const { asked, source, scale } = fit(rectOf(crop), rectOf(crop), spec.size);
    const sources = operation === 'generate' ? [] : [source];
    return { size: asked, scale, pictures: [...sources, ...references.map(() => megapixel)], tiles: 1 };
  };
  const { area = 40_000, passes = 0, variants = 1, mostDollars = Infinity } = more;
  return needOf({ operation, mask: 'soft', area, references, passes, variants, mostDollars, sizedFor }, prompt);
}

const megapixel = { width: 1024, height: 1024 };

/** The whole catalog, with keys for some. */
export function anOffer(...keys: readonly string[]): Offered<Callable> {
  return {
    models: catalog.models.map((spec) => ({ spec })),
    providers: catalog.providers,
    configured: { ...nothingConfigured, keys },
    today: '2026-11-24',
  };
}
