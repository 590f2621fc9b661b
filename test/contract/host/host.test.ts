import { namedProfile } from '../../photoshop/color/namedProfiles';
import type { Photoshop } from '../../photoshop/modules/createPhotoshop';
import { type AdapterOnStandIn, adapterOnStandIn } from '../../support/adapterOnStandIn';
import type { Stagehand } from './case';
import { hostCases } from './index';

it.each(hostCases)('$name', async ({ run, switches }) => {
  const { host, photoshop, core } = await adapterOnStandIn(switches);
  await run(host, stagehandOf(photoshop, core));
  expect(photoshop.control.refusals).toEqual([]);
  expect(photoshop.control.imaging.undisposed).toBe(0);
  expect(photoshop.control.modal.isOpen).toBe(false);
});

function stagehandOf({ control, modules }: Photoshop, core: AdapterOnStandIn['core']): Stagehand {
  const { user } = control;
  return {
    user,
    state: (document) => control.state(document),
    history: (document) => control.history(document).map(({ name }) => name),
    front: () => modules.photoshop.app.activeDocument?.id,
    composite: (state, area) => core.composite(state, area),
    toScreen({ mode, profile, depth }, { color }) {
      const sRGB = namedProfile('sRGB IEC61966-2.1');
      const converted = core.convert(
        color,
        { mode, ...(profile && { profile }) },
        { mode, ...(sRGB && { profile: sRGB }) },
      );
      const scale = depth === 16 ? 255 / 32768 : 1;
      return { color: converted.map((plane) => Uint8Array.from(plane, (value) => Math.round(value * scale))) };
    },
    convert: (color, from, to, depth) => core.convert(color, from, to, depth),
    takeModal: (holder) => control.takeModal(holder),
    releaseModal: () => control.releaseModal(),
    skip: (milliseconds) => control.skip(milliseconds),
    pressEscape: () => control.pressEscape(),
    beforeCall(name, act) {
      const stop = control.onHostCall((call) => {
        if (call !== name) return;
        stop();
        act();
      });
    },
    scopes: () => control.modal.count,
    pictures: () => control.objectUrls,
    pictureAt(address) {
      const shown = control.shownAt(address);
      return shown?.raw && { width: shown.raw.width, height: shown.raw.height, bytes: shown.bytes };
    },
  };
}
