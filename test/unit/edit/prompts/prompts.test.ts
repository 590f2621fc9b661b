import { composePrompt, type Edits } from '../../../../src/edit/prompts/composePrompt';
import { gradeRestatement } from '../../../../src/edit/prompts/gradeRestatement';
import { hands } from '../../../../src/edit/prompts/hands';
import { keepRest } from '../../../../src/edit/prompts/keepRest';
import { lightDirection } from '../../../../src/edit/prompts/lightDirection';
import { maskConvention } from '../../../../src/edit/prompts/maskConvention';
import { numbering, renumbered } from '../../../../src/edit/prompts/numbering';
import { announcedIn, quotedIn, quotedText } from '../../../../src/edit/prompts/quotedText';
import type { Situation } from '../../../../src/edit/prompts/situation';
import { styleStrength } from '../../../../src/edit/prompts/styleStrength';

const plain: Situation = {
  operation: 'instruct',
  prompt: 'Change the coat to red wool',
  pattern: 'wardrobe',
  model: { mask: 'none', family: 'nano-banana-2' },
  region: { kind: 'everything' },
  references: [],
  strength: 1,
  light: '',
  grade: '',
};

const crop = (left: number, top: number, right: number, bottom: number): Situation['region'] => ({
  kind: 'crop',
  targetInContext: { left, top, right, bottom },
  context: { width: 1000, height: 500 },
});
const product = { role: 'product', label: 'Bottle' } as const;
const style = { role: 'style', label: 'mood.jpg' } as const;

describe('numbering', () => {
  test('gives each reference the number that prompts speak of, and its use', () => {
    expect(numbering({ ...plain, references: [product, style] })).toBe(
      'Image 1 is the picture to edit. ' +
        'Image 2 is the product to show: keep its shape, label and finish exactly. ' +
        'Image 3 is a style reference: take over its light and palette, not its content.',
    );
  });

  test('begins with the references where a picture is made from nothing', () => {
    const made = { ...plain, operation: 'generate', references: [{ role: 'identity', label: 'Ada' }] } as const;
    expect(numbering(made)).toBe('Image 1 is the person to show: keep this face and its features exactly.');
  });

  test('leaves the second place to the marked copy', () => {
    expect(numbering({ ...plain, region: { kind: 'marked-copy' }, references: [product] })).toMatch(
      /Image 2 is a copy of it that shows where to change it\. Image 3 is the product/,
    );
  });

  test.each([
    ['like image 1 and Image 2', 'instruct', 'like image 2 and Image 3'],
    ['wie Bild 1', 'instruct', 'wie Bild 2'],
    ['like image 3', 'instruct', 'like image 3'],
    ['image 1 at night', 'generate', 'image 1 at night'],
  ] as const)('counts the source as the model does: “%s” (%s)', (prompt, operation, sent) => {
    expect(renumbered({ ...plain, operation, prompt, references: [product, style] })).toBe(sent);
  });

  test('says nothing where only the source is shown', () => {
    expect(numbering(plain)).toBe('');
  });
});

describe('the mask convention', () => {
  test.each([
    [crop(400, 200, 600, 300), 'the region in the middle, from 40 to 60 % of the width and 40 to 60 % of the height'],
    [crop(-20, 0, 200, 100), 'the region in the upper left, from 0 to 20 % of the width and 0 to 20 % of the height'],
    [crop(800, 200, 1000, 300), 'the region on the right, from 80 to 100 % of the width and 40 to 60 % of the height'],
    [
      crop(400, 400, 600, 600),
      'the region in the lower part, from 40 to 60 % of the width and 80 to 100 % of the height',
    ],
  ])('says where the crop may change', (region, place) => {
    expect(maskConvention({ ...plain, region })).toBe(
      `Change only ${place}. Keep the framing, the scale and the edges of the picture exactly as they are.`,
    );
  });

  test('speaks of the paint of a marked copy', () => {
    expect(maskConvention({ ...plain, region: { kind: 'marked-copy' } })).toMatch(
      /^Image 2 is a copy of image 1 that shows where to change it\. Change image 1 only where image 2 is painted magenta, and leave no magenta\./,
    );
  });

  test('is not needed by a model that is given a mask', () => {
    expect(maskConvention({ ...plain, model: { mask: 'binary', family: 'flux-fill' }, region: crop(0, 0, 9, 9) })).toBe(
      '',
    );
    expect(maskConvention(plain)).toBe('');
  });
});

describe('the keep-everything-else clause', () => {
  test('names what is closest to the wish', () => {
    expect(keepRest(plain)).toMatch(/^Change nothing else: keep face, hair, skin texture, pose/);
    expect(keepRest({ ...plain, pattern: 'background' })).toMatch(/keep the subject, its edges/);
  });

  test.each<Partial<Situation>>([
    { operation: 'generate' },
    { operation: 'outpaint' },
    { model: { mask: 'binary', family: 'flux-fill' }, region: crop(0, 0, 9, 9) },
  ])('is left out where there is nothing else: %j', (change) => {
    expect(keepRest({ ...plain, ...change })).toBe('');
  });
});

describe('light and grade', () => {
  test('are said as the retoucher says them', () => {
    expect(lightDirection({ ...plain, light: 'hard, from the upper left. ' })).toBe(
      'The light: hard, from the upper left. Light what is new the same way, with matching shadows.',
    );
    expect(gradeRestatement({ ...plain, grade: 'teal shadows, warm skin.' })).toBe(
      'Keep this color grade: teal shadows, warm skin.',
    );
  });

  test('are asked to be read off the picture where something new comes in', () => {
    expect(lightDirection({ ...plain, operation: 'replace' })).toMatch(/^Light what is new like the rest/);
    expect(lightDirection(plain)).toBe('');
    expect(gradeRestatement(plain)).toBe('Keep white balance, contrast and color grade as they are.');
  });

  test('are left alone where they are what should change', () => {
    expect(lightDirection({ ...plain, operation: 'inpaint', pattern: 'light' })).toBe('');
    expect(gradeRestatement({ ...plain, pattern: 'light' })).toBe('');
    expect(gradeRestatement({ ...plain, operation: 'style' })).toBe('');
    expect(gradeRestatement({ ...plain, operation: 'generate' })).toBe('');
  });
});

test('a hand is described where one is to be made, and only there', () => {
  expect(hands({ ...plain, pattern: 'hands' })).toMatch(/one thumb and four fingers/);
  expect(hands(plain)).toBe('');
});

describe('text in quotation marks', () => {
  test.each([
    ['a sign “OPEN”', ['OPEN']],
    ['ein Schild „Zu verkaufen“ und "Privat"', ['Zu verkaufen', 'Privat']],
    ['une enseigne « Ouvert »', ['Ouvert']],
    ['a red coat', []],
  ])('%s holds %j', (prompt, texts) => {
    expect(quotedIn(prompt)).toEqual(texts);
  });

  test('is asked for letter by letter', () => {
    expect(quotedText({ ...plain, prompt: 'a sign “OPEN” above “24h”', pattern: 'text' })).toBe(
      'Write exactly "OPEN" and "24h": these letters in this order, spelled and capitalized as given, and no other text.',
    );
  });

  test('is not asked for where it is to be taken out', () => {
    expect(quotedText({ ...plain, prompt: 'remove the text “SALE”', pattern: 'removal' })).toBe('');
  });

  test.each([
    ['a neon sign with text that says Open late on the wall', ['Open late']],
    ['a poster, headline: Summer Sale, blue', ['Summer Sale']],
    ['ein Plakat mit dem Text Willkommen über der Tür', ['Willkommen']],
    ['a red coat', []],
  ])('is found without them, where it is announced: %s', (prompt, texts) => {
    expect(announcedIn(prompt)).toEqual(texts);
    expect(quotedText({ ...plain, prompt, pattern: 'text' })).toContain(texts.map((text) => `"${text}"`).join());
  });
});

test.each([
  [1, ''],
  [0.7, "Take over the reference's look to about 70 %. The subject stays as it is."],
  [0.4, "Take over the reference's look to about 40 %. Most of the original look stays."],
])('a style at %d', (strength, text) => {
  expect(styleStrength({ ...plain, operation: 'style', strength })).toBe(text);
});

describe('a composed prompt', () => {
  const replacing: Situation = {
    ...plain,
    operation: 'replace',
    prompt: 'Put the bottle there',
    pattern: 'product',
    region: crop(400, 200, 600, 300),
    references: [product],
  };

  test('holds the retoucher’s words as they are, and tells what is not theirs', () => {
    const { sent, additions } = composePrompt(replacing);
    expect(sent).toContain(' Put the bottle there. ');
    expect(additions.map(({ helper }) => helper)).toEqual(['numbering', 'mask', 'light', 'grade', 'keep']);
    for (const { text } of additions) expect(sent).toContain(text);
    expect(sent.split(' Put the bottle there. ')).toHaveLength(2);
  });

  test('takes what the retoucher made of an addition, and leaves out what they struck', () => {
    const { sent, additions } = composePrompt(replacing, {
      light: 'Soft light from the window.',
      keep: '',
      grade: ' ',
    });
    expect(additions.map(({ helper }) => helper)).toEqual(['numbering', 'mask', 'light']);
    expect(sent.endsWith('Soft light from the window.')).toBe(true);
  });

  test('tells a model with a mask of its own only what comes there', () => {
    const fill = { mask: 'binary', family: 'flux-fill' } as const;
    const { sent } = composePrompt({
      ...replacing,
      operation: 'inpaint',
      prompt: 'a vase',
      model: fill,
      references: [],
    });
    expect(sent).toMatch(/^a vase\. Light what is new like the rest/);
    expect(sent).not.toMatch(/Change only|Change nothing else|Image 1/);
  });

  test('adds nothing to a picture from nothing', () => {
    expect(composePrompt({ ...plain, operation: 'generate', prompt: 'A beach at dawn!' })).toEqual({
      sent: 'A beach at dawn!',
      own: 'A beach at dawn!',
      additions: [],
    });
  });

  test('is the same for the same situation', () => {
    expect(composePrompt(replacing)).toEqual(composePrompt(replacing));
  });
});

describe('words of the retoucher’s in the place of a helper’s', () => {
  const before: Situation = { ...plain, operation: 'inpaint', region: crop(400, 100, 600, 300) };
  const unedited = maskConvention(before);
  const edits = { mask: { instead: unedited, text: 'Change only the left sleeve.' } };
  const maskOf = (situation: Situation, made: Edits = edits) =>
    composePrompt(situation, made).additions.find(({ helper }) => helper === 'mask');

  test('are sent where just those would be', () => {
    expect(maskOf(before)).toEqual({ helper: 'mask', text: 'Change only the left sleeve.', unedited });
    expect(maskOf({ ...before, prompt: 'a blue sleeve' })?.text).toBe('Change only the left sleeve.');
  });

  test('are neither shown nor sent for another selection, or for a model that is told otherwise', () => {
    const next = { ...before, region: crop(0, 0, 100, 100) };
    expect(maskOf(next)?.text).toBe(maskConvention(next));
    expect(maskOf({ ...before, region: { kind: 'marked-copy' } })?.text).toContain('magenta');
    expect(maskOf({ ...before, model: { mask: 'soft', family: 'flux-fill' } })).toBeUndefined();
  });

  test('come back with what they were made for', () => {
    expect(maskOf({ ...before, region: crop(400, 100, 600, 300) })?.text).toBe('Change only the left sleeve.');
  });

  test('leave a helper out for good where they are none, whatever it would say', () => {
    for (const situation of [before, { ...before, region: crop(0, 0, 100, 100) }])
      expect(maskOf(situation, { mask: '' })).toBeUndefined();
  });
});
