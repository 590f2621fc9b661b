import type { ErrorCode } from '../../../src/base/errors';
import { mostRepeats } from '../../../src/providers/patience';
import type { Fault } from '../../servers/faults';
import type { Reply } from '../../servers/reply';
import { bombPng } from './bombPng';
import type { Ending, Served, ServerOptions } from './served';

/** One way in which an edit by a service may go, and how it must end. */
export interface Mishap {
  readonly name: string;
  /** How the server is started, beside its key. */
  readonly options?: Partial<ServerOptions>;
  readonly fault?: PlannedFault;
  /** A picture that can be placed, or an error, any of which is right. */
  readonly ends: 'picture' | readonly ErrorCode[];
  /** What the service would charge for in the end. */
  readonly billed: 'once' | 'never' | 'once at most';
  /** Requests that start work: one unless told. */
  readonly submissions?: number;
}

export interface PlannedFault {
  readonly stage: string;
  readonly fault: Fault;
  /** How often; always unless told. */
  readonly times?: number;
}

/** Every way in which a service may go wrong, as far as its protocol has it. */
export function mishapsOf(served: Served): readonly Mishap[] {
  return [
    { name: 'all goes well', ends: 'picture', billed: 'once' },
    { name: 'another size', options: { size: { width: 40, height: 30 } }, ends: 'picture', billed: 'once' },
    ...refusals(served),
    ...patience(served),
    ...lostAnswers,
    ...endings(served),
    ...uselessPictures(served),
    ...served.stages.flatMap((stage) => afterwards(stage, served)),
    ...(served.stages.includes('file') ? uselessLinks : []),
  ];
}

const replyOf = (reply: Reply): Fault => ({ kind: 'reply', reply });

function onSubmit(fault: Fault, times?: number): Pick<Mishap, 'fault'> {
  return { fault: { stage: 'submit', fault, ...(times !== undefined && { times }) } };
}

/** What may pass is asked for so often before it is told. */
const mostSubmissions = mostRepeats + 1;

/** In the service's own words, before any work. One that may pass is asked for again. */
function refusals({ words }: Served): readonly Mishap[] {
  const row = (meaning: keyof typeof words): readonly Mishap[] => {
    const reply = words[meaning];
    if (reply === undefined) return [];
    const submissions = meaning === 'rate-limited' || meaning === 'down' ? mostSubmissions : 1;
    return [
      {
        name: `its own word for ${meaning}`,
        ...onSubmit(replyOf(reply)),
        ends: [`model.${meaning}`],
        billed: 'never',
        submissions,
      },
    ];
  };
  const meanings = ['auth', 'no-credit', 'invalid-input', 'rate-limited', 'gone', 'refused-input', 'down'] as const;
  return meanings.flatMap(row);
}

/** What passes is waited for, and paid once. */
function patience({ words }: Served): readonly Mishap[] {
  const passing = { ends: 'picture', billed: 'once' } as const;
  const busy = words['rate-limited'];
  const told = busy && { ...busy, headers: { 'retry-after': '3' } };
  return [
    { name: 'down, then up again', ...onSubmit(replyOf(words.down), 2), ...passing, submissions: 3 },
    ...(told
      ? [{ name: 'busy, with a time to wait', ...onSubmit(replyOf(told), 1), ...passing, submissions: 2 } as const]
      : []),
  ];
}

/** Nobody knows whether the work was done, so nobody asks for it again. */
const lostAnswers: readonly Mishap[] = (
  [
    ['breaks off', { kind: 'reset', when: 'after' }],
    ['is cut short', { kind: 'truncated', when: 'after' }],
    ['never comes', { kind: 'hang', when: 'after' }],
    ['comes too slowly', { kind: 'drip', everyMs: 100, when: 'after' }],
    ['is a gateway’s page', { kind: 'html', status: 502, when: 'after' }],
    ['is a page', { kind: 'html', status: 200, when: 'after' }],
    ['is malformed', { kind: 'malformed', when: 'after' }],
    ['leads elsewhere', { kind: 'redirect', to: 'http://foreign.example/' }],
    ['is too large', { kind: 'oversized', bytes: 3_000_000 }],
  ] satisfies readonly (readonly [string, Fault])[]
).map(([what, fault]) => ({
  name: `the answer ${what}`,
  ...onSubmit(fault),
  ends: fault.kind === 'oversized' ? ['model.unusable-answer', 'model.uncertain'] : ['model.uncertain'],
  billed: 'once at most',
}));

function endings({ endings: meanings, stages }: Served): readonly Mishap[] {
  const row = (ending: Exclude<Ending, 'pictures'>): Mishap => ({
    name: `an edit that ends ${ending}`,
    options: { ending },
    ends: [meanings[ending]],
    billed: 'once at most',
    ...(meanings[ending] === 'model.down' && stages.every(fetches) && { submissions: mostSubmissions }),
  });
  return [row('refused'), row('none'), row('failed')];
}

/** Pictures that come within the answer. */
function uselessPictures({ carries }: Served): readonly Mishap[] {
  if (carries === undefined) return [];
  const files = [
    ['damaged', Buffer.from('\x89PNG\r\n\x1a\nnot', 'latin1')],
    ['no picture', Buffer.from('<html></html>')],
    ['empty', Buffer.alloc(0)],
    ['one that would fill the memory', bombPng()],
  ] as const;
  return files.map(([what, file]) => ({
    name: `a picture within the answer that is ${what}`,
    ...onSubmit(replyOf(carries(file))),
    ends: ['model.unusable-answer'],
    billed: 'once at most',
  }));
}

/** Once the work has a name, asking for it costs nothing: what passes is got over. */
function afterwards(stage: string, { words }: Served): readonly Mishap[] {
  const passing: readonly (readonly [string, Fault])[] = [
    ['a reset', { kind: 'reset' }],
    ['no answer', { kind: 'hang' }],
    ['a gateway’s page', { kind: 'html', status: 502 }],
    ['an answer cut short', { kind: 'truncated', when: 'after' }],
    ...(fetches(stage) ? [] : ([['a malformed answer', { kind: 'malformed' }]] as const)),
  ];
  return [
    ...passing.map(([what, fault]): Mishap => ({
      name: `${what} at the stage “${stage}”`,
      fault: { stage, fault, times: 1 },
      ends: 'picture',
      billed: 'once',
    })),
    {
      name: `an outage at the stage “${stage}”`,
      fault: { stage, fault: replyOf(words.down) },
      ends: ['model.uncertain'],
      billed: 'once at most',
    },
  ];
}

/** At such a stage the work is done, and the service has said so. */
export function isAfterWork(stage: string): boolean {
  return fetches(stage) || stage === 'result';
}

/** At such a stage the work is done, and what comes is a picture. */
export function fetches(stage: string): boolean {
  return stage === 'file' || stage === 'view';
}

const uselessLinks: readonly Mishap[] = (
  [
    ['that has expired', { kind: 'reply', reply: { status: 403, body: '<Error>expired</Error>' } }],
    ['to a page', { kind: 'html', status: 200 }],
    ['to a damaged picture', { kind: 'reply', reply: { status: 200, body: Buffer.from('\x89PNG\r\n\x1a\nnot') } }],
    ['to a picture that would fill the memory', { kind: 'reply', reply: { status: 200, body: bombPng() } }],
    ['that leads to another host', { kind: 'redirect', to: 'http://foreign.example/picture.png' }],
  ] satisfies readonly (readonly [string, Fault])[]
)
  .map(([what, fault]): Mishap => ({
    name: `a link ${what}`,
    fault: { stage: 'file', fault },
    ends: ['model.unusable-answer'],
    billed: 'once at most',
  }))
  .concat({
    name: 'a link to an unknown host',
    options: { fileAt: 'https://foreign.example/picture.png' },
    ends: ['model.unusable-answer'],
    billed: 'once at most',
  });
