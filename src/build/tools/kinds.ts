/** One page of every kind out of a built site, for pictures and measurements. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface KindOfPage {
  kind: string;
  /** Below the site's root. */ path: string;
}

const LISTS = [
  '',
  'articles/',
  'claims/',
  'speakers/',
  'outlets/',
  'topics/',
  'places/',
  'timeline/',
  'dates/',
  'list/',
  'compare/',
  'quoting/',
  'search/',
  'data/',
  'about/',
  'about/permanence/',
];

/** The page below `folder` with the largest HTML, which shows the most. */
function fullest(dist: string, folder: string): string | null {
  const root = join(dist, folder);
  if (!existsSync(root)) return null;
  const pages = readdirSync(root)
    .map((name) => ({ name, file: join(root, name, 'index.html') }))
    .filter(({ file, name }) => name !== 'page' && existsSync(file))
    .map(({ name, file }) => ({ name, size: statSync(file).size }))
    .sort((a, b) => b.size - a.size || (a.name < b.name ? -1 : 1));
  return pages[0] ? `${folder}/${pages[0].name}/` : null;
}

/** Every kind of page that the site has. */
export function kindsOfPages(dist: string): KindOfPage[] {
  const single = ['articles', 'claims', 'speakers', 'outlets', 'topics', 'places', 'dates'].flatMap(
    (folder) => {
      const path = fullest(dist, folder);
      return path ? [{ kind: folder.replace(/s$/, ''), path }] : [];
    },
  );
  const lists = LISTS.filter((path) => existsSync(join(dist, path, 'index.html'))).map((path) => ({
    kind: path === '' ? 'home' : path.replace(/\/$/, '').replaceAll('/', '-'),
    path,
  }));
  const missing = existsSync(join(dist, '404.html')) ? [{ kind: '404', path: '404.html' }] : [];
  return [...lists, ...single, ...missing];
}
