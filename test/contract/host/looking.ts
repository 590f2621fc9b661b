import type { DocumentId } from '../../../src/base/ids';
import { findLayer } from '../../photoshop/model/findLayer';
import type { DocumentState, LayerState } from '../../photoshop/model/state';
import { documents } from '../../support/documents';
import { background, group, pixelLayer } from '../../support/documents/layers';
import { aScene, softSelection } from '../../support/documents/scene';
import { awkward, solid, tiny, tinyCanvas, tinySelected } from '../../support/documents/tiny';
import { claim, claimEqual, claimFails } from '../claims';
import { aLayer } from './aLayer';
import { calm, type HostCase, turn } from './case';

export const looking: readonly HostCase[] = [
  {
    name: 'a glance without a document says so, and surveying refuses',
    async run(host) {
      claimEqual(host.glance(), { kind: 'no-document' }, 'the glance');
      await claimFails(host.survey(), 'host.no-document');
    },
  },
  {
    name: 'a glance tells size, depth, profile and selection without a modal scope',
    async run(host, { user, scopes }) {
      const document = user.open(tiny(), 'photo.psd');
      claimEqual(
        host.glance(),
        {
          ...{ kind: 'document', document, title: 'photo.psd', size: { width: 40, height: 36 }, depth: 8 },
          ...{ profile: 'sRGB IEC61966-2.1', selection: tinySelected },
        },
        'the glance',
      );
      claimEqual(scopes(), 0, 'the number of modal scopes');
    },
  },
  {
    name: 'a glance at an untagged document has no profile',
    async run(host, { user }) {
      const { profile: _profile, ...untagged } = tiny();
      user.open(untagged, 'photo.psd');
      const glance = host.glance();
      claimEqual(glance.kind === 'document' && glance.profile, '', 'the profile');
    },
  },
  ...obstacles(),
  {
    name: 'surveying tells the selection to the last grey level',
    async run(host, { user }) {
      for (const depth of [8, 16] as const) {
        const selection = softSelection(depth);
        user.open(aScene({ layers: [background(depth)], active: 1, depth, selection }), 'soft.psd');
        const { selection: surveyed } = await host.survey();
        claim(surveyed !== undefined, 'something is selected');
        const { bounds, mask } = surveyed;
        for (let y = bounds.top; y < bounds.bottom; y++) {
          for (let x = bounds.left; x < bounds.right; x++) {
            const at = (y - selection.bounds.top) * 20 + x - selection.bounds.left;
            const is = mask.data[(y - bounds.top) * mask.width + x - bounds.left];
            claimEqual(is, selection.samples[at], `the selection at ${x}, ${y} of ${depth} bit`);
          }
        }
      }
    },
  },
  {
    name: 'surveying cuts a selection that reaches beyond the canvas',
    async run(host, { user }) {
      user.open(tiny({ selection: solid({ left: -5, top: 20, right: 10, bottom: 60 }) }), 'photo.psd');
      const { selection } = await host.survey();
      claimEqual(selection?.bounds, { left: 0, top: 20, right: 10, bottom: 36 }, 'the selection');
      claimEqual(
        selection?.mask.data.every((value) => value === 255),
        true,
        'that all of it is selected',
      );
    },
  },
  {
    name: 'a selection that Photoshop fails to read is told as that, not as an empty one',
    async run(host, { user, beforeCall }) {
      user.open(awkward(), 'photo.psd');
      beforeCall('getSelection', () => {
        throw new Error('Program error');
      });
      claimEqual(await claimFails(host.survey(), 'host.failed'), { doing: 'read the selection' }, 'the details');
    },
  },
  {
    name: 'surveying can ask for a document that is not in front',
    async run(host, { user, front }) {
      const behind = user.open(tiny(), 'behind.psd');
      const { selection: _selection, ...unselected } = tiny();
      const inFront = user.open(unselected, 'front.psd');
      claimEqual((await host.survey(behind as DocumentId)).title, 'behind.psd', 'the title');
      claimEqual((await host.survey()).selection, undefined, 'the selection in front');
      claimEqual(front(), inFront, 'the document in front');
      user.close(behind);
      await claimFails(host.survey(behind as DocumentId), 'host.document-closed');
    },
  },
  ...documents.map(({ name, make, above }): HostCase => ({
    name: `the place of a result in ${name} tears nothing`,
    async run(host, { user, state }) {
      const document = user.open(make(), name);
      const before = state(document);
      const { place } = await host.survey();
      claimEqual(place.above, above, 'the layer that the result stands above');
      claimEqual(place.active, before.activeLayers[0], 'the active layer');
      claim(state(document) === before, 'looking changes nothing');
    },
  })),
  {
    name: 'our layers at the place of a result and beneath it are told with their record, those that are not seen are not',
    async run(host, { user, state, scopes }) {
      const document = user.open(tiny(), 'photo.psd') as DocumentId;
      const scene = await host.survey();
      claimEqual(scene.beneath, [], 'what of ours is there at first');
      const records = ['{"nr":1,"prompt":"a < b & \\"c\\""}', '{"nr":2}', '{"nr":3}'];
      const ids: number[] = [];
      for (const provenance of records) {
        const layer = { ...aLayer(scene), provenance };
        ids.push((await host.change(scene, 'Add', calm, (writer) => writer.addLayer(layer))).id);
      }
      const [lowest, middle, top] = ids;
      claim(lowest !== undefined && middle !== undefined && top !== undefined, 'three layers');
      const told = async () => (await host.inlayLayers(document)).map(({ provenance }) => provenance);
      // each was placed directly above the photograph: the first of them is the topmost
      user.edit(document, 'Choose', (before) => ({ ...before, activeLayers: [middle] }));
      claimEqual(await told(), [records[1], records[2]], 'what is at the middle one and beneath it');
      const { beneath } = await host.survey();
      claimEqual(beneath[0]?.bounds, findLayer(state(document), middle)?.bounds, 'where the nearest one lies');
      claimEqual(beneath, await host.inlayLayers(document), 'the same in a scene');
      const hidden = (layer: LayerState) => (layer.id === top ? { ...layer, visible: false } : layer);
      user.edit(document, 'Hide', (before) => ({ ...before, layers: before.layers.map(hidden) }));
      const before = scopes();
      claimEqual(await told(), [records[1]], 'what is seen');
      claimEqual(scopes(), before, 'the number of modal scopes');
    },
  },
  {
    name: 'what can be shown to a model are layers and groups, each name once, and other documents',
    async run(host, { user, scopes }) {
      user.open(tiny(), 'other.psd');
      const photo = pixelLayer(1, 'Photo', { bounds: tinyCanvas });
      const layers = [pixelLayer(3, 'Photo', { bounds: tinyCanvas }), group(5, 'Set', [photo])];
      const document = user.open(tiny({ layers, activeLayers: [3] }), 'photo.psd') as DocumentId;
      const shown = host.showablePictures(document);
      claimEqual(
        [...shown].sort((a, b) => (a.kind < b.kind ? -1 : 1)),
        [
          { from: { kind: 'document', title: 'other.psd' }, kind: 'document' },
          { from: { kind: 'layer', name: 'Set' }, kind: 'group' },
          { from: { kind: 'layer', name: 'Photo' }, kind: 'layer' },
        ],
        'what can be shown',
      );
      for (const { from } of shown) claim(host.findPicture(document, from) !== undefined, 'each of them is found');
      claimEqual(scopes(), 0, 'the number of modal scopes');
    },
  },
  {
    name: 'a file that was never picked is not there',
    async run(host) {
      claimEqual(await host.readFile('no such token'), undefined, 'the bytes');
    },
  },
  {
    name: 'watching tells of a new selection, and stops when it is told to',
    async run(host, { user }) {
      const document = user.open(tiny(), 'photo.psd');
      let told = 0;
      const stop = host.watch(() => told++);
      user.select(document, { left: 1, top: 1, right: 9, bottom: 9 });
      for (let waited = 0; told === 0 && waited < 2000; waited += 20) await turn(20);
      claim(told > 0, 'a new selection is told of');
      stop();
      const before = told;
      user.select(document, { left: 2, top: 2, right: 9, bottom: 9 });
      await turn(900);
      claimEqual(told, before, 'the number of calls after the end');
    },
  },
];

function obstacles(): readonly HostCase[] {
  const photo = () => pixelLayer(1, 'Photo', { bounds: tinyCanvas });
  const locks = { transparency: false, pixels: true, position: false, all: false };
  const rows: readonly (readonly [what: string, state: () => DocumentState, code: string])[] = [
    ['Quick Mask', () => tiny({ quickMask: true }), 'host.quick-mask'],
    ['a locked layer', () => tiny({ layers: [{ ...photo(), locks }] }), 'host.layer-locked'],
    ['a hidden layer', () => tiny({ layers: [{ ...photo(), visible: false }] }), 'host.layer-hidden'],
    ['a hidden group', () => tiny({ layers: [group(5, 'G', [photo()], { visible: false })] }), 'host.layer-hidden'],
    ['an active group', () => tiny({ layers: [group(5, 'G', [photo()])], activeLayers: [5] }), 'host.group-active'],
    ['several layers', () => tiny({ activeLayers: [1, 2] }), 'host.several-layers'],
    ['no layer', () => tiny({ activeLayers: [] }), 'host.no-layer'],
    ['Indexed Color', () => tiny({ mode: 'indexed' }), 'host.unsupported-mode'],
    ['Multichannel', () => tiny({ mode: 'multichannel' }), 'host.unsupported-mode'],
  ];
  return rows.map(([what, state, code]) => ({
    name: `${what}: a glance tells the obstacle, and surveying refuses for the same reason`,
    async run(host, { user }) {
      user.open(state(), 'photo.psd');
      const glance = host.glance();
      claimEqual(glance.kind === 'document' && glance.obstacle?.code, code, 'the obstacle');
      await claimFails(host.survey(), code);
    },
  }));
}
