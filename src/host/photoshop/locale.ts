import { host } from 'uxp';

/** The language of Photoshop's own panels, such as `de_DE`. */
export function hostLocale(): string {
  return host.uiLocale;
}
