import { harderBy, isHarder, type VerdictWords } from '../../app/verdict';

export const verdict: VerdictWords = {
  nothingMeasured: 'Passt. Es gab nichts zu messen.',
  fits: (sentence) => `Passt: ${sentence}.`,
  look: (sentence) => `Ansehen: ${sentence}.`,
  labels: {
    framing: 'Ausschnitt',
    complete: 'Fehlt',
    keepsOutside: 'Außen',
    changesInside: 'Geändert',
    seam: 'Kante',
    ringColor: 'Farbe',
  },
  units: { levels: ' Stufen', percent: ' %', ratio: '×' },
  point: ',',
  fine: {
    seam: ({ value }) =>
      isHarder(value)
        ? `die Kante ist ${harderBy(value)} % härter als ihre Umgebung; so wenig sieht man nicht`
        : 'die Kante ist nicht härter als ihre Umgebung',
    ringColor: ({ figure }) => `die Farbe springt an der Kante um ${figure}; so wenig sieht man nicht`,
    framing: ({ figure }) => `${figure} von dem, was bleiben sollte, liegt, wo es hingehört`,
    complete: () => 'jede Kachel ist gekommen',
    changesInside: ({ figure }) => `${figure} des Maskierten wurden geändert`,
    keepsOutside: ({ figure }) => `das Bild hinter der Maske weicht um höchstens ${figure} ab, wo es verborgen ist`,
  },
  poor: {
    seam: ({ value, most }) =>
      `die Kante ist ${harderBy(value)} % härter als ihre Umgebung; mehr als ${harderBy(most)} % sieht man`,
    framing: ({ figure }) =>
      `nur ${figure} von dem, was bleiben sollte, liegt, wo es hingehört: das Modell hat den Ausschnitt geändert`,
    complete: ({ figure }) => `${figure} der Fläche bleiben, wie sie waren: nicht jede Kachel ist gekommen`,
    ringColor: ({ figure, limit }) => `die Farbe springt an der Kante um ${figure}; mehr als ${limit} sieht man`,
    changesInside: ({ figure, limit }) =>
      `${figure} des Maskierten wurden geändert; mindestens ${limit} sollten es sein`,
    keepsOutside: ({ figure }) => `das Bild hinter der Maske weicht um bis zu ${figure} ab, wo es verborgen ist`,
  },
};
