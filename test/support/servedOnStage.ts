import { key, type Served } from '../contract/models/served';
import type { DocumentState } from '../photoshop/model/state';
import type { FileLayer } from '../photoshop/modules/uxp/files';
import { decodeUtf8 } from '../photoshop/modules/uxp/utf8';
import { writePsd } from '../photoshop/psd/writePsd';
import type { Running } from '../servers/kit';
import { documentIn, softSpot } from './documents/inMode';
import { type Answer, onStage, type OnStage } from './onStage';
import { reaching } from './reaching';

/** One edit by the built plugin, and all that it left anywhere. */
export interface Left {
  readonly answer: Answer;
  readonly server: Running;
  readonly before: DocumentState;
  readonly after: DocumentState;
  /** States in the history beyond the first. */
  readonly states: number;
  /** Everything that could be read by somebody other than the service, as one text. */
  readonly readable: string;
}

/** A service's edits by the built plugin on the stand-in, whose patience is over soon. */
export interface ServedOnStage {
  readonly stage: OnStage;
  /** One edit in a document of its own; `meanwhile` is told when it has begun. */
  edit(server: Running, meanwhile?: () => Promise<void>): Promise<Left>;
  close(): Promise<void>;
}

export async function servedOnStage(served: Served, hurry: number): Promise<ServedOnStage> {
  const { id } = served.service.spec;
  const storageId = served.storage?.service.spec.id;
  let disk: { readonly files: FileLayer; readonly folder: string } | undefined;
  const endpoints = (server?: Running) => ({
    ...(server && { [id]: server.address }),
    ...(served.storage && storageId !== undefined && { [storageId]: served.storage.address() }),
  });
  const keys = { [id]: key, ...(storageId !== undefined && { [storageId]: key }) };
  const stage = await onStage({
    ...reaching({ [id]: 'http://127.0.0.1:1' }, keys),
    hurry,
    prepare: async (files, folder) => {
      disk = { files, folder };
      await reaching(endpoints(), {}).prepare?.(files, folder);
    },
  });
  if (disk === undefined) throw new Error('The plugin has no folder.');
  const { files, folder } = disk;
  const before = documentIn('rgb', 8, stage.core, undefined, softSpot(8));
  return {
    stage,
    async edit(server, meanwhile = nothing) {
      await reaching(endpoints(server), {}).prepare?.(files, folder);
      const document = stage.open(before);
      const { operation } = served.call;
      const asked = { operation, prompt: 'a red lighthouse', model: served.spec.id };
      const [answer] = await Promise.all([stage.edit(asked), meanwhile()]);
      const after = stage.control.state(document);
      const states = stage.control.history(document).length - 1;
      const kept = await textOf(files, folder);
      const readable = [JSON.stringify(answer), kept, asText(writePsd(after)), filesAskedFor(server)].join('\n');
      stage.user.close(document);
      return { answer, server, before, after, states, readable };
    },
    close: () => stage.close(),
  };
}

async function nothing(): Promise<void> {
  // nobody interferes
}

/** What lies in the plugin's folder. */
async function textOf(files: FileLayer, folder: string): Promise<string> {
  const names = await files.list(folder);
  const texts = await Promise.all(names.map(async (name) => decodeUtf8(await files.read(`${folder}/${name}`))));
  return texts.join('\n');
}

function asText(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

/** What the host of the results saw. */
function filesAskedFor({ log }: Running): string {
  const asked = log.filter(({ stage }) => stage === 'file');
  return asked.map(({ path, query, headers }) => JSON.stringify([path, String(query), headers])).join('\n');
}
