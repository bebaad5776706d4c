import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Makes a folder hold exactly these files. Each is put in place by a rename and what is left over goes last,
 * so a site that runs from the folder never misses a file or serves half of one.
 */
export async function replaceFolder(folder, files) {
  for (const [name, content] of Object.entries(files)) {
    const path = fileURLToPath(new URL(name, folder));
    const fresh = `${path}.${process.pid}.tmp`;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(fresh, content);
    await rename(fresh, path);
  }

  const top = fileURLToPath(folder);
  for (const entry of await readdir(top, { recursive: true, withFileTypes: true })) {
    const path = `${entry.parentPath ?? entry.path}${sep}${entry.name}`;
    const name = relative(top, path).replaceAll(sep, '/');
    if (entry.isFile() && !(name in files) && !name.endsWith('.tmp')) await rm(path, { force: true });
  }
}
