import { Window } from 'happy-dom';
import { objectionToElement, remarkOnElement } from '../markup.mjs';

/** What UXP does not show or load in a page's markup; a sentence each. */
export function lintPage(html: string): string[] {
  return elementsOf(html).flatMap(({ tag, attributes }) => objectionToElement(tag, attributes) ?? []);
}

/** What UXP passes over in it. */
export function remarksOnPage(html: string): string[] {
  return elementsOf(html).flatMap(({ attributes }) => remarkOnElement(attributes) ?? []);
}

function elementsOf(html: string) {
  const { DOMParser } = new Window();
  return [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('*')].map((element) => ({
    tag: element.tagName.toLowerCase(),
    attributes: new Map([...element.attributes].map(({ name, value }) => [name, value ?? undefined])),
  }));
}
