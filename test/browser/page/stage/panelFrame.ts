import { hostVariables, type Theme, themes } from './themes';

/** The frame that holds the panel: a window of its own, so that its style sheet sees the panel's width. */
export interface PanelFrame {
  readonly window: Window & typeof globalThis;
  readonly document: Document;
  /** The panel's own element. */
  readonly root: HTMLElement;
  readonly setTheme: (theme: Theme) => void;
}

/** Waits until the frame's page is there, and gives it the plugin's style sheet. */
export async function preparePanel(element: HTMLIFrameElement, theme: Theme): Promise<PanelFrame> {
  const [styles] = await Promise.all([fetch('/plugin/panel.css').then((answer) => answer.text()), loaded(element)]);
  const { contentWindow, contentDocument: document } = element;
  const root = document?.getElementById('panel');
  if (!contentWindow || !document || !root) throw new Error('The frame of the panel is empty.');
  const style = document.createElement('style');
  document.head.append(style);
  const setTheme = (chosen: Theme) => {
    style.textContent = forTheme(styles, chosen);
    applyVariables(document.documentElement, chosen);
    document.querySelector('sp-theme')?.setAttribute('color', themes[chosen].widgets);
  };
  setTheme(theme);
  return { window: contentWindow as PanelFrame['window'], document, root, setTheme };
}

export function applyVariables(element: HTMLElement, theme: Theme): void {
  for (const [name, color] of Object.entries(hostVariables(theme))) element.style.setProperty(name, color);
}

function loaded(element: HTMLIFrameElement): Promise<void> {
  return new Promise((resolve) => {
    const isThere = element.contentDocument?.readyState === 'complete' && element.contentDocument.URL !== 'about:blank';
    if (isThere) resolve();
    else element.addEventListener('load', () => resolve(), { once: true });
  });
}

/** Photoshop's four values of `prefers-color-scheme`, of which a browser knows two: the chosen one always applies. */
function forTheme(styles: string, theme: Theme): string {
  return styles.replace(/\(prefers-color-scheme:\s*(\w+)\)/g, (_, name: string) =>
    name === theme ? '(min-width: 0)' : '(max-width: 0)',
  );
}
