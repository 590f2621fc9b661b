import { harderBy, isHarder, type VerdictWords } from '../../app/verdict';

export const verdict: VerdictWords = {
  nothingMeasured: 'Passt. Es gab nichts zu messen.',
  fits: (sentence) => `Passt: ${sentence}.`,
  look: (sentence) => `Ansehen: ${sentence}.`,
  labels: {
    framing: 'Ausschnitt',
    keepsOutside: 'Außen',
    changesInside: 'Geändert',
    seam: 'Kante',
    ringColor: 'Farbe',
    position: 'Lage',
    changedArea: 'Fläche',
    tint: 'Farbstich',
    detail: 'Details',
    grain: 'Korn',
    scale: 'Maßstab',
  },
  units: { levels: ' Stufen', percent: ' %', ratio: '×', pixels: ' px' },
  point: ',',
  fine: {
    seam: ({ value }) =>
      isHarder(value)
        ? `die Kante ist ${harderBy(value)} % härter als ihre Umgebung; so wenig sieht man nicht`
        : 'die Kante ist nicht härter als ihre Umgebung',
    ringColor: ({ figure }) => `die Farbe springt an der Kante um ${figure}; so wenig sieht man nicht`,
    framing: ({ figure }) => `${figure} von dem, was bleiben sollte, liegt, wo es hingehört`,
    changesInside: ({ figure }) => `${figure} des Maskierten wurden geändert`,
    keepsOutside: ({ figure }) => `das Bild hinter der Maske weicht um höchstens ${figure} ab, wo es verborgen ist`,
    position: ({ figure }) => `was bleiben sollte, liegt bis auf ${figure} an seinem Platz`,
    changedArea: ({ figure }) => `${figure} des Bildes wurden geändert`,
    tint: ({ figure }) => `das Modell hat das Bild um ${figure} verfärbt; das ist zurückgenommen`,
    detail: ({ figure }) => `es hat ${figure} die Details von dem, was gesendet wurde`,
    grain: ({ figure }) => `es hat ${figure} das Korn von dem, was ringsum liegt`,
    scale: ({ figure }) => `das Modell hat das Bild in ${figure} seiner Größe gesehen`,
  },
  poor: {
    seam: ({ value, most }) =>
      `die Kante ist ${harderBy(value)} % härter als ihre Umgebung; mehr als ${harderBy(most)} % sieht man`,
    framing: ({ figure }) =>
      `nur ${figure} von dem, was bleiben sollte, liegt, wo es hingehört: das Modell hat den Ausschnitt geändert`,
    ringColor: ({ figure, limit }) => `die Farbe springt an der Kante um ${figure}; mehr als ${limit} sieht man`,
    changesInside: ({ figure, limit }) =>
      `${figure} des Maskierten wurden geändert; mindestens ${limit} sollten es sein`,
    keepsOutside: ({ figure }) => `das Bild hinter der Maske weicht um bis zu ${figure} ab, wo es verborgen ist`,
    position: ({ figure, limit }) => `was bleiben sollte, liegt ${figure} daneben; mehr als ${limit} sieht man`,
    changedArea: () => 'das Modell hat nichts geändert',
    tint: ({ figure }) => `das Modell hat das Bild um ${figure} verfärbt; zu viel, um es ohne Verlust zurückzunehmen`,
    detail: ({ figure }) => `es ist weich: es hat ${figure} die Details von dem, was gesendet wurde`,
    grain: ({ figure }) => `es ist glatt: es hat ${figure} das Korn von dem, was ringsum liegt`,
    scale: ({ figure }) => `das Modell hat das Bild in ${figure} seiner Größe gesehen, also ist es weich`,
  },
};
