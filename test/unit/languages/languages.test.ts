import { explain } from '../../../src/app/explain';
import { priceInWords, scaleInWords } from '../../../src/app/labels';
import { verdictOf } from '../../../src/app/verdict';
import { InlayError, type Unfit } from '../../../src/base/errors';
import { judge } from '../../../src/edit/check';
import { checks } from '../../../src/edit/checks';
import { languages, speak } from '../../../src/languages';
import * as panel from '../../../src/panel/strings';
import { emptyHistory } from '../../../src/routing/learn';
import { parsePolicy } from '../../../src/routing/policy';
import { route } from '../../../src/routing/route';
import { aNeed, anOffer } from '../../support/aNeed';

const unfit: Unfit = { kind: 'references', most: 0 };
const role: 'style' | 'any' = 'style';
const cap: 'call' | 'day' | 'client' = 'client';
const details = {
  ...{ role, cap, title: 'hero.psd', layer: 'Bottle', mode: 'Duotone', holder: 'the plugin', doing: 'read', pixels: 1 },
  ...{ width: 9, height: 9, problem: 'seed: too large.', model: 'dream', operation: 'remove', step: 'call' },
  ...{ reference: 'Bottle', provider: 'Acme', dollars: 2, limit: 1, says: 'too large', reasons: ['violence'] },
  ...{ host: 'acme.example', remedy: 'Start it anew.', why: unfit, obstacle: 'much' as const },
  before: new InlayError('model.down', { provider: 'Acme' }),
  price: { dollars: 0.2, certainty: 'listed' } as const,
};

afterEach(() => {
  speak('en_US');
});

describe.each([...languages])('%s', (code, { panel: words, explanations, verdict, routes }) => {
  it('has every word of the panel, and none that is empty', () => {
    expect(shapeOf(words)).toEqual(shapeOf(panel.english));
    expect(textsIn(words).filter((text) => text.trim() === '')).toEqual([]);
  });

  it.each(Object.entries(explanations))('says what happened and what to do: %s', (_error, say) => {
    const { title, remedy } = say(details);
    for (const line of [title, remedy]) {
      expect(line).not.toMatch(/undefined|null|NaN|(host|edit|route|model|net)\.\w|!/);
      expect(line.length).toBeGreaterThan(5);
    }
    expect(title).not.toMatch(/\.$/);
    expect(remedy).toMatch(/\.$/);
  });

  it('repeats what a service says, and names operations as the panel does', () => {
    expect(explanations['model.failed'](details).remedy).toContain('too large');
    if (code === 'en') return;
    for (const error of ['route.no-model', 'route.private'] as const) {
      expect(explanations[error](details).title).toContain(words.operations.remove);
    }
  });

  it('says of every model in one sentence why it was or was not chosen', () => {
    for (const policy of ['best', 'cheapest', 'fastest', 'private', 'provider:bfl', 'model:inlay-local']) {
      const { reason, brief, others } = routeFor(policy);
      const lines = [routes.reason(reason), ...others.map(({ why }) => routes.whyNot(why))];
      for (const line of lines) expect(line).toMatch(/^[A-ZÄÖÜ0-9„].*\.$/);
      expect(lines.join(' ')).not.toMatch(/undefined|NaN/);
      expect(routes.brief(brief).split(' ').length).toBeLessThanOrEqual(4);
    }
  });

  it('has a label and a sentence for every check', () => {
    const ids = checks.map(({ id }) => id).sort();
    expect(Object.keys(verdict.labels).sort()).toEqual(ids);
    for (const said of [verdict.fine, verdict.poor]) expect(Object.keys(said).sort()).toEqual(ids);
  });
});

it('German is German', () => {
  const german = textsIn(languages.get('de')?.panel ?? {});
  const same = textsIn(panel.english).filter((text, i) => text === german[i]);
  expect(same.filter((text) => /[a-z]{3}/i.test(text))).toEqual(['Inlay']);
});

it('everything is said in the language that was chosen, and in English where that one is not known', () => {
  const [seam] = checks.filter(({ id }) => id === 'seam');
  const all = () => [
    panel.strings.run,
    explain(new InlayError('edit.no-selection', {})).title,
    verdictOf([judge(seam, 1.42)]).sentence,
    priceInWords({ dollars: 0.04, certainty: 'estimate' }),
    scaleInWords(0.5),
  ];
  const inEnglish = all();
  speak('de_AT');
  expect(all()).toEqual([
    'Starten',
    'Nichts ist ausgewählt',
    'Ansehen: die Kante ist 42 % härter als ihre Umgebung; mehr als 15 % sieht man.',
    'etwa 0,04 $',
    '0,50×',
  ]);
  speak('xx_XX');
  expect(all()).toEqual(inEnglish);
});

/** Names and kinds of all that a table holds. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]));
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function routeFor(policy: string) {
  const answer = route(
    aNeed({ operation: 'remove' }),
    anOffer('bfl'),
    parsePolicy(policy) ?? { kind: 'best' },
    emptyHistory,
  );
  if (!answer.ok) throw answer.refusal;
  return answer.route;
}
