import { Cancelled } from '../../src/base/abort';
import { inlayLocal } from '../../src/routing/catalog';
import type { EditModel, ModelAnswer, ModelCall } from '../../src/routing/model';

/** A model that answers as it is told and remembers what it was asked. */
export interface ScriptedModel extends EditModel {
  readonly calls: ModelCall[];
  /** What the next call does; by itself a model paints the hole white. */
  next?: (call: ModelCall, signal: AbortSignal) => Promise<ModelAnswer>;
}

export function createScriptedModel(): ScriptedModel {
  const calls: ModelCall[] = [];
  return {
    spec: inlayLocal,
    calls,
    edit(call, { signal }) {
      calls.push(call);
      const act = this.next ?? paintWhite;
      return act(call, signal);
    },
  };
}

/** Answers only by being cancelled. */
export function untilCancelled(_call: ModelCall, signal: AbortSignal): Promise<ModelAnswer> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(new Cancelled('cancelled'));
    });
  });
}

function paintWhite({ source, mask }: ModelCall): Promise<ModelAnswer> {
  if (source === undefined || mask === undefined) throw new Error('a picture and a mask');
  const data = source.data.slice();
  for (let i = 0; i < data.length; i++) if ((mask.data[Math.floor(i / source.channels)] ?? 0) > 0) data[i] = 255;
  return Promise.resolve({ images: [{ ...source, data }], warnings: [] });
}
