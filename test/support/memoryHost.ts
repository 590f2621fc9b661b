import type { InlayError } from '../../src/base/errors';
import type { DocumentId, LayerId } from '../../src/base/ids';
import { Unreadable } from '../../src/base/unreadable';
import type {
  ActionRecorder,
  DocumentGlance,
  FilePicker,
  Glance,
  Host,
  InlayLayer,
  NewLayer,
} from '../../src/host/host';
import type { PickedFile, Scene, Secrets, Storage } from '../../src/host/host';
import { sRGB } from '../../src/image/raster';
import { heightOf, widthOf } from '../../src/image/rect';

/** A host without Photoshop, for tests of the app alone: one gray document with a square selected. */
export interface MemoryHost extends Host {
  readonly added: NewLayer[];
  /** What of ours lies beneath. */
  readonly beneath: InlayLayer[];
  readonly told: string[];
  /** Previews that are not released. */
  readonly shown: Set<string>;
  /** What the next call of that name throws. */
  readonly failing: Map<'survey' | 'change', InlayError>;
  see(glance: Glance): void;
}

const size = { width: 64, height: 64 };
const bounds = { left: 24, top: 24, right: 40, bottom: 40 };

export const openDocument: DocumentGlance = {
  kind: 'document',
  document: 1 as DocumentId,
  title: 'hero.psd',
  size,
  depth: 8,
  profile: sRGB.profile,
  selection: bounds,
};

const scene: Scene = {
  document: openDocument.document,
  title: openDocument.title,
  size,
  depth: 8,
  space: sRGB,
  selection: { bounds, mask: { width: 16, height: 16, data: new Uint8Array(256).fill(255) } },
  place: { above: 1 as LayerId, active: 1 as LayerId, activeName: 'Background' },
  beneath: [],
};

export function createMemoryHost(): MemoryHost {
  let seen: Glance = openDocument;
  let previews = 0;
  const listeners = new Set<() => void>();
  const added: NewLayer[] = [];
  const beneath: InlayLayer[] = [];
  const told: string[] = [];
  const shown = new Set<string>();
  const failing: MemoryHost['failing'] = new Map();
  const failNow = (call: 'survey' | 'change') => {
    const error = failing.get(call);
    failing.delete(call);
    if (error !== undefined) throw error;
  };
  return {
    ...{ added, beneath, told, shown, failing },
    see(glance) {
      seen = glance;
      listeners.forEach((listener) => {
        listener();
      });
    },
    glance: () => seen,
    watch(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    async survey() {
      await Promise.resolve();
      failNow('survey');
      return { ...scene, beneath };
    },
    inlayLayers: () => Promise.resolve([...beneath]),
    readPixels(_document, _from, area) {
      const data = new Uint8Array(widthOf(area) * heightOf(area) * 3).fill(128);
      return Promise.resolve({ width: widthOf(area), height: heightOf(area), channels: 3, space: sRGB, data });
    },
    convertForScreen: (_document, pixels) => Promise.resolve(pixels),
    findPicture: (document, { kind }) => (kind === 'layer' ? { document, from: 2 as LayerId, bounds } : undefined),
    showablePictures: () => [{ from: { kind: 'layer', name: 'Bottle' }, kind: 'layer' }],
    readFile: () => Promise.resolve(undefined),
    toWire: (_document, pixels) => Promise.resolve(pixels),
    fromWire: (_document, pixels) => Promise.resolve(pixels),
    decode: () => Promise.reject(new Unreadable('unsupported', 'a picture without Photoshop')),
    preview(pixels) {
      const address = `memory:${String(++previews)}`;
      shown.add(address);
      return { address, size: pixels, release: () => void shown.delete(address) };
    },
    tell: (line) => void told.push(line),
    async change(_scene, _title, signal, work) {
      failNow('change');
      signal.throwIfAborted();
      return work({
        addLayer(layer) {
          added.push(layer);
          const { name, pixelsInDocument, maskInDocument } = layer;
          const id = (added.length + 1) as LayerId;
          return Promise.resolve({ id, name, bounds: pixelsInDocument, maskBounds: maskInDocument });
        },
        growCanvas: () => Promise.resolve(),
        group: () => Promise.resolve(0 as LayerId),
      });
    },
  };
}

/** Texts in memory; `full` makes every write fail with that error. */
export function createMemoryStorage(): Storage & { readonly texts: Map<string, string>; failure?: InlayError } {
  const texts = new Map<string, string>();
  return {
    texts,
    read: (name) => Promise.resolve(texts.get(name)),
    write(name, text) {
      if (this.failure !== undefined) return Promise.reject(this.failure);
      texts.set(name, text);
      return Promise.resolve();
    },
  };
}

export function createMemoryRecorder(): ActionRecorder & { readonly steps: object[] } {
  const steps: object[] = [];
  return {
    steps,
    record: (_title, request) => void steps.push(request),
  };
}

export function createMemorySecrets(
  kept = new Map<string, string>(),
): Secrets & { readonly kept: Map<string, string> } {
  return {
    kept,
    read: (name) => Promise.resolve(kept.get(name)),
    write: (name, secret) => Promise.resolve(void kept.set(name, secret)),
    remove: (name) => Promise.resolve(void kept.delete(name)),
  };
}

/** A person who chooses that text, or that file, whenever they are asked. */
export function createMemoryPicker(text?: string, file?: PickedFile): FilePicker {
  return { pickText: () => Promise.resolve(text), pickFile: () => Promise.resolve(file) };
}
