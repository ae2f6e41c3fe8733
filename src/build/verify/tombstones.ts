/** Addresses that lead to no record today, against the versions in which their words stood. */
import type { PublicTombstone } from '../../publish/exports/schema.ts';
import { claimFilePath, claimPath, versionSourcePath } from '../../model/urls.ts';
import { brief, difference } from './lines.ts';
import { pageOf, expectMarks } from './shows.ts';
import { type Where, type Site, DATA_FILES, addressOf, addTarget } from './site.ts';
import { sliceOf, spaced, numbersIn } from './words.ts';

export const STATUSES = ['withdrawn', 'merged', 'superseded', 'orphaned', 'moved', 'undecided'];

export function checkTombstone(site: Site, tombstone: PublicTombstone): void {
  const { url, claim, article, words, version, start, end, status, reason } = tombstone;
  const where: Where = { ...(article ? { article } : {}), ...(claim ? { claim } : {}) };
  if (!site.root) return;
  const path = url.startsWith(site.root.href) ? url.slice(site.root.href.length) : null;
  if (path === null || (claim && path !== claimPath(claim))) {
    site.complain(
      'data',
      `${DATA_FILES.tombstones}: url is ${url}, expected ${claim ? addressOf(site, claimPath(claim)) : `an address below ${site.root.href}`}`,
      where,
    );
    return;
  }
  if (tombstone.successor) addTarget(site, tombstone.successor, DATA_FILES.tombstones);
  const row =
    article !== null && version !== null ? site.versions.get(`${article}/${version}`) : undefined;
  if (article !== null && version !== null && !row && site.articles.has(article))
    site.complain(
      'data',
      `${DATA_FILES.tombstones}, ${url}: it stood in version ${version} of ${article}, which ${DATA_FILES.versions} does not have`,
      where,
    );
  const source = row ? site.capture(versionSourcePath(row.article, row.version)) : null;
  if (source && words !== null && start !== null && end !== null) {
    const there = sliceOf(source, { start, end });
    if (!consistsOf(there, words))
      site.complain(
        'words',
        `${DATA_FILES.tombstones}, ${url}: its words “${brief(words)}” do not read back; characters ${start} to ${end} of version ${version} are “${brief(there)}”`,
        where,
      );
  }
  for (const candidate of tombstone.candidates) {
    addTarget(site, candidate.url, DATA_FILES.tombstones);
    const other = site.versions.has(`${candidate.article}/${candidate.version}`)
      ? site.capture(versionSourcePath(candidate.article, candidate.version))
      : null;
    if (other && !standsIn(other.text, candidate.words))
      site.complain(
        'words',
        `${DATA_FILES.tombstones}, ${url}: the words of the candidate “${brief(candidate.words)}” do not stand in version ${candidate.version} of ${candidate.article}`,
        where,
      );
  }
  const record =
    claim && site.files.has(claimFilePath(claim, 'claim.json'))
      ? site.json(claimFilePath(claim, 'claim.json'), where)
      : undefined;
  const unlike = record === undefined ? null : difference(record, tombstone);
  if (unlike)
    site.complain(
      'data',
      `${claimFilePath(claim!, 'claim.json')}: ${unlike} as in ${DATA_FILES.tombstones}`,
      where,
    );

  if (path !== '' && !path.endsWith('/')) return;
  const name = `${path}index.html`;
  const page = pageOf(site, name);
  if (!page) return;
  const shows = (message: string) => site.complain('page', `${name}: ${message}`, where);
  if (status) {
    const shown = page.marks.find((mark) => mark.name === 'status');
    const text = spaced(shown?.text ?? '').toLowerCase();
    if (
      shown?.of !== status ||
      (text !== status && STATUSES.includes(text) && tombstone.kind === 'tombstone')
    )
      shows(
        `its status is “${shown?.text ?? 'nothing'}” (${shown?.of ?? 'no mark'}), expected “${status}”`,
      );
  }
  if (reason && !spaced(page.text).includes(spaced(reason).slice(1)))
    shows(`it does not give the reason “${brief(reason)}”`);
  if (claim && words !== null)
    expectMarks(page, shows, [
      ['words', claim],
      ['speaker', claim],
    ]);
  for (const mark of page.marks)
    if (
      mark.name === 'at' &&
      mark.of === claim &&
      numbersIn(mark.text).join() !== [start, end].join()
    )
      shows(`its place is “${mark.text}”, expected ${start} to ${end}`);
  if (claim && row)
    expectMarks(page, shows, [
      ['at', claim],
      ['hash', `${row.article}/${row.version}`],
    ]);
}

export const GAP = ' … ';

/** Parts that stand in the stretch in their order, the first at its beginning and the last at its end. */
export function consistsOf(stretch: string, words: string): boolean {
  if (stretch === words) return true;
  const parts = words.split(GAP);
  return (
    parts.length > 1 &&
    stretch.startsWith(parts[0]!) &&
    stretch.endsWith(parts.at(-1)!) &&
    standsIn(stretch, words)
  );
}

export function standsIn(text: string, words: string): boolean {
  if (text.includes(words)) return true;
  let at = 0;
  return words.split(GAP).every((part) => {
    const found = text.indexOf(part, at);
    at = found + part.length;
    return found >= 0;
  });
}
