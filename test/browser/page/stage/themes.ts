/** Photoshop's four themes; the colors are those by which its panels and widgets are drawn. */
export const themes = {
  darkest: {
    background: '#323232', text: '#f0f0f0', secondary: '#bebebe', disabled: '#7d7d7d', bar: '#292929', well: '#262626',
    control: '#434343', hover: '#4f4f4f', down: '#232323', line: '#808080', rule: '#444444', selected: '#dadada',
    selectedText: '#222222', focus: '#5aa9fa', error: '#ffbab5', desk: '#1e1e1e', widgets: 'dark',
  },
  dark: {
    background: '#535353', text: '#f5f5f5', secondary: '#d2d2d2', disabled: '#ababab', bar: '#484848', well: '#424242',
    control: '#656565', hover: '#707070', down: '#3c3c3c', line: '#9e9e9e', rule: '#676767', selected: '#e2e2e2',
    selectedText: '#222222', focus: '#6cb6ff', error: '#ffbab5', desk: '#282828', widgets: 'dark',
  },
  light: {
    background: '#b8b8b8', text: '#1a1a1a', secondary: '#383838', disabled: '#6e6e6e', bar: '#adadad', well: '#cfcfcf',
    control: '#cacaca', hover: '#d6d6d6', down: '#9c9c9c', line: '#666666', rule: '#9a9a9a', selected: '#3a3a3a',
    selectedText: '#f5f5f5', focus: '#0a4fa8', error: '#7e0a10', desk: '#969696', widgets: 'light',
  },
  lightest: {
    background: '#f0f0f0', text: '#222222', secondary: '#585858', disabled: '#8c8c8c', bar: '#e4e4e4', well: '#ffffff',
    control: '#e0e0e0', hover: '#d6d6d6', down: '#cacaca', line: '#8a8a8a', rule: '#d0d0d0', selected: '#444444',
    selectedText: '#ffffff', focus: '#1473e6', error: '#a80f17', desk: '#d6d6d6', widgets: 'light',
  },
} as const; // prettier-ignore

export type Theme = keyof typeof themes;

export const themeNames: readonly Theme[] = ['darkest', 'dark', 'light', 'lightest'];

/** The same colors as custom properties: `--host-control-hover` and so on. */
export function hostVariables(theme: Theme): Readonly<Record<string, string>> {
  const { background, text, secondary, disabled, hover, down, selectedText, widgets: _, ...same } = themes[theme];
  return {
    '--uxp-host-background-color': background,
    '--uxp-host-text-color': text,
    '--host-background': background,
    '--host-text': text,
    '--host-text-secondary': secondary,
    '--host-text-disabled': disabled,
    '--host-control-hover': hover,
    '--host-control-down': down,
    '--host-selected-text': selectedText,
    ...Object.fromEntries(Object.entries(same).map(([name, color]) => [`--host-${name}`, color])),
  };
}
