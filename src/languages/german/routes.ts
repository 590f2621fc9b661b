import type { RouteWords, StrongPoint } from '../../app/routeWords';
import { labels } from './labels';
import { operationName } from './operations';

type Said<Name extends 'reason' | 'brief' | 'whyNot' | 'unfit'> = Parameters<RouteWords[Name]>[0];

const patterns: RouteWords['patterns'] = {
  removal: 'Entfernungen',
  text: 'Text im Bild',
  hands: 'Hände',
  wardrobe: 'Kleidung',
  product: 'Produkte',
  extend: 'Erweiterungen',
  sky: 'Himmel',
  background: 'Hintergründe',
  skin: 'Haut',
  hair: 'Haare',
  eyes: 'Augen',
  light: 'Licht und Farbstimmung',
  other: 'andere Wünsche',
};

type Capability = Extract<Said<'whyNot'>, { kind: 'weaker' }>['at'];

const capabilities: Readonly<Record<Capability, string>> = {
  instruction: 'Anweisungen befolgen',
  identity: 'Ungenanntes behalten',
  precision: 'genau in der Maske bleiben',
  structure: 'Aufbau ändern',
  photorealism: 'fotografisch wirken',
  clauses: 'mehrere Wünsche zugleich',
  text: 'Text im Bild',
  severalReferences: 'mehrere Referenzen verbinden',
  singleIdentity: 'ein Gesicht bewahren',
  removal: 'fortsetzen, was dahinter liegt',
};

const points: Readonly<Record<StrongPoint, string>> = {
  'Best at following instructions': 'Folgt Anweisungen am besten',
  'Best at text': 'Am besten bei Text',
  'Exact under a mask': 'Genau in der Maske',
  'For quick drafts': 'Für schnelle Entwürfe',
  'Good at text': 'Gut bei Text',
  'Low price': 'Niedriger Preis',
  'Made for extending': 'Zum Erweitern gemacht',
  'Made for removing': 'Zum Entfernen gemacht',
  'Steps to choose': 'Schritte wählbar',
  'Takes a true mask': 'Nimmt eine echte Maske',
  'Works offline': 'Arbeitet offline',
  'Your own server': 'Der eigene Server',
};

export const routes: RouteWords = { reason, brief, whyNot, unfit, patterns };

function reason(given: Said<'reason'>): string {
  switch (given.kind) {
    case 'pinned':
      return 'Selbst gewählt.';
    case 'replaces':
      return `${given.gone} gibt es nicht mehr, ${given.model} tritt an seine Stelle.`;
    case 'next':
      return `${given.silent} konnte nicht antworten; dies ist das nächste.`;
    case 'cheapest':
      return 'Das billigste erreichbare, das es gut genug kann.';
    case 'fastest':
      return 'Das schnellste erreichbare, das es gut genug kann.';
    case 'private':
      return 'Es läuft auf diesem Rechner, also verlässt ihn nichts.';
    case 'kept':
      return `Davon wurden ${given.kept} von ${given.results} behalten, bei: ${patterns[given.pattern]}.`;
    case 'kept-less':
      return `Von ${given.model} wurden ${given.kept} von ${given.results} behalten, bei: ${patterns[given.pattern]}.`;
    case 'only':
      return `Das einzige Modell ${whose(given.among)}, das es kann.`;
    case 'best':
      return `${claim(given)}${edge(given.edge)}.`;
  }
}

function claim({ among, points: strong }: Extract<Said<'reason'>, { kind: 'best' }>): string {
  if (strong.length === 0) return `Das passendste ${whose(among)}`;
  return `Das beste ${whose(among)}: ${strong.map((point) => capabilities[point]).join(' und ')}`;
}

function whose(among: Extract<Said<'reason'>, { kind: 'only' }>['among']): string {
  return among.kind === 'all' ? 'der erreichbaren' : `von ${among.provider}`;
}

function edge(given: Extract<Said<'reason'>, { kind: 'best' }>['edge']): string {
  switch (given.kind) {
    case 'none':
      return '';
    case 'cheaper':
      return `; es kostet weniger als ${given.than}`;
    case 'faster':
      return `; es ist schneller als ${given.than}`;
  }
}

function brief(given: Said<'brief'>): string {
  switch (given.kind) {
    case 'pinned':
      return 'Selbst gewählt';
    case 'replaces':
      return 'An seiner Stelle';
    case 'next':
      return 'Das nächste';
    case 'cheapest':
      return 'Am billigsten dafür';
    case 'fastest':
      return 'Am schnellsten dafür';
    case 'private':
      return 'Bleibt auf diesem Rechner';
    case 'results':
      return 'Nach bisherigen Ergebnissen';
    case 'kept':
      return `${given.kept}/${given.results} behalten`;
    case 'strong-point':
      return isKnown(given.strongPoint) ? points[given.strongPoint] : given.strongPoint;
  }
}

/** A catalog of one's own may say something else. */
function isKnown(point: string): point is StrongPoint {
  return point in points;
}

function whyNot(why: Said<'whyNot'>): string {
  switch (why.kind) {
    case 'operation':
    case 'references':
    case 'no-storage':
    case 'other-server':
      return unfit(why);
    case 'gone':
      return `Seit ${why.since} nicht mehr angeboten.`;
    case 'no-key':
      return `Es gibt keinen Schlüssel für ${why.provider}.`;
    case 'no-address':
      return `Die Adresse von ${why.provider} ist nicht eingestellt.`;
    case 'unknown-server':
      return `Es ist nicht gesagt, ob es an der Adresse läuft, die für ${why.provider} eingestellt ist.`;
    case 'leaves-the-machine':
      return 'Das Bild würde diesen Rechner verlassen.';
    case 'other-service':
      return 'Ein anderer Dienst als der gewählte bietet es an.';
    case 'other-model':
      return 'Ein anderes Modell ist gewählt.';
    case 'kept-fewer':
      return 'Nach der Tabelle das erste, aber davon wurden weniger behalten.';
    case 'kept-more':
      return 'Vom anderen wurden mehr behalten.';
    case 'dearer':
      return `Kostet mehr: ${labels.price(why.price)}.`;
    case 'slower':
      return `Dauert länger: etwa ${why.seconds} s.`;
    case 'as-good-but-dearer':
      return `Ebenso gut, kostet aber mehr: ${labels.price(why.price)}.`;
    case 'as-good-but-slower':
      return `Ebenso gut, dauert aber länger: etwa ${why.seconds} s.`;
    case 'later-in-the-catalog':
      return 'Ebenso gut; das andere steht in der Liste davor.';
    case 'area':
      return 'Die Fläche ist ihm zu groß.';
    case 'scale':
      return `Nimmt das Bild nur ${labels.scale(why.scale)}.`;
    case 'passes':
      return `Nach ${why.most} Bearbeitungen in Folge sieht man sie.`;
    case 'weaker':
      return `${why.strength} von 5 bei: ${capabilities[why.at]}; das andere ${why.other}.`;
    case 'fits-less':
      return 'Passt weniger gut.';
  }
}

function unfit(why: Said<'unfit'>): string {
  switch (why.kind) {
    case 'operation':
      return `Es kann „${operationName(why.operation)}“ nicht.`;
    case 'references':
      return takesReferences(why.most);
    case 'no-storage':
      return `Es nimmt nur öffentliche Adressen, und für den Speicher von ${why.through}, der sie gäbe, fehlt der Schlüssel.`;
    case 'other-server':
      return `Es läuft nicht an der Adresse, die für ${why.provider} eingestellt ist.`;
  }
}

function takesReferences(most: number): string {
  if (most === 0) return 'Es nimmt keine Referenzen.';
  return most === 1 ? 'Es nimmt eine Referenz.' : `Es nimmt höchstens ${most} Referenzen.`;
}
