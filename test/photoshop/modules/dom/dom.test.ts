import { rectAt } from '../imaging/rect';
import type { Rule } from '../rules';
import { aBackground, aDocument, aLayer, aPatch, aPhotoshop } from '../support/builders';

type Stand = ReturnType<typeof aPhotoshop>;

describe('the document object model', () => {
  it('tells of the document in front', () => {
    const { app, constants, document } = aPhotoshop();
    expect(app.documents).toHaveLength(1);
    expect(document()).toMatchObject({ title: 'photo.psd', width: 8, height: 6, quickMaskMode: false, saved: true });
    expect(document().mode).toBe(constants.DocumentMode.RGB);
    expect(document().bitsPerChannel).toBe(constants.BitsPerChannelType.EIGHT);
    expect(document().colorProfileName).toBe('sRGB IEC61966-2.1');
    expect(document().selection.bounds).toBeNull();
    expect(document().layers.map(({ name }) => name)).toEqual(['Layer 2', 'Background']);
    expect(document().activeLayers[0].id).toBe(2);
    expect(document().backgroundLayer?.isBackgroundLayer).toBe(true);
  });

  it('tells of layers', () => {
    const { constants, document, control, documentID } = aPhotoshop();
    control.user.edit(documentID, 'Edit', (state) => ({
      ...state,
      layers: [
        aLayer(5, {
          kind: 'group',
          blendMode: 'pass',
          opacity: 128,
          children: [aPatch(6, rectAt(-2, 0, 4, 4), [1, 2, 3])],
        }),
        ...state.layers,
      ],
    }));
    const group = document().layers.getByName('Layer 5');
    expect(group).toMatchObject({ kind: constants.LayerKind.GROUP, blendMode: constants.BlendMode.PASSTHROUGH });
    expect(group.opacity).toBeCloseTo(50.2, 1);
    expect(group.bounds).toMatchObject(rectAt(-2, 0, 4, 4));
    expect(group.parent).toBeNull();
    const inner = group.layers?.[0];
    expect(inner?.parent?.id).toBe(5);
    expect(inner?.layers).toBeNull();
    expect(inner).toMatchObject({ kind: constants.LayerKind.NORMAL, isClippingMask: false, allLocked: false });
  });

  it('moves a layer before, after and into others, and to both ends', async () => {
    const { modal, document, constants } = aPhotoshop();
    const names = () => document().layers.map(({ name }) => name);
    const { PLACEAFTER, PLACEBEFORE, PLACEINSIDE, PLACEATEND, PLACEATBEGINNING } = constants.ElementPlacement;
    await modal(async () => {
      const a = await document().createPixelLayer({ name: 'A' });
      const two = document().layers.getByName('Layer 2');
      a.move(two, PLACEAFTER);
      expect(names()).toEqual(['Layer 2', 'A', 'Background']);
      a.move(two, PLACEBEFORE);
      expect(names()).toEqual(['A', 'Layer 2', 'Background']);
      a.move(two, PLACEATEND);
      expect(names()).toEqual(['Layer 2', 'A', 'Background']);
      a.move(two, PLACEATBEGINNING);
      expect(names()).toEqual(['A', 'Layer 2', 'Background']);
      const group = await document().createLayerGroup({ name: 'G' });
      a.move(group, PLACEINSIDE);
      expect(group.layers?.map(({ name }) => name)).toEqual(['A']);
    });
  });

  it('groups layers where the topmost of them stood', async () => {
    const { modal, document } = aPhotoshop();
    await modal(async () => {
      const a = await document().createPixelLayer({ name: 'A' });
      const b = await document().createPixelLayer({ name: 'B' });
      await document().createPixelLayer({ name: 'Top' });
      const group = await document().groupLayers([a, b]);
      expect(document().layers.map(({ name }) => name)).toEqual(['Top', 'Group 1', 'Layer 2', 'Background']);
      expect(group.layers?.map(({ name }) => name)).toEqual(['B', 'A']);
    });
  });

  it('releases a clip together with those above it', async () => {
    const layers = [
      aLayer(4, { clipped: true }),
      aLayer(3, { clipped: true }),
      aPatch(2, rectAt(0, 0, 2, 2), [1, 1, 1]),
    ];
    const { modal, document } = aPhotoshop({}, aDocument({ layers }));
    await modal(() => {
      document().layers[1].isClippingMask = false;
      expect(document().layers.map((layer) => layer.isClippingMask)).toEqual([false, false, false]);
      document().layers[0].isClippingMask = true;
      expect(document().layers[0].isClippingMask).toBe(true);
      expect(() => (document().layers[2].isClippingMask = true)).toThrow('not currently available');
    });
  });

  it('shifts everything when the canvas grows, and grows the Background white', async () => {
    const { modal, document, control, documentID, constants } = aPhotoshop();
    control.user.select(documentID, rectAt(1, 1, 2, 2));
    await modal(() => document().resizeCanvas(10, 8, constants.AnchorPosition.BOTTOMRIGHT));
    expect(document().layers[0].bounds).toMatchObject(rectAt(4, 3, 4, 3));
    expect(document().selection.bounds).toMatchObject(rectAt(3, 3, 2, 2));
    const { layers, width, height } = control.state(documentID);
    expect([width, height, layers[1].bounds]).toEqual([10, 8, rectAt(0, 0, 10, 8)]);
    expect(layers[1].pixels.read().color[0][0]).toBe(255);
  });

  it('cuts, flattens and copies documents', async () => {
    const { modal, document, app } = aPhotoshop();
    await modal(async () => {
      await document().crop({ left: 2, top: 1, right: 6, bottom: 4 });
      expect(document()).toMatchObject({ width: 4, height: 3 });
      const copy = await document().duplicate('copy');
      expect(app.activeDocument?.id).toBe(copy.id);
      await copy.flatten();
      expect(copy.layers.map(({ isBackgroundLayer }) => isBackgroundLayer)).toEqual([true]);
      copy.closeWithoutSaving();
    });
    expect(app.documents.map(({ title }) => title)).toEqual(['photo.psd']);
  });

  it('copies layers into another document', async () => {
    const { modal, document, app, control, documentID } = aPhotoshop();
    const other = control.user.open(aDocument({ activeLayers: [1] }), 'other.psd');
    await modal(async () => {
      const [from, to] = app.documents;
      const [copy] = await from.duplicateLayers([from.layers[0]], to);
      expect(copy._docId).toBe(other);
      expect(document().layers.map(({ name }) => name)).toEqual(['Layer 2', 'Layer 2', 'Background']);
    });
    expect(control.history(documentID)).toHaveLength(1);
  });

  it('steps back in its history', async () => {
    const { modal, document } = aPhotoshop();
    await modal(async () => {
      const before = document().activeHistoryState;
      await document().createPixelLayer();
      expect(document().historyStates).toHaveLength(2);
      document().activeHistoryState = before;
      expect(document().layers).toHaveLength(2);
    });
  });

  it('has no document where none is open', () => {
    const { app, control, documentID } = aPhotoshop();
    control.user.close(documentID);
    expect(app.documents).toHaveLength(0);
    expect(app.activeDocument).toBeNull();
  });
});

describe('documents and files', () => {
  it('are saved and opened through entries', async () => {
    const { modal, document, app, uxp, control } = aPhotoshop(
      {},
      aDocument({ layers: [aBackground(8, 6)], activeLayers: [1] }),
    );
    const folder = await uxp.storage.localFileSystem.getDataFolder();
    const psd = await folder.createFile('copy.psd', { overwrite: true });
    const png = await folder.createFile('copy.png', { overwrite: true });
    await modal(async () => {
      await document().saveAs.png(png, {}, true);
      await document().saveAs.psd(psd);
      expect(document()).toMatchObject({ title: 'copy.psd', saved: true });
      const opened = await app.open(png);
      expect(opened).toMatchObject({ title: 'copy.png', width: 8, height: 6 });
      expect(app.activeDocument?.id).toBe(opened.id);
      await app.open(psd);
    });
    expect(app.documents.map(({ title }) => title)).toEqual(['copy.psd', 'copy.png', 'copy.psd']);
    expect(control.refusals).toEqual([]);
  });

  it('are not opened when they are damaged, or missing', async () => {
    const { modal, app, uxp, control } = aPhotoshop();
    const folder = await uxp.storage.localFileSystem.getDataFolder();
    const file = await folder.createFile('a.psd');
    await expect(modal(() => app.open(file))).rejects.toThrow('missing');
    await file.write('no picture');
    await expect(modal(() => app.open(file))).rejects.toThrow('damaged');
    expect(control.refusals).toEqual([]);
  });

  it('start empty, white or transparent', async () => {
    const { modal, app, constants, control } = aPhotoshop();
    await modal(async () => {
      const white = await app.createDocument({ width: 4, height: 3, depth: 16, resolution: 72 });
      expect(white).toMatchObject({ width: 4, height: 3, bitsPerChannel: 'bitDepth16' });
      expect(control.state(white.id).layers[0].pixels.read().color[0][0]).toBe(32768);
      const fill = constants.DocumentFill.TRANSPARENT;
      const clear = await app.createDocument({ width: 4, height: 3, fill, name: 'clear' });
      expect(clear.backgroundLayer).toBeNull();
      expect(clear.title).toBe('clear');
      clear.closeWithoutSaving();
      await white.close(constants.SaveOptions.SAVECHANGES);
    });
  });

  it('change profile and mode together with all layers', async () => {
    const { modal, document, constants, control, documentID } = aPhotoshop();
    await modal(async () => {
      await document().convertProfile('Adobe RGB (1998)', constants.Intent.RELATIVECOLORIMETRIC);
    });
    expect(document().colorProfileName).toBe('Adobe RGB (1998)');
    expect(control.history(documentID).at(-1)?.name).toBe('Convert to Profile');
  });
});

describe('a selection', () => {
  it('is made, joined, turned around, softened, saved and loaded', async () => {
    const { modal, document, constants } = aPhotoshop();
    const { EXTEND, DIMINISH, INTERSECT } = constants.SelectionType;
    const box = () => document().selection.bounds;
    await modal(async () => {
      const { selection } = document();
      await selection.selectRectangle(rectAt(1, 1, 2, 2));
      await selection.selectRectangle(rectAt(4, 1, 2, 2), EXTEND);
      expect(box()).toMatchObject(rectAt(1, 1, 5, 2));
      await selection.selectRectangle(rectAt(0, 0, 3, 6), DIMINISH);
      expect(box()).toMatchObject(rectAt(4, 1, 2, 2));
      expect(selection.solid).toBe(true);
      await selection.save('Kept');
      await selection.selectRectangle(rectAt(5, 0, 3, 6), INTERSECT);
      expect(box()).toMatchObject(rectAt(5, 1, 1, 2));
      await selection.inverse();
      expect(box()).toMatchObject(rectAt(0, 0, 8, 6));
      await selection.load(document().channels[0]);
      expect(box()).toMatchObject(rectAt(4, 1, 2, 2));
      await selection.expand(1);
      expect(box()).toMatchObject(rectAt(3, 0, 4, 4));
      await selection.contract(1);
      expect(box()).toMatchObject(rectAt(4, 1, 2, 2));
      await selection.feather(1);
      expect(selection.solid).toBe(false);
      await selection.load(document().layers[0]);
      expect(box()).toMatchObject(rectAt(2, 1, 4, 3));
      await selection.selectAll();
      await selection.inverse();
      expect(box()).toBeNull();
      await expect(selection.inverse()).rejects.toMatchObject({ number: -25920 });
    });
  });
});

describe('the document object model refuses', () => {
  const rows: readonly (readonly [string, Rule, (stand: Stand) => unknown])[] = [
    ['an unknown place', 'call.argument', ({ document }) => document().layers[0].move(document().layers[1], 'somewhere')],
    ['a member that it does not have', 'member.absent', ({ document }) => String(Reflect.get(document(), 'histogram'))],
    ['a member that it does not have to be set', 'member.absent', ({ document }) => Reflect.set(document(), 'zoomed', 1)],
    ['an unknown option for a new layer', 'call.unknown-option', ({ document }) => document().createPixelLayer({ title: 'x' })],
  ]; // prettier-ignore

  it.each(rows)('%s', async (_, rule, write) => {
    const stand = aPhotoshop();
    const before = stand.control.state(stand.documentID);
    await stand.modal(async () => write(stand)).catch(() => undefined);
    expect(stand.rulesBroken()).toEqual([rule]);
    expect(stand.control.state(stand.documentID)).toBe(before);
  });
});
