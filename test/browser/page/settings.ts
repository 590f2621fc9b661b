import { type Theme, themeNames } from './stage/themes';

export type Tool = 'rectangle' | 'lasso' | 'brush' | 'hand';

/** How the page is set up; it is kept between visits. */
export interface Settings {
  readonly theme: Theme;
  /** Photoshop's language; the plugin asks for it once, when it starts. */
  readonly language: Language;
  /** Pixels. */
  readonly panelWidth: number;
  readonly tool: Tool;
  /** Pixels of the document. */
  readonly brushSize: number;
  /** 0 to 100. */
  readonly brushHardness: number;
}

/** Those of Photoshop's that the panel speaks too. */
export const languages = { en_US: 'English', de_DE: 'Deutsch' } as const;

export type Language = keyof typeof languages;

export const languageNames = Object.keys(languages) as readonly Language[];

export const panelWidths = { least: 260, most: 700 };

const key = 'inlay.play';

const usual: Settings = {
  theme: 'darkest',
  language: 'en_US',
  panelWidth: 300,
  tool: 'lasso',
  brushSize: 60,
  brushHardness: 40,
};

/** As they were left; `?theme=…&width=…&language=…` in the address comes first. */
export function readSettings(): Settings {
  const asked = new URLSearchParams(location.search);
  const theme = themeNames.find((name) => name === asked.get('theme'));
  const language = languageNames.find((name) => name === asked.get('language'));
  const width = Number(asked.get('width'));
  return {
    ...usual,
    ...kept(),
    ...(theme && { theme }),
    ...(language && { language }),
    ...(width >= panelWidths.least && width <= panelWidths.most && { panelWidth: width }),
  };
}

export function writeSettings(settings: Settings): void {
  localStorage.setItem(key, JSON.stringify(settings));
}

function kept(): Partial<Settings> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Settings>;
  } catch {
    return {};
  }
}
