import type { NewLayer } from '../../../src/host/host';
import { findLayer, parentOf, siblingsOf } from '../../photoshop/model/findLayer';
import { regionOf } from '../../photoshop/model/samples';
import type { DocumentState } from '../../photoshop/model/state';
import { pixelLayer, group } from '../../support/documents/layers';
import { tearing } from '../../support/documents/tearing';
import { awkward, tiny, tinyCanvas } from '../../support/documents/tiny';
import { claim, claimCancelled, claimEqual, claimFails } from '../claims';
import { aLayer, patch, shown } from './aLayer';
import { calm, type HostCase } from './case';

export const changing: readonly HostCase[] = [
  {
    name: 'a layer is added in one history state of the given name, with its pixels, mask and provenance',
    async run(host, { user, state, history }) {
      for (const make of [tiny, awkward]) {
        const document = user.open(make(), 'photo.psd');
        const before = state(document);
        const scene = await host.survey();
        const layer = aLayer(scene);
        const placed = await host.change(scene, 'Add one', calm, (writer) => writer.addLayer(layer));
        claimEqual(history(document), ['Open', 'Add one'], 'the history');
        claimEqual(placed.name, 'A patch', 'the name');
        const after = state(document);
        claimHolds(after, placed.id, layer);
        claimEqual(after.selection, before.selection, 'the selection');
        claimEqual(
          after.layers.map(({ id }) => id),
          [2, placed.id, 1],
          'the layers',
        );
        user.undo(document);
        claim(state(document) === before, 'one undo brings the document back');
      }
    },
  },
  {
    name: 'the mask hides the canvas outside of the patch',
    async run(host, { user, state }) {
      const document = user.open(tiny(), 'photo.psd');
      const scene = await host.survey();
      const { id } = await host.change(scene, 'Add', calm, (writer) => writer.addLayer(aLayer(scene)));
      const layer = findLayer(state(document), id);
      claim(layer?.mask !== undefined, 'the layer has a mask');
      const whole = regionOf(layer.mask.samples(), layer.mask.bounds, tinyCanvas, layer.mask.outside);
      const shown = Array.from(whole).filter((value) => value > 0).length;
      claimEqual(shown, 12, 'the number of pixels that are shown');
    },
  },
  ...tearing.map(({ name, make, above }): HostCase => ({
    name: `in ${name} the new layer tears nothing`,
    async run(host, { user, state }) {
      const document = user.open(make(), name);
      const scene = await host.survey();
      const { id } = await host.change(scene, 'Add', calm, (writer) => writer.addLayer(aLayer(scene)));
      const after = state(document);
      const siblings = siblingsOf(after, id);
      const index = siblings.findIndex((layer) => layer.id === id);
      claimEqual(siblings[index + 1]?.id, above, 'the layer beneath');
      claimEqual(siblings[index]?.clipped, false, 'that it is clipped');
      claimEqual(siblings[index - 1]?.clipped ?? false, false, 'that the layer over it is clipped to it');
      claimEqual(parentOf(after, id)?.id, parentOf(after, above)?.id, 'the group around it');
    },
  })),
  {
    name: 'several layers can be grouped, in the same history state',
    async run(host, { user, state, history }) {
      const document = user.open(tiny(), 'photo.psd');
      const scene = await host.survey();
      const made = await host.change(scene, 'Add two', calm, async (writer) => {
        const first = await writer.addLayer(aLayer(scene));
        const second = await writer.addLayer({ ...aLayer(scene), name: 'Another' });
        return { layers: [first.id, second.id], group: await writer.group('Both', [first.id, second.id]) };
      });
      const grouped = findLayer(state(document), made.group);
      claimEqual(grouped?.name, 'Both', 'the name of the group');
      claimEqual(new Set(grouped?.children?.map(({ id }) => id)), new Set(made.layers), 'what it holds');
      claimEqual(parentOf(state(document), made.group), undefined, 'what holds it');
      claimEqual(siblingsOf(state(document), made.group)[2]?.id, 1, 'what lies beneath it');
      claimEqual(history(document), ['Open', 'Add two'], 'the history');
    },
  },
  {
    name: 'what is thrown on the way takes everything back',
    async run(host, { user, state, history }) {
      const document = user.open(tiny(), 'photo.psd');
      const before = state(document);
      const scene = await host.survey();
      const failing = host.change(scene, 'Fail', calm, async (writer) => {
        await writer.addLayer(aLayer(scene));
        throw new Error('a fault');
      });
      await claimFails(failing, 'host.failed');
      claim(state(document) === before, 'the document is as before');
      claimEqual(history(document), ['Open'], 'the history');
    },
  },
  {
    name: 'an aborted signal takes everything back',
    async run(host, { user, state, history }) {
      const document = user.open(tiny(), 'photo.psd');
      const before = state(document);
      const scene = await host.survey();
      const abort = new AbortController();
      await claimCancelled(
        host.change(scene, 'Abort', abort.signal, async (writer) => {
          await writer.addLayer(aLayer(scene));
          abort.abort();
        }),
      );
      await claimCancelled(host.change(scene, 'Never', abort.signal, (writer) => writer.addLayer(aLayer(scene))));
      claim(state(document) === before, 'the document is as before');
      claimEqual(history(document), ['Open'], 'the history');
    },
  },
  ...['make', 'move', 'putPixels', 'putLayerMask', 'set'].map((call): HostCase => ({
    name: `Escape before ${call} takes everything back`,
    async run(host, { user, state, history, beforeCall, pressEscape }) {
      const document = user.open(tiny(), 'photo.psd');
      const before = state(document);
      const scene = await host.survey();
      beforeCall(call, pressEscape);
      await claimCancelled(host.change(scene, 'Escape', calm, (writer) => writer.addLayer(aLayer(scene))));
      claim(state(document) === before, 'the document is as before');
      claimEqual(history(document), ['Open'], 'the history');
    },
  })),
  {
    name: 'another document in front stays in front, and is left alone',
    async run(host, { user, state, front, history }) {
      const document = user.open(tiny(), 'edited.psd');
      const scene = await host.survey();
      const other = user.open(tiny(), 'other.psd');
      const before = state(other);
      await host.change(scene, 'Add', calm, (writer) => writer.addLayer(aLayer(scene)));
      claimEqual(history(document), ['Open', 'Add'], 'the history of the edited document');
      claim(state(other) === before, 'the other document is as before');
      claimEqual(front(), other, 'the document in front');
    },
  },
  {
    name: 'Escape with another document in front leaves that one in front',
    async run(host, { user, front, beforeCall, pressEscape }) {
      user.open(tiny(), 'edited.psd');
      const scene = await host.survey();
      const other = user.open(tiny(), 'other.psd');
      beforeCall('putPixels', pressEscape);
      await claimCancelled(host.change(scene, 'Add', calm, (writer) => writer.addLayer(aLayer(scene))));
      claimEqual(front(), other, 'the document in front');
    },
  },
  gone('was closed', 'host.document-closed', ({ user }, document) => user.close(document)),
  gone('was resized', 'host.document-changed', ({ user }, document) => user.resizeCanvas(document, 50, 36)),
  gone('has become one of another depth', 'host.document-changed', ({ user }, document) =>
    user.edit(document, '16 bit', (state) => ({ ...state, depth: 16 })),
  ),
  gone('has lost the active layer', 'host.layer-gone', ({ user }, document) => user.removeLayer(document, 1)),
  {
    name: 'a layer that was grouped meanwhile still has a place, in or above its group',
    async run(host, { user, state }) {
      const document = user.open(tiny(), 'photo.psd');
      const scene = await host.survey();
      user.edit(document, 'Group', (before) => {
        const photo = { ...pixelLayer(1, 'Photo', { bounds: tinyCanvas }), id: 1 };
        return { ...before, layers: [group(9, 'Half', [photo], { opacity: 100 })] };
      });
      const { id } = await host.change(scene, 'Add', calm, (writer) => writer.addLayer(aLayer(scene)));
      claimEqual(parentOf(state(document), id), undefined, 'the group around it');
      claimEqual(siblingsOf(state(document), id)[1]?.id, 9, 'the layer beneath');
    },
  },
  {
    name: 'a text with every sign that XML knows comes back from the layer',
    async run(host, { user, state }) {
      const document = user.open(tiny(), 'photo.psd');
      const scene = await host.survey();
      const provenance = JSON.stringify({ prompt: 'a < b & "c" > \'d\'\nnew line, ünïcode 🙂' });
      const layer = { ...aLayer(scene), provenance };
      const { id } = await host.change(scene, 'Add', calm, (writer) => writer.addLayer(layer));
      claimEqual(provenanceIn(findLayer(state(document), id)?.xmp ?? ''), provenance, 'the provenance');
    },
  },
];

function gone(
  how: string,
  code: string,
  act: (stagehand: Parameters<HostCase['run']>[1], document: number) => void,
): HostCase {
  return {
    name: `a document that ${how} meanwhile is not changed`,
    async run(host, stagehand) {
      const document = stagehand.user.open(tiny(), 'photo.psd');
      const scene = await host.survey();
      act(stagehand, document);
      const history = historyOf(stagehand, document, code);
      await claimFails(
        host.change(scene, 'Add', calm, (writer) => writer.addLayer(aLayer(scene))),
        code,
      );
      claimEqual(historyOf(stagehand, document, code), history, 'the history');
    },
  };
}

function historyOf({ history }: Parameters<HostCase['run']>[1], document: number, code: string): readonly string[] {
  return code === 'host.document-closed' ? [] : history(document);
}

function claimHolds(state: DocumentState, id: number, { pixels, mask }: NewLayer): void {
  const layer = findLayer(state, id);
  claim(layer?.mask !== undefined, 'the layer stands, with a mask');
  const { color, alpha } = layer.pixels.read();
  const full = state.depth === 16 ? 32768 : 255;
  color.forEach((plane, channel) => {
    const shouldBe = pixels.data.filter((_, i) => i % 3 === channel);
    claimEqual(regionOf(plane, layer.bounds, patch, 0), shouldBe, `channel ${channel} of the patch`);
  });
  if (alpha)
    claimEqual(
      alpha.every((value: number) => value === full),
      true,
      'that the patch is opaque',
    );
  claimEqual(regionOf(layer.mask.samples(), layer.mask.bounds, shown, layer.mask.outside), mask.data, 'the mask');
}

/** As any reader of XML takes the attribute. */
function provenanceIn(xmp: string): string {
  const [, text = ''] = /inlay:edit="([^"]*)"/.exec(xmp) ?? [];
  const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&', apos: "'", '#10': '\n' };
  return text.replace(/&([^;]+);/g, (whole, name: string) => signs[name] ?? whole);
}
