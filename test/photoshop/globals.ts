/**
 * Which names a plugin finds in UXP without importing them. What is on none of these lists is absent: undefined in the
 * stand-in, and noted when it is asked for. Nothing here that only newer versions have than the manifest demands.
 */

/** What the language itself brings. No WebAssembly: it exists, but Adobe does not support it. */
export const languageNames = [
  ...['Object', 'Array', 'String', 'Number', 'Boolean', 'Symbol', 'BigInt', 'Math', 'JSON', 'Date', 'RegExp', 'Intl'],
  ...['Error', 'AggregateError', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'],
  ...['Promise', 'Map', 'Set', 'WeakMap', 'WeakSet', 'WeakRef', 'FinalizationRegistry', 'Proxy', 'Reflect'],
  ...['ArrayBuffer', 'DataView', 'Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array'],
  ...['Int32Array', 'Uint32Array', 'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array'],
  ...['parseInt', 'parseFloat', 'isNaN', 'isFinite', 'NaN', 'Infinity', 'undefined'],
  ...['encodeURIComponent', 'decodeURIComponent', 'encodeURI', 'decodeURI', 'escape', 'unescape'],
] as const;

/** What UXP adds to the language; each is supplied by whoever makes the context, or absent. */
export const hostNames = [
  ...['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'requestAnimationFrame', 'cancelAnimationFrame'],
  ...['fetch', 'Headers', 'Request', 'Response', 'FormData', 'XMLHttpRequest', 'WebSocket', 'Blob', 'ImageBlob', 'URL'],
  ...['AbortController', 'AbortSignal', 'ReadableStream', 'WritableStream', 'TransformStream'],
  ...['CountQueuingStrategy', 'ByteLengthQueuingStrategy'],
  ...['crypto', 'performance', 'console', 'navigator', 'btoa', 'atob', 'localStorage', 'sessionStorage', 'path'],
] as const;

/** What the document brings. */
export const documentNames = [
  ...['document', 'customElements', 'getComputedStyle', 'innerWidth', 'innerHeight', 'devicePixelRatio'],
  ...['addEventListener', 'removeEventListener', 'dispatchEvent'],
  ...['EventTarget', 'Event', 'CustomEvent', 'UIEvent', 'MouseEvent', 'PointerEvent', 'WheelEvent', 'KeyboardEvent'],
  ...['FocusEvent', 'InputEvent'],
  ...['Node', 'Element', 'Text', 'Comment', 'Document', 'DocumentFragment', 'ShadowRoot', 'HTMLElement', 'SVGElement'],
  ...['HTMLAnchorElement', 'HTMLBodyElement', 'HTMLButtonElement', 'HTMLCanvasElement', 'HTMLDialogElement'],
  ...['HTMLFormElement', 'HTMLHeadElement', 'HTMLHtmlElement', 'HTMLImageElement', 'HTMLInputElement'],
  ...['HTMLLabelElement', 'HTMLLinkElement', 'HTMLOptionElement', 'HTMLProgressElement', 'HTMLScriptElement'],
  ...['HTMLSelectElement', 'HTMLSlotElement', 'HTMLStyleElement', 'HTMLTemplateElement', 'HTMLTextAreaElement'],
  // No iframes in UXP and no word of the class in its reference, but React has it on the right side of an
  // `instanceof` at every commit, also the versions that Adobe's own starters use.
  ...['HTMLIFrameElement'],
] as const;

/** Absent names that our bundle is known to ask for, and what it does without them. */
export const knownProbes: Readonly<Record<string, string>> = {
  __REACT_DEVTOOLS_GLOBAL_HOOK__: 'React: a developer tool, if there is one',
  MessageChannel: "React's scheduler: falls back to setTimeout",
  setImmediate: "React's scheduler: falls back to setTimeout",
  queueMicrotask: 'React: falls back to promises',
  reportError: 'React: falls back to an error event on the window, then to the console',
  nodeName: 'React: takes the window for an element where an event has no target; falls back to none',
  event: 'React: the event being handled, for its priority; falls back to the default one',
  CompositionEvent: 'React: whether composed characters are told of; falls back to key events',
  TextEvent: 'React: the same',
  AnimationEvent: 'React: under which name an end of an animation is told',
  TransitionEvent: 'React: under which name an end of a transition is told',
  __zod_globalConfig: 'zod: settings shared by several copies of it',
  __zod_globalRegistry: 'zod: schemas shared by several copies of it',
};

/** The members of a 2D drawing context that UXP has. */
export const canvasMembers = [
  ...['lineWidth', 'lineJoin', 'lineCap', 'globalAlpha', 'fillStyle', 'strokeStyle'],
  ...['createLinearGradient', 'createRadialGradient', 'beginPath', 'closePath', 'moveTo', 'lineTo', 'arc', 'arcTo'],
  ...['bezierCurveTo', 'quadraticCurveTo', 'rect', 'stroke', 'fill', 'fillRect', 'strokeRect', 'clearRect'],
] as const;
