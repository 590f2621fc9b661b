import type { OperationId, ReferenceRole } from './model';
import { type WordList, words } from './words';

/** The kinds of wish that what was kept and discarded is counted for. */
export const patterns = [
  ...(['removal', 'text', 'hands', 'wardrobe', 'product', 'extend', 'sky', 'background'] as const),
  ...(['skin', 'hair', 'eyes', 'light', 'other'] as const),
];
export type Pattern = (typeof patterns)[number];

/** English, and the German of a retoucher. The first list that has a word of the prompt decides. */
const lists: readonly (readonly [Pattern, WordList])[] = [
  ['removal', words('remove* delete* erase* take_out take_away get_rid entfern* lösch* wegretusch* rausnehmen weg')],
  [
    'text',
    words('text texts *lettering *headline* *typograph* *slogan* *schriftzug* *schrift *aufschrift* *beschrift*'),
  ],
  ['hands', words('hand hands *finger* thumb* knuckle* wrist* hände händen daumen* handgelenk*')],
  [
    'wardrobe',
    words(
      `*jacket* *shirt* *dress dresses *suit suits *coat coats *blouse* *trouser* pants jeans *skirt* *sweater* *hoodie*
      *outfit* wardrobe garment* clothes clothing wear wears wearing *jacke* *hemd* *kleid* *anzug* *mantel *bluse* *hose
      *hosen *rock *pullover* *kostüm* *garderobe* trägt`,
    ),
  ],
  ['product', words('product* bottle* *packag* *label* perfume* *sneaker* *produkt* *flasche* *verpackung* *etikett*')],
  ['extend', words('extend* *outpaint* widen* expand* headroom uncrop* erweiter* verbreiter* ausdehn* mehr_platz')],
  ['sky', words('sky skies cloud* *himmel* *wolke*')],
  ['background', words('background* backdrop* *hintergrund* surroundings umgebung* kulisse* location')],
  ['skin', words('skin blemish* pore pores wrinkle* acne freckle* *haut hautbild* pickel* falten poren unreinheit*')],
  ['hair', words('hair* flyaway* beard* *haare *haar haarsträhne* strähne* bart')],
  ['eyes', words('eye eyes *catchlight* iris pupil* auge* augen* blick')],
  [
    'light',
    words(
      `light* *grade grading tone tones *colour* *color* contrast* exposure* warmer cooler brighter darker shadow* moody
      *licht* *farbe* farbton* farbstimmung* kontrast* belichtung* heller dunkler wärmer kühler schatten*`,
    ),
  ],
];

/** What kind of wish this is. The operation says it where it can mean only one; else the words decide. */
export function classify(operation: OperationId, prompt: string, references: readonly ReferenceRole[]): Pattern {
  if (operation === 'remove') return 'removal';
  if (operation === 'outpaint') return 'extend';
  const found = lists.find(([, list]) => list.in(prompt));
  if (found !== undefined) return found[0];
  return references.includes('product') ? 'product' : 'other';
}
