import { AxeBuilder } from '@axe-core/playwright';
import type { Play } from './openPlay';

/** Texts of the panel that are wider than what holds them. */
export function cutOff({ panel }: Play): Promise<readonly string[]> {
  return panel.locator('.panel').evaluate((root) => {
    const edge = root.getBoundingClientRect().right + 0.5;
    return [...root.querySelectorAll('*')]
      .filter((element) => element.childElementCount === 0 && element.textContent.trim() !== '')
      .filter((element) => element.getBoundingClientRect().right > edge)
      .map((element) => element.textContent);
  });
}

/** What axe finds in the page and in the panel, as far as it keeps somebody from using it. */
export async function seriousFaults({ page }: Play): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html.slice(0, 120)}`));
}
