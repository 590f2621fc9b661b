import { routeWords } from '../../../src/app/routeWords';
import { policyText, parsePolicy } from '../../../src/routing/policy';
import { route, type Routed } from '../../../src/routing/route';
import { aNeed, anOffer, type NeedWish } from '../../support/aNeed';

const everyKey = ['bfl', 'gemini', 'fal', 'replicate', 'openai', 'comfyui', 'a1111', 'versely'];

function routed(wish: NeedWish, policy = 'best', keys: readonly string[] = everyKey): Routed {
  const parsed = parsePolicy(policy);
  if (parsed === undefined) throw new Error(policy);
  return route(aNeed(wish), anOffer(...keys), parsed, []);
}

/** The chosen model's id, or the refusal's code. */
function choice(...args: Parameters<typeof routed>): string {
  const answer = routed(...args);
  return answer.ok ? answer.route.model.spec.id : answer.refusal.code;
}

describe('what the need asks for', () => {
  test.each<[string, NeedWish, string]>([
    ['an instruction', { operation: 'instruct', prompt: 'a red coat' }, 'gemini-nano-banana-2.1'],
    ['text in the picture', { operation: 'instruct', prompt: 'a sign “OPEN”' }, 'flux-2-max'],
    ['text under a mask', { operation: 'inpaint', prompt: 'a sign “OPEN”' }, 'flux-2-max'],
    ['a change of structure', { operation: 'instruct', prompt: 'move the cup to the left' }, 'flux-2-pro'],
    [
      'an instruction of several wishes',
      { operation: 'instruct', prompt: 'a red coat, a blue scarf, a warmer light and a calm sky' },
      'gemini-nano-banana-2.1',
    ],
    ['one style', { operation: 'style', references: ['style'] }, 'gemini-nano-banana-2.1'],
    ['several styles', { operation: 'style', references: ['style', 'style', 'plain'] }, 'flux-2-pro'],
    ['a product', { operation: 'replace', references: ['product'] }, 'flux-2-pro'],
    [
      'more references than FLUX.2 takes',
      { operation: 'replace', references: Array(10).fill('plain') },
      'gemini-nano-banana-2.1',
    ],
    ['a small hole', { operation: 'remove', area: 90_000 }, 'inlay-local'],
    ['a large hole', { operation: 'remove', area: 2_000_000 }, 'flux-tools/erase-v1'],
    ['a picture from nothing', { operation: 'generate' }, 'flux-2-max'],
    [
      'a picture larger than FLUX.2 takes',
      { operation: 'instruct', crop: { width: 6000, height: 4000 } },
      'gemini-3.1-flash-image',
    ],
  ])('%s', (_what, wish, id) => {
    expect(choice(wish)).toBe(id);
  });

  test('a large hole without any key is still the local engine’s', () => {
    expect(choice({ operation: 'remove', area: 2_000_000 }, 'best', [])).toBe('inlay-local');
  });

  test('a region that has been through many passes weighs against those that show it', () => {
    const others = (passes: number) => {
      const answer = routed({ operation: 'inpaint', passes }, 'best', ['bfl']);
      return answer.ok ? answer.route.fallbacks.map(({ spec }) => spec.id) : [];
    };
    expect(others(0).indexOf('flux-pro-1.0-fill')).toBeLessThan(others(6).indexOf('flux-pro-1.0-fill') + 1);
  });
});

describe('a pin', () => {
  test.each([
    ['an id', 'model:flux-2-max', everyKey, 'flux-2-max'],
    ['an id in capitals', 'model:FLUX-2-Max', everyKey, 'flux-2-max'],
    ['an alias', 'model:nano-banana-pro-preview', everyKey, 'gemini-3-pro-image'],
    ['the name that people use', 'model:Nano Banana 2 Edit', ['versely', 'fal'], 'versely-nano-banana-2-edit'],
    ['a label', 'model:FLUX.2 Pro', everyKey, 'flux-2-pro'],
    ['a name that only another service offers', 'model:nano-banana-pro', ['fal'], 'fal-ai/nano-banana-pro/edit'],
    ['an id whose service has no key', 'model:flux-2-max', ['fal'], 'route.no-key'],
    ['a name that nobody knows', 'model:dream', everyKey, 'route.unknown-model'],
    ['a model that cannot do it', 'model:flux-tools/erase-v1', everyKey, 'route.unfit'],
    ['a server that is not set', 'model:comfyui-flux-2-edit', ['bfl'], 'route.no-address'],
    ['Versely without the storage that it needs', 'model:versely-flux-2-edit', ['versely'], 'route.unfit'],
    ['Versely with it', 'model:versely-flux-2-edit', ['versely', 'fal'], 'versely-flux-2-edit'],
    ['another kind of server than the one set', 'model:sd-server', ['openai'], 'route.unfit'],
    ['a service', 'provider:replicate', everyKey, 'google/nano-banana'],
    ['a service that nobody knows', 'provider:acme', everyKey, 'route.unknown-provider'],
    ['a service without a key', 'provider:replicate', ['bfl'], 'route.no-key'],
    ['a service that cannot do it', 'provider:a1111', everyKey, 'route.unfit'],
  ])('on %s', (_what, policy, keys, expected) => {
    expect(choice({ operation: 'instruct', prompt: 'a red coat' }, policy, keys)).toBe(expected);
  });

  test('on a kind of server says what stands at an address that is set', () => {
    const own = (presets: Readonly<Record<string, string>>, policy: string) => {
      const configured = { keys: ['openai'], endpoints: ['openai'], presets };
      const answer = route(
        aNeed({ operation: 'inpaint' }),
        { ...anOffer(), configured },
        parsePolicy(policy) ?? { kind: 'best' },
        [],
      );
      return answer.ok ? answer.route.model.spec.id : answer.refusal.code;
    };
    expect(own({}, 'model:sd-server')).toBe('sd-server');
    expect(own({}, 'provider:openai')).toBe('gpt-image-1.5');
    expect(own({ openai: 'vllm-omni' }, 'provider:openai')).toBe('vllm-omni');
    expect(own({ openai: 'vllm-omni' }, 'model:sd-server')).toBe('route.unfit');
    expect(own({ openai: 'vllm-omni' }, 'model:gpt-image-2')).toBe('route.unfit');
  });

  test('on Versely needs no storage where no picture goes out', () => {
    expect(choice({ operation: 'generate' }, 'provider:versely', ['versely'])).toBe('versely-nano-banana-2');
  });

  test('is the reason', () => {
    expect(routed({ operation: 'instruct' }, 'model:flux-2-max')).toMatchObject({
      route: { reason: { kind: 'pinned' }, brief: { kind: 'pinned' } },
    });
  });

  test('falls back to the same model at other services only', () => {
    const answer = routed({ operation: 'instruct' }, 'model:flux-2-pro');
    expect(answer.ok && answer.route.fallbacks).toEqual([]);
    const named = routed({ operation: 'instruct' }, 'model:flux-2-edit');
    expect(named.ok && named.route.fallbacks.map(({ spec }) => spec.family)).toEqual(
      Array(named.ok ? named.route.fallbacks.length : 0).fill('flux-2-pro'),
    );
  });

  test('reads back as it was written', () => {
    for (const text of ['best', 'cheapest', 'fastest', 'private', 'provider:fal', 'model:flux-2-max']) {
      expect(policyText(parsePolicy(text) ?? { kind: 'best' })).toBe(text);
    }
    expect(parsePolicy('auto')).toEqual({ kind: 'best' });
    for (const text of ['', 'provider:', 'model:', 'good', 'BEST ']) expect(parsePolicy(text)).toBeUndefined();
  });
});

describe('a limit for the price', () => {
  const boat: NeedWish = { operation: 'inpaint', prompt: 'a sign “OPEN”' };
  const within = (mostDollars: number, policy = 'best') => {
    const answer = routed({ ...boat, mostDollars }, policy, ['bfl']);
    if (!answer.ok) throw answer.refusal;
    const { model, reason, brief, price, fallbacks, others } = answer.route;
    const why = new Map(others.map((other) => [other.id, routeWords.whyNot(other.why)]));
    return { id: model.spec.id, said: routeWords.reason(reason), brief, price: price.dollars, fallbacks, why };
  };

  test('takes the best that costs no more, and the reason says what that cost', () => {
    expect(within(1)).toMatchObject({ id: 'flux-2-max', price: 0.1 });
    const { id, said, brief, price, why } = within(0.05);
    expect(id).toBe('flux-2-pro');
    expect(price).toBeLessThanOrEqual(0.05);
    expect(said).toMatch(/^The best that you can call for at most \$0\.05 .*; FLUX\.2 Max would cost \$0\.10\.$/);
    expect(brief).toEqual({ kind: 'within' });
    expect(why.get('flux-2-max')).toBe('Costs more than your limit: $0.10.');
  });

  test('puts what costs more behind all others, where it is still named', () => {
    const { fallbacks } = within(0.05);
    const prices = fallbacks.map(({ spec }) => within(Infinity, `model:${spec.id}`).price);
    const first = prices.findIndex((dollars) => dollars > 0.05);
    expect(first).toBeGreaterThan(0);
    expect(prices.slice(first).every((dollars) => dollars > 0.05)).toBe(true);
  });

  test('holds for every policy', () => {
    expect(within(0.05, 'fastest').price).toBeLessThanOrEqual(0.05);
    expect(within(0.05, 'provider:bfl').said).toMatch(/that Black Forest Labs offers for at most \$0\.05/);
  });

  test('changes neither a pin nor a choice that keeps to it, nor one where all cost more', () => {
    expect(within(0.01, 'model:flux-2-max')).toMatchObject({ id: 'flux-2-max', said: 'You chose it.' });
    expect(within(0.1)).toEqual(within(Infinity));
    expect(within(0.001)).toEqual(within(Infinity));
  });
});

describe('a model that is gone', () => {
  const coat: NeedWish = { operation: 'instruct', prompt: 'a red coat' };

  test('is never chosen', () => {
    const answer = routed(coat, 'best', ['gemini']);
    const others = answer.ok ? answer.route.others : [];
    const gone = others.find(({ id }) => id === 'gemini-2.5-flash-image');
    expect(gone?.why).toEqual({ kind: 'gone', since: '2026-10-02' });
  });

  test('is the same model at another service, where there is a key', () => {
    expect(choice(coat, 'model:gemini-2.5-flash-image', ['gemini', 'fal'])).toBe('fal-ai/nano-banana/edit');
  });

  test('is its successor otherwise, and the reason says so', () => {
    expect(routed(coat, 'model:gemini-2.5-flash-image', ['gemini'])).toMatchObject({
      route: {
        model: { spec: { id: 'gemini-3.1-flash-image' } },
        reason: { kind: 'replaces', gone: 'Nano Banana', model: 'Nano Banana 2' },
      },
    });
    expect(choice(coat, 'model:nano-banana', ['gemini'])).toBe('gemini-3.1-flash-image');
  });

  test('is told of where nothing can take its place', () => {
    expect(choice(coat, 'model:gemini-2.5-flash-image', ['bfl'])).toBe('model.gone');
  });
});

describe('privacy', () => {
  test('lets only the local engine work, whatever has a key', () => {
    expect(choice({ operation: 'remove', area: 5_000_000 }, 'private')).toBe('inlay-local');
    expect(choice({ operation: 'instruct' }, 'private')).toBe('route.private');
    const answer = routed({ operation: 'remove' }, 'private');
    expect(answer.ok && answer.route.fallbacks).toEqual([]);
  });
});

describe('every model that was not chosen', () => {
  const answer = routed({ operation: 'inpaint', prompt: 'a vase' }, 'best', ['bfl', 'fal']);
  const why = (id: string) => {
    const found = answer.ok ? answer.route.others.find((other) => other.id === id) : undefined;
    return found && routeWords.whyNot(found.why);
  };

  test('says why', () => {
    expect(answer.ok && answer.route.others).toHaveLength(anOffer().models.length - 1);
    expect(why('inlay-local')).toBe('Does not do “inpaint”.');
    expect(why('gemini-3-pro-image')).toBe('There is no key for Google Gemini.');
    expect(why('comfyui-flux-2-masked')).toBe('The address of ComfyUI is not set.');
    expect(why('flux-2-max')).toBe('As good, but costs more: $0.10.');
    expect(why('fal-ai/flux-2-pro/edit')).toBe('As good, but takes longer: about 17 s.');
    expect(why('fal-ai/nano-banana-2/edit')).toBe('3 of 5 at staying exact under a mask, the other 5.');
  });

  test('says it in one sentence each, under every policy', () => {
    for (const policy of ['best', 'cheapest', 'fastest', 'private', 'provider:fal', 'model:inlay-local']) {
      const told = routed({ operation: 'remove', references: [] }, policy);
      if (!told.ok) throw told.refusal;
      const { reason, brief, others } = told.route;
      const lines = [routeWords.reason(reason), ...others.map(({ why: data }) => routeWords.whyNot(data))];
      expect(routeWords.brief(brief).split(' ').length).toBeLessThanOrEqual(4);
      for (const line of lines) {
        expect(line).toMatch(/^[A-Z0-9].*\.$/);
        expect(line).not.toMatch(/undefined|NaN/);
      }
    }
  });

  test('is gone through in the order of the policy when the choice cannot answer', () => {
    const ids = answer.ok ? answer.route.fallbacks.map(({ spec }) => spec.id) : [];
    expect(ids.slice(0, 3)).toEqual(['fal-ai/flux-2-pro/edit', 'flux-2-max', 'fal-ai/flux-2-max/edit']);
    expect(ids).not.toContain('gemini-3-pro-image');
  });
});

describe('the choice', () => {
  test('is the same for the same need', () => {
    const wish: NeedWish = { operation: 'replace', references: ['product'] };
    expect(JSON.stringify(routed(wish))).toBe(JSON.stringify(routed(wish)));
  });

  test.each([
    ['cheapest', 'flux-2-klein-4b'],
    ['fastest', 'flux-2-klein-4b'],
  ])('by the policy %s takes what does it well enough', (policy, id) => {
    expect(choice({ operation: 'instruct' }, policy, ['bfl', 'gemini', 'fal'])).toBe(id);
  });

  test('never takes for its price what can hardly do it', () => {
    expect(choice({ operation: 'inpaint', prompt: 'a sign “OPEN”' }, 'cheapest', ['bfl'])).not.toBe('flux-2-klein-4b');
  });
});
