import type { Strings } from '../../panel/strings';

const operations: Strings['operations'] = {
  instruct: 'Anweisen',
  inpaint: 'Füllen',
  remove: 'Entfernen',
  style: 'Stil',
  replace: 'Ersetzen',
  generate: 'Erzeugen',
};

export const panel: Strings = {
  product: 'Inlay',
  tabs: { edit: 'Bearbeiten', results: 'Ergebnisse', settings: 'Einstellungen' },
  noDocument: 'Kein Dokument',
  format: (depth, profile) => `${depth} Bit · ${shortProfile(profile)}`,
  closeNotice: 'Hinweis schließen',

  picture: 'Bild',
  selection: 'Auswahl',
  nothingSelected: 'Nichts ausgewählt',
  modelSees: 'Modell sieht',
  unknown: '–',
  size: (width, height) => `${width} × ${height} px`,

  mask: 'Maske',
  grow: 'Erweitern',
  feather: 'Weich',
  maskHint: 'Erweitern vergrößert die Maske, Weich zeichnet ihre Kante weich.',
  pixels: (count) => `${count} px`,
  pixelRange: (least, most) => `Eine ganze Zahl von ${least} bis ${most} eingeben.`,

  operation: 'Aufgabe',
  operations,
  moreOperations: 'Mehr',
  proposed: {
    'needs-no-key': 'Vorschlag: braucht keinen Schlüssel',
    nothing: 'Vorschlag, da nichts ausgewählt ist',
    selection: 'Vorschlag für eine Auswahl',
    removal: 'Vorschlag, da etwas weg soll',
    'selection-prompt': 'Vorschlag für Auswahl und Beschreibung',
    prompt: 'Vorschlag für Worte ohne Auswahl',
    product: 'Vorschlag für eine Produktreferenz',
    style: 'Vorschlag für eine Stilreferenz',
  },
  withSelection: {
    instruct: 'Ändert die Auswahl, wie beschrieben',
    inpaint: 'Füllt die Auswahl, wie beschrieben',
    remove: 'Nimmt weg, was ausgewählt ist',
    style: 'Gibt der Auswahl einen anderen Stil',
    replace: 'Setzt die Referenz in die Auswahl',
    generate: 'Passend zur Auswahl erzeugt',
  },
  withoutSelection: {
    instruct: 'Ändert das Bild, wie beschrieben',
    inpaint: 'Braucht eine Auswahl',
    remove: 'Braucht eine Auswahl',
    style: 'Gibt dem ganzen Bild einen anderen Stil',
    replace: 'Braucht eine Auswahl',
    generate: 'Passend zur Arbeitsfläche erzeugt',
  },

  prompt: 'Beschreibung',
  promptHint: {
    instruct: 'Was sich ändern soll',
    inpaint: 'Was dort sein soll',
    remove: 'Zum Entfernen nicht nötig',
    style: 'Für einen Stil nicht nötig',
    replace: 'Zum Ersetzen nicht nötig',
    generate: 'Was zu sehen sein soll',
  },
  promptPlaceholder: {
    instruct: 'Was soll sich ändern?',
    inpaint: 'Was soll dort sein?',
    remove: 'Nicht nötig',
    style: 'Nicht nötig',
    replace: 'Nicht nötig',
    generate: 'Was soll zu sehen sein?',
  },

  additions: 'Für das Modell ergänzt',
  editAdditions: 'Bearbeiten',
  editAdditionsTitle: 'Die ergänzten Worte ändern',
  readAdditions: 'Fertig',
  helpers: {
    numbering: 'Bilder benennen',
    mask: 'Sagen, wo gearbeitet wird',
    text: 'Text in Anführungszeichen',
    hands: 'Die Hand beschreiben',
    strength: 'Sagen, wie stark',
    light: 'Licht',
    grade: 'Farbstimmung nennen',
    keep: 'Alles andere behalten',
  },

  strength: 'Stärke',
  strengthHint: 'Bei 60 bis 80 % behält das Motiv mehr von seinem Aussehen.',
  percent: (count) => `${count} %`,
  variants: 'Varianten',
  variantCount: (count) => (count === 1 ? '1 Variante' : `${count} Varianten`),
  seed: 'Startwert',
  newSeed: 'Jedes Mal neu',

  offlineTitle: 'Arbeitet jetzt schon offline',
  offlineText: 'Entfernen läuft auf diesem Rechner: kein Schlüssel, kein Hochladen, keine Kosten.',
  firstSteps: [
    'Auswählen, was weg soll. Jedes Auswahlwerkzeug ist recht.',
    'Starten, dann vorher und nachher vergleichen.',
    'Platzieren: eine neue Ebene mit Maske, ein Schritt zurück.',
  ],

  run: 'Starten',
  runFor: (price) => `Starten · ${price === 'Kostenlos' ? 'kostenlos' : price}`,
  runKey: 'Strg Eingabe',
  runTitle: 'Starten (Strg Eingabe)',
  route: (reason, scale) => `${reason} · ${scale}`,
  each: (price) => `je ${price}`,
  runnerUp: (model, price) => `Nächstes: ${model}, ${price === 'Kostenlos' ? 'kostenlos' : price}`,
  changeModel: 'Ändern',
  changeModelTitle: 'Ein anderes Modell wählen',
  closeModels: 'Schließen',
  models: 'Modelle',
  letInlayChoose: 'Inlay wählen lassen',
  pinFor: (model, operation) => `Immer ${model} für ${operations[operation]}`,
  openSettings: 'Die Einstellungen öffnen',
  letInlayChooseNote: 'Für jede Bearbeitung das beste Modell, mit dem Grund.',
  busyTitle: 'Eine Bearbeitung läuft',
  busyRemedy: 'Auf sie warten oder sie abbrechen.',
  show: 'Zeigen',

  jobTitle: (operation, documentTitle) => `${operations[operation]} · ${documentTitle}`,
  steps: {
    survey: 'Dokument ansehen',
    plan: 'Modell und Ausschnitt wählen',
    capture: 'Bild lesen',
    call: 'Das Modell arbeitet',
    finish: 'Farbe angleichen',
    stitch: 'Kante einpassen',
    check: 'Kante prüfen',
    place: 'Ebene platzieren',
  },
  waiting: 'Wartet, bis es an der Reihe ist',
  progress: (share) => `Etwa ${Math.round(share * 100)} % erledigt`,
  elapsed: (milliseconds) => `${duration(milliseconds)} vergangen`,
  duration,
  cancel: 'Abbrechen',
  cancelTitle: 'Abbrechen (Esc)',
  cancelCost: 'Abbrechen kostet nichts. Das Dokument bleibt, wie es ist.',
  canceledTitle: 'Abgebrochen',
  canceledText: 'Das Dokument ist wie zuvor. Es wurde nichts berechnet.',
  tryAgain: 'Noch einmal',

  compare: 'Vergleichen',
  compareModes: { split: 'Geteilt', before: 'Vorher', after: 'Nachher' },
  holdForBefore: 'Halten: vorher',
  holdKey: 'Leertaste',
  splitHandle: 'Anteil des Bildes, der vorher zeigt',
  results: 'Ergebnisse, das neueste zuerst',
  resultOf: (title, badge) => `${title}: ${badge}`,
  fits: 'Passt',
  cost: (model, price) => `${model} · ${price}`,
  place: 'Platzieren',
  placing: 'Wird platziert …',
  placeKey: 'Platzieren (Eingabe)',
  discard: 'Verwerfen',
  discardKey: 'Verwerfen (Entf)',
  undecided: 'Wartet auf eine Entscheidung',
  placed: 'In dieser Sitzung platziert',
  emptyTitle: 'Keine Ergebnisse',
  emptyText: 'Etwas auswählen und starten. Das Ergebnis wartet hier, bis es platziert oder verworfen wird.',
  backToEdit: 'Zum Bearbeiten',

  placeAutomatically: 'Ergebnisse von selbst platzieren',
  placeAutomaticallyText: 'Ein Ergebnis wird zur Ebene, sobald es da ist. Ein Schritt zurück nimmt es weg.',
  learned: 'Was Inlay gelernt hat',
  learnedText: 'Es bleibt auf diesem Rechner und wählt nur dort ein Modell, wo eines klar bevorzugt wird.',
  learnedNothing: 'Noch nichts. Wer Ergebnisse platziert und verwirft, dem folgt die Wahl der Modelle.',
  learnedLine: (model, wishes) => `${model} · ${wishes}`,
  learnedKept: (kept, results) => `${kept} von ${results} behalten`,
  forgetLearned: 'Vergessen',
  forgetLearnedTitle: 'Das Gelernte vergessen',

  catalog: 'Modelle',
  catalogText: {
    'built-in': 'Inlay kennt seine Modelle aus einer Liste. Eine Datei kann neuere und andere Preise bringen.',
    file: 'Die Modelle kommen aus der gewählten Datei. Wohin Schlüssel gesendet werden, bleibt, wie es eingebaut ist.',
  },
  importCatalog: 'Liste einlesen',
  importCatalogTitle: 'Eine Modellliste wählen',
  restoreCatalog: 'Eingebaute Liste nehmen',

  actionsWait: 'Aufgezeichnete Aktionen warten auf das Ergebnis',
  actionsWaitText: 'An: Die Aktion geht weiter, wenn die Bearbeitung fertig ist. Aus: Sie geht sofort weiter.',
};

function shortProfile(profile: string): string {
  return profile === '' ? 'ohne Profil' : profile.replace(/ (IEC\S*|\(.*\))$/, '');
}

function duration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 0.05) return 'unter 0,1 s';
  if (seconds < 9.95) return `${seconds.toFixed(1).replace('.', ',')} s`;
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
