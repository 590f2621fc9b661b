import { harderBy, type VerdictWords } from '../../app/verdict';

export const verdict: VerdictWords = {
  nothingMeasured: 'Passt. Es gab nichts zu messen.',
  fits: (sentence) => `Passt. Größter Befund: ${sentence}.`,
  look: (sentence) => `Ansehen: ${sentence}.`,
  labels: {
    framing: 'Ausschnitt',
    keepsOutside: 'Außerhalb',
    changesInside: 'Geändert',
    seam: 'Kante',
    ringColor: 'Farbe',
  },
  units: { levels: ' Stufen', percent: ' %', ratio: '×' },
  point: ',',
  sentences: {
    seam({ value, most }) {
      const edge = value > 1.005 ? `${harderBy(value)} % härter als` : 'nicht härter als';
      return `die Kante ist ${edge} ihre Umgebung; bis ${harderBy(most)} % sieht man nicht`;
    },
    framing: ({ figure }) =>
      `nur ${figure} von dem, was bleiben sollte, liegt, wo es hingehört: das Modell hat den Ausschnitt geändert`,
    ringColor: ({ figure, limit }) => `die Farbe springt an der Kante um ${figure}; bis ${limit} sieht man nicht`,
    changesInside: ({ figure, limit }) =>
      `${figure} des Maskierten wurden geändert; mindestens ${limit} sollten es sein`,
    keepsOutside: ({ figure }) => `das Bild hinter der Maske weicht um bis zu ${figure} ab, wo es verborgen ist`,
  },
};
