/** Reads the content folder into memory; understands nothing of it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { VFile } from 'vfile';
import { CARD_FOLDERS, type CardFolder, type Content } from '../../src/lib/pipeline/index.ts';
import { readLedgerFiles } from './ledger-files.ts';
import { settings } from './settings.ts';

/** Folder of the archive, as the settings say when this module is loaded. */
export const { root, content: contentFolder, records: recordsFolder } = settings();

/** `harbour-post-ferry.txt` is the first version of its article, `harbour-post-ferry.2.txt` the second. */
const SOURCE = /^(.+?)(?:\.(\d+))?\.(txt|md)$/;

const file = (path: string) =>
  new VFile({
    path: relative(root, path).replaceAll('\\', '/'),
    cwd: root,
    value: new Uint8Array(readFileSync(path)),
  });
const list = (folder: string) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => !name.startsWith('.'))
        .sort()
    : [];

export function readContent(): Content {
  const cards = Object.fromEntries(
    CARD_FOLDERS.map((folder) => [
      folder,
      list(join(contentFolder, folder))
        .filter((name) => name.endsWith('.md'))
        .map((name) => ({ id: name.slice(0, -3), file: file(join(contentFolder, folder, name)) })),
    ]),
  ) as Record<CardFolder, { id: string; file: VFile }[]>;
  const site = join(contentFolder, 'site.md');
  return {
    sources: readSources(),
    cards,
    site: existsSync(site) ? file(site) : new VFile({ path: 'content/site.md', value: '' }),
    ...readLedgerFiles(root),
  };
}

function readSources(): Content['sources'] {
  const folder = join(contentFolder, 'sources');
  const versions = new Map<string, { version: number; path: string; file: VFile }[]>();
  for (const name of list(folder)) {
    const [, article, version = '1'] = SOURCE.exec(name) ?? [];
    if (!article) continue;
    const source = file(join(folder, name));
    // two files for one version (`a.txt`, `a.md`) are two articles of one id, which is reported
    const key = versions.get(article)?.some((v) => v.version === Number(version))
      ? `${article} (${name})`
      : article;
    versions.set(key, [
      ...(versions.get(key) ?? []),
      { version: Number(version), path: source.path, file: source },
    ]);
  }
  return [...versions]
    .map(([key, all]) => ({
      article: key.replace(/ \(.*$/, ''),
      versions: all.sort((a, b) => a.version - b.version),
    }))
    .sort((a, b) => (a.article < b.article ? -1 : 1));
}
