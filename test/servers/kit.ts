import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Fault, type FaultPlan, planFaults, sendBroken } from './faults';
import { type Reply, send } from './reply';

/** A request as it came. */
export interface Received {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** A request as it stands in the log. */
export interface Logged extends Received {
  /** As `Behavior.stageOf` says; `file` on the port of the files. */
  readonly stage: string;
  /** In ms, from an arbitrary start. */
  readonly at: number;
}

/** Thrown by a handler: a request that the service would turn away. It is also kept as a complaint. */
export class TurnedAway extends Error {
  constructor(
    readonly reply: Reply,
    complaint: string,
  ) {
    super(complaint);
  }
}

/** What a service does, told to the kit. */
export interface Behavior {
  /** Which stage of its protocol a request belongs to, such as `submit`, `poll` and `file`; faults are planned by it. */
  readonly stageOf: (request: Received) => string;
  readonly answer: (request: Received, service: Running) => Reply | Promise<Reply>;
}

/** What a test and the service's own code see of a running server. */
export interface Running {
  /** `http://127.0.0.1:PORT`. */
  readonly address: string;
  /** Where its files lie: another port, on which a key is a complaint. */
  readonly files: string;
  readonly log: readonly Logged[];
  /** What a strict service would not have taken, in sentences. */
  readonly complaints: string[];
  /** What it would charge for, in the order of the work. */
  readonly billed: Billed[];
  readonly faults: FaultPlan;
  /** Puts a file on the other port; answers its address. */
  putFile(name: string, bytes: Uint8Array): string;
  close(): Promise<void>;
}

export interface Billed {
  readonly id: string;
  readonly dollars: number;
}

/** Starts a protocol server on loopback, and a second one beside it for its files. */
export async function startServer(behavior: Behavior): Promise<Running> {
  const log: Logged[] = [];
  const kept = new Map<string, Uint8Array>();
  const faults = planFaults();
  const complaints: string[] = [];
  const main = createServer((incoming, response) => void serve(incoming, response));
  const side = createServer((incoming, response) => void serveFile(incoming, response));
  const [address, files] = [await listen(main), await listen(side)];
  const running: Running = {
    ...{ address, files, log, complaints, billed: [], faults },
    putFile(name, bytes) {
      kept.set(`/${name}`, bytes);
      return `${files}/${name}?signature=0123456789abcdef`;
    },
    close: async () => {
      await Promise.all([main, side].map(stop));
    },
  };

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await receive(incoming);
    const stage = behavior.stageOf(request);
    log.push({ ...request, stage, at: performance.now() });
    await respond(request, response, faults.next(stage), () => answered(request));
  }

  async function answered(request: Received): Promise<Reply> {
    try {
      return await behavior.answer(request, running);
    } catch (error) {
      if (!(error instanceof TurnedAway)) throw error;
      complaints.push(`${request.method} ${request.path}: ${error.message}`);
      return error.reply;
    }
  }

  async function serveFile(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await receive(incoming);
    log.push({ ...request, stage: 'file', at: performance.now() });
    const carriers = ['authorization', 'x-key', 'x-goog-api-key', 'cookie'].filter((name) => name in request.headers);
    if (carriers.length > 0) complaints.push(`A key came along for a file, in ${carriers.join(', ')}.`);
    if (request.method === 'PUT') kept.set(request.path, request.body);
    const bytes = kept.get(request.path);
    const found: Reply =
      bytes === undefined ? { status: 403, body: '<Error>expired</Error>' } : { status: 200, body: bytes };
    await respond(request, response, faults.next('file'), () => found);
  }

  return running;
}

async function respond(
  request: Received,
  response: ServerResponse,
  fault: Fault | undefined,
  answer: () => Reply | Promise<Reply>,
): Promise<void> {
  if (fault !== undefined && fault.when !== 'after') {
    await sendBroken(response, fault, { status: 200, body: {} });
    return;
  }
  const reply = await answer();
  if (fault === undefined) send(response, reply, request.method);
  else await sendBroken(response, fault, reply);
}

async function receive(incoming: IncomingMessage): Promise<Received> {
  const pieces: Buffer[] = [];
  for await (const piece of incoming) pieces.push(Buffer.from(piece as Uint8Array));
  const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://127.0.0.1');
  const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
  return {
    method: incoming.method ?? 'GET',
    path: pathname,
    query: searchParams,
    headers,
    body: Buffer.concat(pieces),
  };
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
