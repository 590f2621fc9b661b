import { createTurns } from '../base/turns';
import type { Host } from '../host/host';

/** The same host for jobs that run side by side: Photoshop lets one of them at a time into a modal scope. */
export function hostInTurns(host: Host): Host {
  const inTurn = createTurns();
  return {
    glance: () => host.glance(),
    watch: (onChange) => host.watch(onChange),
    findPicture: (...asked) => host.findPicture(...asked),
    showablePictures: (document) => host.showablePictures(document),
    readFile: (token) => host.readFile(token),
    preview: (pixels) => host.preview(pixels),
    tell: (line) => {
      host.tell(line);
    },
    survey: (document) => inTurn(() => host.survey(document)),
    inlayLayers: (document) => inTurn(() => host.inlayLayers(document)),
    readPixels: (...asked) => inTurn(() => host.readPixels(...asked)),
    convertForScreen: (...asked) => inTurn(() => host.convertForScreen(...asked)),
    toWire: (...asked) => inTurn(() => host.toWire(...asked)),
    fromWire: (...asked) => inTurn(() => host.fromWire(...asked)),
    decode: (...asked) => inTurn(() => host.decode(...asked)),
    change: (...asked) => inTurn(() => host.change(...asked)),
  };
}
