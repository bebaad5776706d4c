import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export async function buildScript(root) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('scripts/main.js', root))],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
  return outputFiles[0].contents;
}
