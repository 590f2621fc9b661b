import { classify } from '../../../src/routing/classify';
import { countClauses, readPrompt } from '../../../src/routing/readPrompt';

describe('the kind of wish', () => {
  test.each([
    ['instruct', 'Change her jacket to a red wool coat', 'wardrobe'],
    ['instruct', 'Ersetze die Lederjacke durch ein Hemd', 'wardrobe'],
    ['instruct', 'She wears a green dress', 'wardrobe'],
    ['instruct', 'Sommerkleid statt Anzug', 'wardrobe'],
    ['inpaint', 'A quiet library as background', 'background'],
    ['inpaint', 'Neuer Hintergrund: Strand am Abend', 'background'],
    ['instruct', 'Remove the lamp post', 'removal'],
    ['instruct', 'Entferne die Steckdose', 'removal'],
    ['instruct', 'nimm das Kabel weg', 'removal'],
    ['inpaint', 'A sign with the lettering OPEN', 'text'],
    ['inpaint', 'Schriftzug auf dem Schild', 'text'],
    ['inpaint', 'Fix the fingers of the left hand', 'hands'],
    ['inpaint', 'Die Hände korrigieren', 'hands'],
    ['replace', 'The perfume bottle from image 2', 'product'],
    ['replace', 'Das Etikett der Flasche', 'product'],
    ['instruct', 'Warmer light, softer contrast', 'light'],
    ['instruct', 'Mehr Kontrast, kühler', 'light'],
    ['instruct', 'a dramatic sky', 'sky'],
    ['instruct', 'Himmel mit Wolken', 'sky'],
    ['inpaint', 'smooth the skin, keep the pores', 'skin'],
    ['inpaint', 'abstehende Haare entlang der Kante', 'hair'],
    ['inpaint', 'catchlights in both eyes', 'eyes'],
    ['instruct', 'make it nicer', 'other'],
    ['remove', 'the red jacket', 'removal'],
    ['outpaint', '', 'extend'],
    ['instruct', 'extend the table to the left', 'extend'],
  ] as const)('%s “%s” is about %s', (operation, prompt, pattern) => {
    expect(classify(operation, prompt, [])).toBe(pattern);
  });

  test('is a product where the words say nothing and a product is shown', () => {
    expect(classify('replace', 'put it there', ['product'])).toBe('product');
  });

  test('is not found inside another word', () => {
    expect(classify('instruct', 'a handsome contextual scene', [])).toBe('other');
  });
});

describe('text in the picture', () => {
  test.each([
    ['a neon sign “OPEN”', 'wanted'],
    ['a neon sign "OPEN 24h"', 'wanted'],
    ['ein Schild „Geschlossen“', 'wanted'],
    ["a poster: 'Summer Sale'", 'wanted'],
    ['une enseigne «Ouvert»', 'wanted'],
    ['a banner with text that says welcome', 'wanted'],
    ['ein Plakat mit dem Text Willkommen', 'wanted'],
    ['add a headline', 'wanted'],
    ['remove the text “SALE”', 'none'],
    ['ein Plakat ohne Schriftzug', 'none'],
    ["the model's hat, the dog's collar", 'none'],
    ['light like “Blade Runner”', 'none'],
    ['a red coat', 'none'],
  ])('%s: %s', (prompt, text) => {
    expect(readPrompt('instruct', prompt).text).toBe(text);
  });
});

test.each([
  ['', 0],
  ['coat', 1],
  ['Change the coat', 1],
  ['Change the coat to red wool and keep the pose. The light comes from the left, soft.', 3],
  ['Tausche die Jacke, dann mach den Himmel blau und lass das Gesicht', 3],
  ['a sign “one, two, three and four”', 1],
])('“%s” asks for %d things', (prompt, clauses) => {
  expect(countClauses(prompt)).toBe(clauses);
});

test.each([
  ['move the bottle to the left', 'structure'],
  ['Dreh die Flasche um', 'structure'],
  ['mach die Tasse größer', 'structure'],
  ['seen from above', 'structure'],
  ['a red bottle', 'surface'],
])('“%s” changes the %s', (prompt, change) => {
  expect(readPrompt('instruct', prompt).change).toBe(change);
});
