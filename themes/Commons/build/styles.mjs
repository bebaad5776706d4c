import { compileAsync, SassString } from 'sass';
import { transform } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { dataAddress } from './icons.mjs';

export async function buildStyles(root, icons) {
  const { css } = await compileAsync(fileURLToPath(new URL('styles/commons.scss', root)), {
    loadPaths: [fileURLToPath(new URL('node_modules/', root)), fileURLToPath(new URL('styles/', root))],
    quietDeps: true,
    functions: {
      'icon($name)': ([name]) => new SassString(dataAddress(icons, name.assertString('name').text), { quotes: false }),
    },
  });
  const { code } = await transform(css, { loader: 'css', minify: true, target: ['chrome115', 'firefox121', 'safari17'] });
  return code;
}
