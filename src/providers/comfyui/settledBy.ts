import { InlayError } from '../../base/errors';
import type { Connection } from '../connection';
import type { Asked } from '../outcome';
import { asScanned } from '../scanned';
import { outcomeOfComfyUi } from './answers';
import type { Graph } from './graph';
import { type ClassInfo, classInfoOf, objectInfo } from './objectInfo';
import { settle } from './settle';

/** The graph as the server can run it, by what it says of each class of nodes. Throws with what it lacks. */
export async function settledBy(
  graph: Graph,
  asked: Asked,
  connection: Connection,
  signal: AbortSignal,
): Promise<Graph> {
  const classes = new Map<string, ClassInfo>();
  for (const name of new Set(Object.values(graph).map(({ class_type }) => class_type))) {
    const info = (await infoOf(name, asked, connection, signal))[name];
    if (info) classes.set(name, classInfoOf(info));
  }
  const settled = settle(graph, classes);
  if (settled.kind === 'ready') return settled.graph;
  throw new InlayError('model.invalid-input', { provider: asked.provider, says: settled.what });
}

function infoOf(name: string, asked: Asked, connection: Connection, signal: AbortSignal) {
  return connection.ask(
    {
      method: 'GET',
      address: `/object_info/${encodeURIComponent(name)}`,
      charge: 'free',
      read: asScanned(objectInfo),
      judge: (failure) => outcomeOfComfyUi(asked, failure),
    },
    signal,
  );
}
