import { action } from 'photoshop';
import type { ActionRecorder } from '../../host/host';

/** The name of the global function that Photoshop calls when a recorded step is played. */
export const playbackFunction = 'inlayEdit';
/** Its twin, which only says what the edit would be. */
export const planFunction = 'inlayPlan';

interface RecordingAction {
  recordAction(step: { readonly name: string; readonly methodName: string }, info: object): void;
}

export const recorder: ActionRecorder = {
  record(title, request) {
    try {
      (action as unknown as RecordingAction).recordAction({ name: title, methodName: playbackFunction }, request);
    } catch {
      // what it does while nothing is recorded is not documented; the layer stands either way
    }
  },
};
