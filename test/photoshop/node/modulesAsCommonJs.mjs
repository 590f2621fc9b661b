import { transformSync } from 'esbuild';

/**
 * For packages of modules that ask where they lie, which CommonJS cannot tell: they are handed what they would look for.
 *
 * @param {string} source
 */
function process(source) {
  const address = { 'import.meta.url': '"https://localhost/"' };
  const { code } = transformSync(source, {
    format: 'cjs',
    define: address,
    logOverride: { 'empty-import-meta': 'silent' },
  });
  return { code };
}

const transformer = { process };
// jest looks for a transformer there
export { transformer as default };
