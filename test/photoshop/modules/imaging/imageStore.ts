import type { Samples } from '../../model/state';

export type SpaceName = 'RGB' | 'Grayscale' | 'Lab';

/** The pixels behind one `PhotoshopImageData`. */
export interface ImageRecord {
  readonly width: number;
  readonly height: number;
  readonly space: SpaceName;
  /** Empty: the profile of the document it is put into. */
  readonly profile: string;
  readonly components: number;
  /** Interleaved; 16 bit as Photoshop counts it. */
  readonly data: Samples;
  disposed: boolean;
}

/** All image data that lives, and what it weighs. */
export class ImageStore {
  private readonly records = new WeakMap<object, ImageRecord>();
  private readonly live = new Set<ImageRecord>();
  peakBytes = 0;

  add(handle: object, record: ImageRecord): void {
    this.records.set(handle, record);
    this.live.add(record);
    this.peakBytes = Math.max(this.peakBytes, this.bytes);
  }

  of(handle: unknown): ImageRecord | undefined {
    return typeof handle === 'object' && handle !== null ? this.records.get(handle) : undefined;
  }

  dispose(record: ImageRecord): void {
    record.disposed = true;
    this.live.delete(record);
  }

  get undisposed(): number {
    return this.live.size;
  }

  get bytes(): number {
    return [...this.live].reduce((sum, { data }) => sum + data.byteLength, 0);
  }

  buffers(): readonly ArrayBufferLike[] {
    return [...this.live].map(({ data }) => data.buffer);
  }
}
