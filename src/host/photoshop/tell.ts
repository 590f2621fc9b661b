import { app } from 'photoshop';

/** Photoshop's own message box. */
export function tell(line: string): void {
  // a box that cannot be shown has nobody to tell it to
  void app.showAlert(line).catch(() => undefined);
}
