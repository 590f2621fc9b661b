const { existsSync, readFileSync, readdirSync } = require('node:fs');
const { join } = require('node:path');
const TerserPlugin = require('terser-webpack-plugin');
const webpack = require('webpack');

/** What Photoshop's `require` supplies and the bundle leaves to it. */
const hostModules = ['photoshop', 'uxp', 'os', 'fs'];

/** The bundle's size limit in bytes. It only goes down, or up with a reason in the commit. */
const sizeLimit = 800 * 1024;

/**
 * `npm run build -- --allow ORIGIN` checks the origins and hands them over as `env.allow`, separated by spaces.
 *
 * @param {{ allow?: string }} env
 * @param {{ mode?: string }} options
 */
module.exports = (env, { mode }) => ({
  entry: './src/index.tsx',
  // UXP runs no code that is made from strings, so never an `eval` devtool.
  devtool: mode === 'development' ? 'inline-cheap-module-source-map' : 'hidden-source-map',
  target: ['web', 'es2022'],
  externals: Object.fromEntries(hostModules.map((name) => [name, `commonjs2 ${name}`])),
  output: { path: join(__dirname, 'dist'), filename: 'index.js', clean: true },
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        use: { loader: 'ts-loader', options: { transpileOnly: true, compilerOptions: { noEmit: false } } },
      },
    ],
  },
  optimization: {
    splitChunks: false,
    minimizer: [
      new TerserPlugin({
        extractComments: 'some',
        // A recorded Action calls `inlayEdit` by its name; errors are told apart by their class names.
        terserOptions: {
          keep_classnames: true,
          keep_fnames: /^inlayEdit$/,
          mangle: { reserved: ['inlayEdit'] },
          format: { ascii_only: true },
        },
      }),
    ],
  },
  performance: {
    hints: mode === 'development' ? false : 'error',
    maxAssetSize: sizeLimit,
    maxEntrypointSize: sizeLimit,
  },
  plugins: [
    new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 }),
    new EmitAssets(() => ({
      'manifest.json': [manifestWith(env.allow?.split(' ') ?? []), 'manifest.json'],
      'index.html': [readFileSync('src/index.html'), 'src/index.html'],
      ...filesOf('icons', '.png', 'icons/'),
      ...filesOf('src/panel', '.css'),
      ...filesOf('src/panel/icons', '.svg', 'icons/'),
    })),
  ],
  stats: 'errors-warnings',
});

/** Adds files that are not modules to the output, and watches them. */
class EmitAssets {
  /** @param {() => Record<string, [content: string | Buffer, path: string]>} collect by name in the output */
  constructor(collect) {
    this.collect = collect;
  }

  /** @param {import('webpack').Compiler} compiler */
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('EmitAssets', (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: 'EmitAssets', stage }, () => {
        for (const [name, [content, path]] of Object.entries(this.collect())) {
          compilation.emitAsset(name, new webpack.sources.RawSource(content));
          compilation.fileDependencies.add(join(__dirname, path));
        }
      });
    });
  }
}

/**
 * The manifest's text, with further origins that the plugin may reach.
 *
 * @param {readonly string[]} origins
 */
function manifestWith(origins) {
  const manifest = JSON.parse(readFileSync('manifest.json', 'utf8'));
  const { network } = manifest.requiredPermissions;
  network.domains = [...new Set([...network.domains, ...origins])];
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/**
 * The files of a folder with that ending, under their names in the output; none where there is no such folder.
 *
 * @param {string} folder
 * @param {string} ending
 */
function filesOf(folder, ending, folderInOutput = '') {
  if (!existsSync(folder)) return {};
  const names = readdirSync(folder).filter((name) => name.endsWith(ending));
  return Object.fromEntries(
    names.map((name) => [`${folderInOutput}${name}`, [readFileSync(join(folder, name)), join(folder, name)]]),
  );
}
