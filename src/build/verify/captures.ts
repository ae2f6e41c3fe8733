/** Every version of every source against its hash and length. */
import type { PublicVersion } from '../../publish/exports/schema.ts';
import { sourcePath, versionPath, versionSourcePath } from '../../model/urls.ts';
import { difference } from './lines.ts';
import { ownerOf } from './owner.ts';
import { type Site, DATA_FILES } from './site.ts';

/** Every version of every source is there, byte for byte as listed, and no other. */
export function checkVersions(site: Site): void {
  const { articles, versions, files, complain, root } = site;
  const expected = new Set<string>();
  const newest = new Map<string, PublicVersion>();
  for (const row of versions.values()) {
    const where = { article: row.article };
    const path = versionSourcePath(row.article, row.version);
    if ((newest.get(row.article)?.version ?? 0) < row.version) newest.set(row.article, row);
    if (!articles.has(row.article))
      complain(
        'data',
        `${DATA_FILES.versions}: version ${row.version} is of the article ${row.article}, which has no line in ${DATA_FILES.articles}`,
        where,
      );
    if (root)
      for (const [what, found, address] of [
        ['url', row.url, path],
        ['page', row.page, versionPath(row.article, row.version)],
      ] as const)
        if (found !== new URL(address, root).href)
          complain(
            'data',
            `${DATA_FILES.versions}, version ${row.version} of ${row.article}: ${what} is ${found}, expected ${new URL(address, root).href}`,
            where,
          );
    for (const file of [
      path,
      ...row.also.map((url) =>
        root && url.startsWith(root.href) ? url.slice(root.href.length) : url,
      ),
    ]) {
      expected.add(file);
      if (file !== path) expected.add(file.replace(/versions\/\d+\//, ''));
      checkCapture(site, file, row, `${DATA_FILES.versions}`);
    }
  }
  for (const article of articles.values()) {
    const path = sourcePath(article.id);
    const where = { article: article.id };
    expected.add(path);
    const row = newest.get(article.id);
    if (!row)
      complain('data', `${DATA_FILES.versions} has no version of article ${article.id}`, where);
    else {
      const unlike = difference(
        { version: article.version, sha256: article.sha256, bytes: article.bytes },
        { version: row.version, sha256: row.sha256, bytes: row.bytes },
      );
      if (unlike)
        complain(
          'data',
          `${DATA_FILES.articles}, ${article.id}: ${unlike} as in ${DATA_FILES.versions}`,
          where,
        );
      for (const url of row.also)
        if (root && url.startsWith(root.href))
          checkCapture(
            site,
            url.slice(root.href.length).replace(/versions\/\d+\//, ''),
            row,
            DATA_FILES.versions,
          );
    }
    checkCapture(site, path, article, DATA_FILES.articles);
  }
  for (const name of files)
    if (/^articles\/.*source\.txt$/.test(name) && !expected.has(name))
      complain(
        'source',
        `${name} is a source that ${DATA_FILES.versions} does not have`,
        ownerOf(name),
      );
}

function checkCapture(
  site: Site,
  file: string,
  { sha256, bytes }: { sha256: string; bytes: number },
  list: string,
): void {
  const capture = site.capture(file);
  if (!capture) return;
  const where = ownerOf(file);
  if (capture.sha256 !== sha256)
    site.complain(
      'source',
      `${file} has the SHA-256 ${capture.sha256}, ${list} says ${sha256}`,
      where,
    );
  if (capture.bytes !== bytes)
    site.complain('source', `${file} has ${capture.bytes} bytes, ${list} says ${bytes}`, where);
}
