import type { Connection, Question } from '../connection';
import type { Asked } from '../outcome';
import { asScanned } from '../scanned';
import { outcomeOfComfyUi, queue } from './answers';

/** Stops a run, waiting or running. Older servers cannot stop one by name: then only what is ours is interrupted. */
export async function stop(id: string, asked: Asked, connection: Connection, signal: AbortSignal): Promise<void> {
  const judge: Question<unknown>['judge'] = (failure) => outcomeOfComfyUi(asked, failure);
  const about = { charge: 'free', judge } as const;
  const post = (address: string, body: object) =>
    connection.ask(
      {
        ...about,
        method: 'POST',
        address,
        body: JSON.stringify(body),
        accepts: [404],
        read: ({ status }) => status,
      },
      signal,
    );
  if ((await post(`/api/jobs/${id}/cancel`, {})) !== 404) return;
  await post('/queue', { delete: [id] });
  const { running } = await connection.ask(
    { ...about, method: 'GET', address: '/queue', read: asScanned(queue) },
    signal,
  );
  if (running.includes(id)) await post('/interrupt', { prompt_id: id });
}
