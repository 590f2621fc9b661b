import { layerName, scaleOf } from '../../../src/edit/layerName';
import { editRequest } from '../../../src/edit/operations';
import { planEdit } from '../../../src/edit/plan';
import { isReframed, type Told } from '../../../src/edit/variant';
import { local } from '../../../src/providers/local';

function made(scale: number) {
  const request = editRequest.parse({ operation: 'outpaint', growth: { kind: 'aspect', across: 1, down: 1 }, seed: 1 });
  const planned = planEdit(request, { size: { width: 800, height: 600 } }, [local]);
  if (!planned.ok) throw planned.refusal;
  const { source } = planned.plan.fit;
  const came = { width: Math.round(source.width * scale), height: Math.round(source.height * scale) };
  const told: Told = { prompt: '', asked: source, came, dollars: undefined, requestId: undefined };
  return { plan: planned.plan, told };
}

describe('the name of a layer', () => {
  it.each([
    [1, 'native'],
    [1.5, 'native'],
    [0.999, 'native'],
    [0.62, '0.62×'],
  ])('says the scale of an answer that comes at %p of the size: %s', (scale, label) => {
    expect(layerName(made(scale))).toBe(`Outpaint · Inlay Local · ${label}`);
  });

  it('never says more than what was sent', () => {
    expect(scaleOf(made(3))).toBe(1);
  });
});

describe('a variant', () => {
  it.each(['over', 'fits'] as const)('is reframed where its framing is over the limit: %s', (verdict) => {
    const limit = { kind: 'at-least', value: 50 } as const;
    expect(isReframed({ findings: [{ check: 'framing', value: 20, unit: 'percent', limit, verdict }] })).toBe(
      verdict === 'over',
    );
  });
});
