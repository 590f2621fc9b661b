import { dirname, posix } from 'node:path';

/**
 * The paths that a document names, each as places where it may lie (below the project's folder): links, and what stands
 * between backticks and looks like a path. Addresses, patterns, and names with a gap for something are none.
 */
export function pathsNamedIn(document: string, text: string): { readonly name: string; readonly places: string[] }[] {
  const prose = text.replace(/^```[\s\S]*?^```/gm, '');
  const links = [...prose.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, name = '']) => name);
  const codes = [...prose.matchAll(/`([^`\s]+)`/g)].map(([, name = '']) => name).filter(looksLikePath);
  const names = [...new Set([...links, ...codes])].filter((name) => !/^[a-z]+:|[<>*{}…$]/.test(name));
  return names.map((name) => ({ name, places: placesOf(document, name) }));
}

/** A folder with `/`, or a file of a kind that we have, in lower or camel case. */
function looksLikePath(name: string): boolean {
  if (/^[\w.@-]+\.(ts|tsx|mjs|js|json|css|html|md|png)$/.test(name)) return true;
  return /^(\.{1,2}\/)?[\w.@-]+(\/[\w.@-]+)*\/?$/.test(name) && name.includes('/');
}

/** Beside the document, below the project's folder, or below `src/`, as prose shortens it. */
function placesOf(document: string, name: string): string[] {
  return [dirname(document), '.', 'src'].map((folder) => posix.normalize(posix.join(folder, name)));
}
