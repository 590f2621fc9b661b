import { explain, type Explanations, withoutStop } from '../../app/explain';
import { labels } from './labels';
import { operationName } from './operations';
import { routes } from './routes';

export const explanations: Explanations = {
  'host.no-document': () => ({
    title: 'Es ist kein Dokument geöffnet',
    remedy: 'Ein Bild öffnen und auswählen, was weg soll.',
  }),
  'host.document-closed': ({ title }) => ({
    title: `${title === undefined ? 'Das Dokument' : `„${title}“`} wurde geschlossen`,
    remedy: 'Es wurde nichts platziert. Das Dokument wieder öffnen und die Bearbeitung neu starten.',
  }),
  'host.document-changed': ({ title }) => ({
    title: `„${title}“ hat seit Beginn Größe, Modus, Farbtiefe oder Profil geändert`,
    remedy: 'Es wurde nichts platziert. Diese Änderung zurücknehmen oder die Bearbeitung neu starten.',
    action: 'retry',
  }),
  'host.busy': ({ holder }) => ({
    title: 'Photoshop ist beschäftigt',
    remedy: `${holder ?? 'Das offene Dialogfeld oder Werkzeug'} beenden oder abbrechen, dann noch einmal versuchen.`,
    action: 'retry',
  }),
  'host.quick-mask': () => ({
    title: 'Der Maskierungsmodus ist an',
    remedy: 'Q drücken, um ihn zu verlassen, dann starten.',
  }),
  'host.unsupported-mode': ({ mode }) => ({
    title: `Inlay kann kein Dokument in ${mode} bearbeiten`,
    remedy: 'Es bearbeitet RGB, Graustufen, Lab und CMYK. Bild > Modus > RGB-Farbe wählen, dann starten.',
  }),
  'host.no-layer': () => ({
    title: 'Keine Ebene ist aktiv',
    remedy: 'Die Ebene anklicken, über der das Ergebnis stehen soll.',
  }),
  'host.several-layers': () => ({
    title: 'Mehrere Ebenen sind aktiv',
    remedy: 'Nur die eine Ebene anklicken, über der das Ergebnis stehen soll.',
  }),
  'host.group-active': ({ layer }) => ({
    title: `Die Gruppe „${layer}“ ist aktiv`,
    remedy: 'Darin die Ebene anklicken, über der das Ergebnis stehen soll.',
  }),
  'host.layer-locked': ({ layer }) => ({
    title: `Die Ebene „${layer}“ ist fixiert`,
    remedy: 'Die Fixierung aufheben oder eine andere Ebene anklicken.',
  }),
  'host.layer-hidden': ({ layer }) => ({
    title: `Die Ebene „${layer}“ ist ausgeblendet`,
    remedy: 'Sie einblenden oder eine sichtbare Ebene anklicken.',
  }),
  'host.layer-gone': ({ layer }) => ({
    title: `Die Ebene „${layer}“ ist nicht mehr da`,
    remedy: 'Es wurde nichts platziert. Das Löschen zurücknehmen oder die Bearbeitung neu starten.',
    action: 'retry',
  }),
  'host.modal-playback': () => ({
    title: 'Photoshop steht still, während diese Aktion läuft',
    remedy: 'In Inlay „Aufgezeichnete Aktionen warten auf das Ergebnis“ ausschalten oder im Bedienfeld starten.',
  }),
  'host.failed': () => ({
    title: 'Photoshop konnte einen Schritt nicht ausführen',
    remedy: 'Das Dokument ist wie zuvor. Noch einmal versuchen; hilft das nicht, sichern und Photoshop neu starten.',
    action: 'retry',
  }),
  'host.disk-full': () => ({
    title: 'Das Laufwerk ist voll: Inlay konnte nicht sichern',
    remedy: 'Auf dem Laufwerk Platz schaffen, dann noch einmal versuchen.',
    action: 'retry',
  }),
  'host.storage': () => ({
    title: 'Inlay kommt an seine Daten nicht heran',
    remedy: 'Prüfen, ob in seinen Datenordner geschrieben werden kann, dann noch einmal versuchen.',
    action: 'retry',
  }),
  'edit.no-selection': () => ({
    title: 'Nichts ist ausgewählt',
    remedy: 'Mit einem Auswahlwerkzeug auswählen, was weg soll.',
  }),
  'edit.selection-too-small': ({ pixels }) => ({
    title: pixels === 0 ? 'Die Auswahl ist leer' : 'Die Auswahl ist zu klein',
    remedy: 'Mindestens vier Pixel von dem auswählen, was weg soll.',
  }),
  'edit.selection-too-large': () => ({
    title: 'Die Auswahl lässt nichts übrig, woran sich anschließen ließe',
    remedy: 'Weniger auswählen: Gefüllt wird aus dem, was nicht ausgewählt ist.',
  }),
  'edit.selection-outside': () => ({
    title: 'Die Auswahl liegt außerhalb der Arbeitsfläche',
    remedy: 'Sie auf das Bild schieben oder neu auswählen.',
  }),
  'edit.cannot-extend': ({ obstacle, width, height }) => ({
    title: {
      cut: `Das Bild ist ${width} × ${height} px groß, und nichts davon darf wegfallen`,
      same: 'Das Bild ist schon so groß',
      long: 'So groß kann kein Dokument sein',
      much: 'So viel lässt sich nicht auf einmal anfügen',
    }[obstacle],
    remedy:
      obstacle === 'much'
        ? 'Das Bild in mehreren Schritten ausdehnen.'
        : 'Andere Kanten, ein anderes Format oder eine andere Größe wählen.',
  }),
  'host.artboards': () => ({
    title: 'Das Dokument hat Zeichenflächen',
    remedy: 'Seine Arbeitsfläche endet, wo sie enden. Das Bild in ein eigenes Dokument kopieren und dort ausdehnen.',
  }),
  'edit.picture-too-small': ({ width, height }) => ({
    title: `Das Bild ist zu klein (${width} × ${height} px)`,
    remedy: 'Eine Bearbeitung braucht mindestens 16 × 16 px.',
  }),
  'edit.nothing-there': ({ layer }) => ({
    title: `Hier sind keine Pixel, weder auf noch unter der Ebene „${layer}“`,
    remedy: 'Eine Ebene anklicken, die dort Pixel hat, wo die Auswahl ist.',
  }),
  'edit.reference-gone': ({ reference }) => ({
    title: `Die Referenz „${reference}“ ist nicht da`,
    remedy: 'Eine Ebene dieses Dokuments oder ein anderes offenes Dokument wählen.',
  }),
  'edit.reference-unreadable': ({ reference }) => ({
    title: `Die Datei „${reference}“ lässt sich nicht öffnen`,
    remedy: 'Ein PNG, JPEG oder WebP wählen, oder sie in Photoshop öffnen und das Dokument wählen.',
  }),
  'edit.bad-request': ({ problem }) => ({
    title: 'Die Bearbeitung ist nicht zu verstehen',
    remedy: problem,
  }),
  'edit.no-prompt': () => ({
    title: 'Die Beschreibung ist leer',
    remedy: 'In Worten sagen, was dort sein soll.',
  }),
  'edit.no-reference': ({ role }) => ({
    title: role === 'style' ? 'Es gibt keine Stilreferenz' : 'Es gibt keine Referenz',
    remedy:
      role === 'style'
        ? 'Ein Bild hinzufügen, dessen Licht und Palette gewünscht sind, in der Rolle Stil.'
        : 'Ein Bild von dem hinzufügen, was dorthin soll.',
  }),
  'edit.tray-full': () => ({
    title: 'Zu viele Ergebnisse warten',
    remedy:
      'Erst eines platzieren oder verwerfen: Zusammen füllen sie den Speicher, den Photoshop einem Bedienfeld gibt.',
  }),
  'edit.nothing-to-repeat': () => ({
    title: 'Es gibt noch keine Bearbeitung zum Wiederholen',
    remedy: 'Erst eine im Bedienfeld starten.',
  }),
  'route.unknown-model': ({ model }) => ({
    title: `Es gibt kein Modell namens „${model}“`,
    remedy: 'Eines aus der Liste der Modelle wählen oder Inlay wählen lassen.',
  }),
  'route.no-model': ({ operation }) => ({
    title: `Kein Modell kann „${operationName(operation)}“`,
    remedy: 'Eine andere Aufgabe wählen.',
  }),
  'route.bad-catalog': () => ({
    title: 'Mit der Modellliste lässt sich nichts anfangen',
    remedy: 'Die Modelle sind geblieben, wie sie waren. Eine andere Datei wählen.',
  }),
  'route.unknown-provider': ({ provider }) => ({
    title: `Es gibt keinen Dienst namens „${provider}“`,
    remedy: 'Einen aus der Liste in den Einstellungen wählen oder Inlay wählen lassen.',
  }),
  'route.unfit': ({ model, why }) => ({
    title: `${model} kann diese Bearbeitung nicht`,
    remedy: `${routes.unfit(why)} Ein anderes Modell wählen oder Inlay wählen lassen.`,
  }),
  'route.private': ({ operation }) => ({
    title: `Inlay Local kann „${operationName(operation)}“ nicht`,
    remedy:
      'Es wurde nichts gesendet, da nichts diesen Rechner verlassen darf. Entfernen wählen oder andere Modelle zulassen.',
  }),
  'route.no-address': ({ provider }) => ({
    title: `Die Adresse von ${provider} fehlt`,
    remedy: 'Sie in den Einstellungen eintragen oder ein anderes Modell wählen.',
    action: 'settings',
  }),
  'route.no-key': ({ provider }) => ({
    title: `Für ${provider} ist kein Schlüssel da`,
    remedy: 'Einen in den Einstellungen eintragen oder ein Modell wählen, das keinen braucht.',
    action: 'settings',
  }),
  'route.over-cap': ({ cap, dollars, limit }) => ({
    title: `Das würde ${labels.price({ dollars })} kosten, die Grenze ${capNames[cap]} ist ${labels.price({ dollars: limit })}`,
    remedy:
      'Es wurde nichts gesendet. Ein günstigeres Modell wählen, weniger auswählen oder die Grenze in den Einstellungen anheben.',
  }),
  'route.unknown-spending': () => ({
    title: 'Das Ausgabenbuch ist beschädigt: niemand weiß, was ausgegeben wurde',
    remedy: 'Es wurde nichts gesendet. In den Einstellungen ein neues beginnen oder etwas Kostenloses wählen.',
    action: 'settings',
  }),
  'route.dearer-next': ({ before, model, price }) => {
    const { remedy, ...said } = explain(before);
    return { ...said, remedy: `${remedy} ${model} kostet mehr (${labels.price(price)}): zum Fortfahren auswählen.` };
  },
  'model.auth': ({ provider }) => ({
    title: `${provider} nimmt den Schlüssel nicht an`,
    remedy: 'Es wurde nichts berechnet. Den Schlüssel in den Einstellungen prüfen.',
    action: 'settings',
  }),
  'model.no-credit': ({ provider }) => ({
    title: `Bei ${provider} ist kein Guthaben mehr`,
    remedy: 'Es wurde nichts berechnet. Das Konto dort aufladen oder ein anderes Modell wählen.',
  }),
  'model.rate-limited': ({ provider, retryAfterMs }) => ({
    title: `${provider} bittet zu warten`,
    remedy: `Es wurde nichts berechnet. In ${waitLabel(retryAfterMs)} noch einmal versuchen oder ein anderes Modell wählen.`,
    action: 'retry',
  }),
  'model.invalid-input': ({ provider, says, requestId }) => ({
    title: `${provider} kann diese Anfrage nicht annehmen`,
    remedy: `Die Antwort: „${withoutStop(says)}“. ${charged(requestId)} Die Anfrage ändern oder ein anderes Modell wählen.`,
  }),
  'model.out-of-memory': ({ provider }) => ({
    title: `Der Speicher der Grafikkarte, auf der ${provider} läuft, reicht nicht`,
    remedy:
      'Es wurde nichts berechnet. Weniger auswählen, anderes schließen, was die Karte nutzt, oder ein kleineres Modell wählen.',
    action: 'retry',
  }),
  'model.refused-input': ({ provider, reasons, requestId }) => ({
    title: `${provider} hat die Anfrage abgelehnt${reasonList(reasons)}`,
    remedy: `${charged(requestId)} Es anders sagen, etwas anderes auswählen oder ein anderes Modell wählen.`,
  }),
  'model.refused-output': ({ provider, reasons }) => ({
    title: `${provider} hat ein Bild gemacht und zurückgehalten${reasonList(reasons)}`,
    remedy: 'Es wurde vielleicht berechnet. Es anders sagen oder ein anderes Modell wählen.',
  }),
  'model.gone': ({ model }) => ({
    title: `${model} wird nicht mehr angeboten`,
    remedy: 'Es wurde nichts berechnet. Ein anderes Modell wählen.',
  }),
  'model.no-image': ({ model, says }) => ({
    title: `${model} hat ohne Bild geantwortet`,
    remedy: `${says === undefined ? '' : `Die Antwort: „${withoutStop(says)}“. `}Es wurde vielleicht berechnet. Es anders sagen oder ein anderes Modell wählen.`,
  }),
  'model.down': ({ provider, retryAfterMs }) => ({
    title: `${provider} kann gerade nicht antworten`,
    remedy: `Es wurde nichts berechnet. ${retryAfterMs === undefined ? 'Später' : `In ${waitLabel(retryAfterMs)}`} noch einmal versuchen oder ein anderes Modell wählen.`,
    action: 'retry',
  }),
  'model.uncertain': ({ provider, requestId }) => ({
    title: `Von ${provider} kam keine brauchbare Antwort`,
    remedy: `Die Anfrage war schon unterwegs und wurde vielleicht berechnet. Vor einem neuen Start das Konto dort ansehen${requestId === undefined ? '' : ` (Anfrage ${requestId})`}.`,
  }),
  'model.unusable-answer': ({ provider }) => ({
    title: `Mit der Antwort von ${provider} lässt sich nichts anfangen`,
    remedy: 'Es wurde nichts platziert, aber vielleicht berechnet. Ein anderes Modell wählen.',
  }),
  'net.not-allowed': ({ provider, host }) => ({
    title: `Inlay darf ${host} nicht ansprechen`,
    remedy: `Es wurde nichts gesendet. Die Adresse von ${provider} in den Einstellungen berichtigen.`,
  }),
  'net.unreachable': ({ provider }) => ({
    title: `${provider} ist nicht zu erreichen`,
    remedy: 'Es wurde nichts gesendet. Verbindung und Adresse in den Einstellungen prüfen oder Inlay Local nehmen.',
    action: 'retry',
  }),
  'net.foreign-origin': ({ provider, remedy }) => ({
    title: `${provider} weist Anfragen ab, die von einem Bedienfeld kommen`,
    remedy,
  }),
  'model.failed': ({ model, says }) => ({
    title: `${model} konnte nicht fertig werden`,
    remedy:
      says === undefined
        ? 'Das Dokument ist wie zuvor. Mit einer kleineren Auswahl noch einmal versuchen.'
        : `Die Antwort: „${withoutStop(says)}“. Es wurde vielleicht berechnet. Die Anfrage ändern oder ein anderes Modell wählen.`,
    action: 'retry',
  }),
  'inlay.fault': ({ step }) => ({
    title: `Inlay hat im Schritt „${step}“ einen Fehler gemacht`,
    remedy: 'Das Dokument ist wie zuvor. Noch einmal versuchen; hilft das nicht, uns sagen, was ausgewählt war.',
    action: 'retry',
  }),
};

const capNames = { call: 'je Bearbeitung', day: 'am Tag', client: 'je Kunde' } as const;

function charged(requestId: string | undefined): string {
  return requestId === undefined
    ? 'Es wurde nichts berechnet.'
    : `Die Anfrage ${requestId} wurde vielleicht berechnet.`;
}

function reasonList(reasons: readonly string[]): string {
  return reasons.length === 0 ? '' : `: ${reasons.map(withoutStop).join(', ')}`;
}

function waitLabel(milliseconds = 30_000): string {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  return seconds < 120 ? `${String(seconds)} s` : `${String(Math.ceil(seconds / 60))} min`;
}
