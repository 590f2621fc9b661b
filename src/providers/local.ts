import { assert } from '../base/assert';
import { runSliced } from '../base/slices';
import { complete } from '../engine/complete';
import { inlayLocal } from '../routing/catalog';
import type { EditModel } from '../routing/model';

/** Our own engine, offered as a model: no key, no network, no price. */
export const local: EditModel = {
  spec: inlayLocal,
  async edit({ source, mask, seed }, context) {
    assert(source !== undefined && mask !== undefined, 'a picture and a mask');
    const image = await runSliced(complete(source, mask, seed), context);
    return { images: [image], warnings: [] };
  },
};
