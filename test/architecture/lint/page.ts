import { Window } from 'happy-dom';
import { objectionToElement } from '../markup.mjs';

/** What UXP does not show or load in a page's markup; a sentence each. */
export function lintPage(html: string): string[] {
  const { DOMParser } = new Window();
  const elements = [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('*')];
  return elements.flatMap((element) => {
    const attributes = new Map([...element.attributes].map(({ name, value }) => [name, value ?? undefined]));
    return objectionToElement(element.tagName.toLowerCase(), attributes) ?? [];
  });
}
