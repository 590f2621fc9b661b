import { demand, type RuleBook } from '../rules';
import type { Session } from '../session';

interface Raw {
  readonly width: number;
  readonly height: number;
  readonly components: number;
  readonly componentSize: 8 | 16;
  readonly pixelFormat: string;
}

/** An `ImageBlob` as the stand-in holds it: what an `<img>` would show. */
export interface ShownImage {
  readonly bytes: Uint8Array;
  readonly type: string;
  /** Absent: compressed. */
  readonly raw?: Raw;
}

/** Where the pictures behind object URLs can really be seen: a page of a browser. */
export interface Showing {
  /** The address under which an `<img>` finds the picture. */
  readonly publish: (image: ShownImage) => string;
  readonly withdraw: (address: string) => void;
}

/** The pictures that object URLs stand for, until they are revoked. */
export class ObjectUrls {
  private readonly shown = new Map<string, ShownImage>();
  private made = 0;

  constructor(private readonly showing?: Showing) {}

  add(image: ShownImage): string {
    const address = this.showing?.publish(image) ?? `blob:uxp/${++this.made}`;
    this.shown.set(address, image);
    return address;
  }

  revoke(address: string): void {
    if (this.shown.delete(address)) this.showing?.withdraw(address);
  }

  find(address: string): ShownImage | undefined {
    return this.shown.get(address);
  }

  get live(): number {
    return this.shown.size;
  }
}

const shownBy = new WeakMap<object, ShownImage>();

/** The global class `ImageBlob`. */
export function createImageBlob({ book, images }: Session) {
  return class ImageBlob {
    readonly type: string;
    readonly size: number;

    constructor(buffer: unknown, meta: unknown) {
      const isBuffer = buffer instanceof ArrayBuffer;
      demand(
        book,
        'blob.buffer',
        isBuffer,
        'no ArrayBuffer',
        new TypeError('The first argument must be an ArrayBuffer'),
      );
      const { type } = (meta ?? {}) as { readonly type?: unknown };
      const types: readonly unknown[] = ['image/png', 'image/jpg', 'image/uncompressed'];
      demand(book, 'blob.buffer', types.includes(type), `type ${String(type)}`);
      const raw = type === 'image/uncompressed' ? rawFrom(book, meta, images.of(meta) !== undefined) : undefined;
      const wanted = raw && raw.width * raw.height * raw.components * (raw.componentSize / 8);
      const fits = wanted === undefined || wanted === buffer.byteLength;
      demand(book, 'blob.buffer', fits, `${buffer.byteLength} bytes, not ${String(wanted)}`);
      this.type = String(type);
      this.size = buffer.byteLength;
      shownBy.set(this, { bytes: new Uint8Array(buffer).slice(), type: this.type, ...(raw && { raw }) });
    }
  };
}

export function shownImageOf(blob: unknown): ShownImage | undefined {
  return typeof blob === 'object' && blob !== null ? shownBy.get(blob) : undefined;
}

function rawFrom(book: RuleBook, meta: unknown, isImageData: boolean): Raw {
  const { width, height, colorSpace, components, componentSize, pixelFormat } = meta as Record<string, unknown>;
  const sized =
    Number.isInteger(width) && Number.isInteger(height) && (width as number) >= 0 && (height as number) >= 0;
  demand(book, 'blob.buffer', sized, `size ${String(width)} by ${String(height)}`);
  demand(book, 'blob.buffer', colorSpace === 'RGB' || colorSpace === 'Grayscale', `colorSpace ${String(colorSpace)}`);
  demand(book, 'blob.buffer', componentSize === 8 || componentSize === 16, `componentSize ${String(componentSize)}`);
  const formats: readonly unknown[] = isImageData ? ['RGB', 'RGBA', 'Grayscale'] : ['RGB', 'RGBA', 'Gray'];
  demand(book, 'blob.buffer', formats.includes(pixelFormat), `pixelFormat ${String(pixelFormat)}`);
  const expected = { RGB: 3, RGBA: 4, Gray: 1, Grayscale: 1 }[String(pixelFormat)];
  demand(book, 'blob.buffer', components === expected, `${String(components)} components in ${String(pixelFormat)}`);
  return { width, height, components, componentSize, pixelFormat } as Raw;
}
