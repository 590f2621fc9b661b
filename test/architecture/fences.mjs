/**
 * Names that are in reach everywhere and may be used only in a few files below `src/`, or in none, and why.
 *
 * @type {readonly { names: readonly string[], files: readonly string[], because: string }[]}
 */
export const fencedGlobals = [
  {
    names: ['fetch', 'FormData', 'Request', 'Response', 'Headers', 'XMLHttpRequest', 'WebSocket'],
    files: ['src/providers/transport.ts'],
    because: 'the network is behind one file: retry, abort and limits are written once',
  },
  {
    names: ['Date', 'performance', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
    files: ['src/base/clock.ts', 'src/base/delay.ts'],
    because: 'time is behind two files, so that tests need no clock',
  },
  {
    names: ['require'],
    files: [],
    because: 'modules are imported',
  },
  {
    names: [
      ...['Worker', 'SharedWorker', 'WebAssembly', 'OffscreenCanvas', 'createImageBitmap', 'ImageData'],
      ...['TextEncoder', 'TextDecoder', 'structuredClone', 'queueMicrotask', 'setImmediate', 'MessageChannel'],
      ...['MutationObserver', 'ResizeObserver', 'IntersectionObserver', 'matchMedia', 'reportError'],
      ...['indexedDB', 'caches', 'File', 'FileReader', 'EventSource', 'DOMParser', 'CSSStyleSheet', 'CSS'],
      ...['CompressionStream', 'DecompressionStream', 'URLSearchParams', 'Buffer', 'process', 'global'],
      ...['alert', 'confirm', 'prompt', 'eval', 'Function'],
    ],
    files: [],
    because: 'UXP lacks it, or not every version that Inlay runs in has it',
  },
];

/**
 * The same for members of what UXP does have.
 *
 * @type {readonly { object?: string, property: string, because: string }[]}
 */
export const fencedMembers = [
  { object: 'Math', property: 'random', because: 'every random choice comes from a seeded generator (base/random.ts)' },
  { object: 'crypto', property: 'subtle', because: 'UXP lacks it' },
  { object: 'AbortSignal', property: 'timeout', because: 'UXP does not document it' },
  { object: 'AbortSignal', property: 'any', because: 'UXP does not document it' },
];
