import { routeWords } from '../../../src/app/routeWords';
import {
  emptyHistory,
  type Happening,
  type History,
  historySchema,
  keepRate,
  remember,
  type Subject,
  tallyOf,
} from '../../../src/routing/learn';
import type { Policy } from '../../../src/routing/policy';
import { route } from '../../../src/routing/route';
import { aNeed, anOffer } from '../../support/aNeed';

const flux: Subject = { operation: 'instruct', pattern: 'wardrobe', family: 'flux-2-pro' };
const banana: Subject = { ...flux, family: 'nano-banana-2.1' };

function after(...events: readonly (readonly [Subject, Happening, number])[]): History {
  return events.reduce(
    (history, [about, happening, times]) =>
      Array.from({ length: times }).reduce<History>((so) => remember(so, about, happening), history),
    emptyHistory,
  );
}

const need = aNeed({ operation: 'instruct', prompt: 'Change the coat to red wool' });
const routed = (history: History, policy: Policy = { kind: 'best' }) => {
  const answer = route(need, anOffer('bfl', 'gemini'), policy, history);
  if (!answer.ok) throw answer.refusal;
  return {
    family: answer.route.model.spec.family,
    reason: routeWords.reason(answer.route.reason),
    brief: routeWords.brief(answer.route.brief),
  };
};

describe('what is remembered', () => {
  test('is counted per operation, kind of wish and model', () => {
    const history = after([flux, 'kept', 2], [flux, 'discarded', 1], [banana, 'redone', 1], [flux, 'flagged', 1]);
    expect(tallyOf(history, flux)).toEqual({ ...flux, kept: 2, discarded: 1, redone: 0, flagged: 1 });
    expect(tallyOf(history, banana)).toMatchObject({ kept: 0, redone: 1 });
    expect(tallyOf(history, { ...flux, pattern: 'hands' })).toMatchObject({ kept: 0, discarded: 0 });
    expect(tallyOf(history, { ...flux, operation: 'inpaint' })).toMatchObject({ kept: 0, discarded: 0 });
  });

  test('is a plain value that a file can hold', () => {
    const history = after([flux, 'kept', 2]);
    expect(historySchema.parse(JSON.parse(JSON.stringify(history)))).toEqual(history);
    expect(historySchema.safeParse([{ ...history[0], kept: -1 }]).success).toBe(false);
  });
});

describe('the keep rate', () => {
  test('begins with what the table says', () => {
    expect(keepRate(5, tallyOf([], flux))).toBeCloseTo(0.6);
    expect(keepRate(4, tallyOf([], flux))).toBeCloseTo(0.5);
  });

  test('moves with the results, the table counting as eight of them', () => {
    const history = after([flux, 'kept', 9], [flux, 'discarded', 1], [flux, 'redone', 1]);
    expect(keepRate(4, tallyOf(history, flux))).toBeCloseTo((8 * 0.5 + 9) / (8 + 11));
  });

  test('counts an answer that a check found fault with as half a lost one', () => {
    expect(keepRate(4, { ...tallyOf([], flux), kept: 2, flagged: 2 })).toBeCloseTo((4 + 2) / (8 + 2 + 1));
  });
});

describe('a preference', () => {
  test('is not seen in nothing', () => {
    expect(routed(emptyHistory).family).toBe('nano-banana-2.1');
  });

  test('is a clear lead, and the reason says so', () => {
    const history = after([flux, 'kept', 9], [flux, 'discarded', 2]);
    expect(routed(history)).toEqual({
      family: 'flux-2-pro',
      reason: 'You kept 9 of 11 of these for wardrobe changes.',
      brief: 'You kept 9/11',
    });
  });

  // by the table 4 against 5, so 0.5 against 0.6; it takes 6 results together and a lead of 0.05
  test.each([
    ['too few results', 5, 0, 'nano-banana-2.1'],
    ['just enough, all kept', 6, 0, 'flux-2-pro'],
    ['not clear enough', 5, 1, 'nano-banana-2.1'],
    ['clear enough over more results', 8, 2, 'flux-2-pro'],
    ['mostly discarded', 2, 8, 'nano-banana-2.1'],
  ])('of the other model: %s (%d kept, %d discarded)', (_what, kept, discarded, family) => {
    expect(routed(after([flux, 'kept', kept], [flux, 'discarded', discarded])).family).toBe(family);
  });

  test('against the table’s choice moves the route too, and the reason says whose results they were', () => {
    expect(routed(after([banana, 'discarded', 5])).family).toBe('nano-banana-2.1');
    const moved = routed(after([banana, 'discarded', 4], [banana, 'redone', 2]));
    expect(moved.family).not.toBe('nano-banana-2.1');
    expect(moved.reason).toBe('You kept 0 of 6 by Nano Banana 2.1 for wardrobe changes.');
  });

  test('stays with its kind of wish', () => {
    const history = after([{ ...flux, pattern: 'hands' }, 'kept', 20]);
    expect(routed(history).family).toBe('nano-banana-2.1');
  });

  test.each<Policy>([
    { kind: 'model', model: 'nano-banana-2.1' },
    { kind: 'provider', provider: 'gemini' },
    { kind: 'cheapest' },
    { kind: 'fastest' },
  ])('never overrides %j', (policy) => {
    expect(routed(after([flux, 'kept', 30]), policy)).toEqual(routed(emptyHistory, policy));
  });
});
