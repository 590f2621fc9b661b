import { Window as HappyWindow } from 'happy-dom';
import { limitCanvas } from '../canvas';
import { attachWidgets } from '../widgets';

export type Theme = 'darkest' | 'dark' | 'light' | 'lightest';

export interface PageOptions {
  /** The page's markup; its scripts are not run. */
  readonly page?: string;
  /** The page's style sheet. */
  readonly styles?: string;
  /** The panel's size in pixels. */
  readonly width?: number;
  readonly height?: number;
  readonly theme?: Theme;
}

/** A page of UXP: a document with the built-in widgets, that loads and runs nothing by itself. */
export interface Page {
  readonly window: Window & typeof globalThis;
  readonly document: Document;
  readonly close: () => Promise<void>;
}

export function openPage(console: object, options: PageOptions): Page {
  const { page = '', styles = '', width = 300, height = 600, theme = 'dark' } = options;
  const happyWindow = new HappyWindow({
    width,
    height,
    url: 'about:blank',
    console: console as Console,
    settings: {
      disableJavaScriptFileLoading: true,
      disableCSSFileLoading: true,
      handleDisabledFileLoadingAsSuccess: true,
      device: { prefersColorScheme: theme },
    },
  });
  const window = happyWindow as unknown as Window & typeof globalThis;
  attachWidgets(window);
  limitCanvas(window);
  const { document } = window;
  if (page) document.documentElement.innerHTML = page;
  addStyles(document, hostStyles(theme));
  addStyles(document, styles);
  return { window, document, close: () => happyWindow.happyDOM.close() };
}

function addStyles(document: Document, text: string): void {
  const style = document.createElement('style');
  style.textContent = text;
  document.head.append(style);
}

/** The variables by which Photoshop tells its colors. */
function hostStyles(theme: Theme): string {
  const { background, text } = hostColors[theme];
  return `:root { --uxp-host-background-color: ${background}; --uxp-host-text-color: ${text}; }`;
}

const hostColors: Readonly<Record<Theme, { background: string; text: string }>> = {
  darkest: { background: '#323232', text: '#f0f0f0' },
  dark: { background: '#535353', text: '#f5f5f5' },
  light: { background: '#b8b8b8', text: '#1a1a1a' },
  lightest: { background: '#f0f0f0', text: '#222222' },
};
