/** Addresses that lead to no record today, against the versions in which their words stood. */
import type { PublicTombstone, PublicVersion } from '../../publish/exports/schema.ts';
import { claimFilePath, claimPath, versionSourcePath } from '../../model/urls.ts';
import { brief, difference } from './lines.ts';
import type { PageFacts } from './page.ts';
import { pageOf, expectMarks } from './shows.ts';
import type { Where } from './owner.ts';
import { type Site, DATA_FILES, addressOf } from './site.ts';
import { sliceOf, spaced, numbersIn } from './words.ts';

const STATUSES = ['withdrawn', 'merged', 'superseded', 'orphaned', 'moved', 'undecided'];

/** Holds one line of `tombstones.jsonl` against sources, the record beside its page and the page. */
export function checkTombstone(site: Site, tombstone: PublicTombstone): void {
  if (!site.root) return;
  const path = pathOf(site, site.root, tombstone);
  if (path === null) return;
  const { successor } = tombstone;
  if (successor) site.links.add(successor, DATA_FILES.tombstones);
  const row = versionOf(site, tombstone);
  if (row) checkWords(site, tombstone, row);
  for (const candidate of tombstone.candidates) checkCandidate(site, tombstone, candidate);
  checkRecord(site, tombstone);
  if (path === '' || path.endsWith('/')) checkPage(site, `${path}index.html`, tombstone, row);
}

const whereOf = ({ article, claim }: PublicTombstone): Where => ({
  ...(article ? { article } : {}),
  ...(claim ? { claim } : {}),
});

/** The address below the root; null where it is no address that the tombstone may have. */
function pathOf(site: Site, root: URL, tombstone: PublicTombstone): string | null {
  const { url, claim } = tombstone;
  const path = url.startsWith(root.href) ? url.slice(root.href.length) : null;
  if (path !== null && (!claim || path === claimPath(claim))) return path;
  const expected = claim ? addressOf(site, claimPath(claim)) : `an address below ${root.href}`;
  site.complain(
    'data',
    `${DATA_FILES.tombstones}: url is ${url}, expected ${expected}`,
    whereOf(tombstone),
  );
  return null;
}

/** The version in which the words stood, where one is named; one that is missing is a problem. */
function versionOf(site: Site, tombstone: PublicTombstone): PublicVersion | null {
  const { url, article, version } = tombstone;
  if (article === null || version === null) return null;
  const row = site.versions.get(`${article}/${version}`);
  if (!row && site.articles.has(article))
    site.complain(
      'data',
      `${DATA_FILES.tombstones}, ${url}: it stood in version ${version} of ${article}, ` +
        `which ${DATA_FILES.versions} does not have`,
      whereOf(tombstone),
    );
  return row ?? null;
}

/** The words read back from the version they stood in. */
function checkWords(site: Site, tombstone: PublicTombstone, row: PublicVersion): void {
  const { url, words, start, end, version } = tombstone;
  const source = site.capture(versionSourcePath(row.article, row.version));
  if (!source || words === null || start === null || end === null) return;
  const there = sliceOf(source, { start, end });
  if (!consistsOf(there, words))
    site.complain(
      'words',
      `${DATA_FILES.tombstones}, ${url}: its words “${brief(words)}” do not read back; ` +
        `characters ${start} to ${end} of version ${version} are “${brief(there)}”`,
      whereOf(tombstone),
    );
}

/** What the claim may be now: its page is there, and its words stand in the version named. */
function checkCandidate(
  site: Site,
  tombstone: PublicTombstone,
  { url, article, version, words }: PublicTombstone['candidates'][number],
): void {
  site.links.add(url, DATA_FILES.tombstones);
  if (!site.versions.has(`${article}/${version}`)) return;
  const source = site.capture(versionSourcePath(article, version));
  if (source && !standsIn(source.text, words))
    site.complain(
      'words',
      `${DATA_FILES.tombstones}, ${tombstone.url}: the words of the candidate ` +
        `“${brief(words)}” do not stand in version ${version} of ${article}`,
      whereOf(tombstone),
    );
}

/** The record beside the page says the same. */
function checkRecord(site: Site, tombstone: PublicTombstone): void {
  const { claim } = tombstone;
  if (!claim || !site.claimFiles) return;
  const file = claimFilePath(claim, 'claim.json');
  const record = site.json(file, whereOf(tombstone));
  const unlike = record === undefined ? null : difference(record, tombstone);
  if (unlike)
    site.complain('data', `${file}: ${unlike} as in ${DATA_FILES.tombstones}`, whereOf(tombstone));
}

/** The page gives status, reason, words and place. */
function checkPage(
  site: Site,
  name: string,
  tombstone: PublicTombstone,
  row: PublicVersion | null,
): void {
  const page = pageOf(site, name);
  if (!page) return;
  const { claim, words, reason } = tombstone;
  const complain = (message: string) =>
    site.complain('page', `${name}: ${message}`, whereOf(tombstone));
  checkStatus(page, tombstone, complain);
  if (reason && !spaced(page.text).includes(spaced(reason).slice(1)))
    complain(`it does not give the reason “${brief(reason)}”`);
  if (claim && words !== null)
    expectMarks(page, complain, [
      ['words', claim],
      ['speaker', claim],
    ]);
  checkPlace(page, tombstone, complain);
  if (claim && row)
    expectMarks(page, complain, [
      ['at', claim],
      ['hash', `${row.article}/${row.version}`],
    ]);
}

/** A status is shown by its name, or where it has none of these, in words of the page's own. */
function checkStatus(
  page: PageFacts,
  { status, kind }: PublicTombstone,
  complain: (message: string) => void,
): void {
  if (!status) return;
  const shown = page.marks.find((mark) => mark.name === 'status');
  const text = spaced(shown?.text ?? '').toLowerCase();
  const another = text !== status && STATUSES.includes(text) && kind === 'tombstone';
  if (shown?.of !== status || another)
    complain(
      `its status is “${shown?.text ?? 'nothing'}” (${shown?.of ?? 'no mark'}), ` +
        `expected “${status}”`,
    );
}

function checkPlace(
  page: PageFacts,
  { claim, start, end }: PublicTombstone,
  complain: (message: string) => void,
): void {
  const place = [start, end].join();
  for (const { name, of, text } of page.marks)
    if (name === 'at' && of === claim && numbersIn(text).join() !== place)
      complain(`its place is “${text}”, expected ${start} to ${end}`);
}

/** Between the parts of words that something interrupts. */
const GAP = ' … ';

/** Parts that stand in the stretch in their order, the first at its beginning and the last at its end. */
function consistsOf(stretch: string, words: string): boolean {
  if (stretch === words) return true;
  const [beginning, ...others] = words.split(GAP);
  const end = others.at(-1);
  return (
    beginning !== undefined &&
    end !== undefined &&
    stretch.startsWith(beginning) &&
    stretch.endsWith(end) &&
    standsIn(stretch, words)
  );
}

/** The parts of the words stand in the text in their order. */
function standsIn(text: string, words: string): boolean {
  if (text.includes(words)) return true;
  let at = 0;
  return words.split(GAP).every((part) => {
    const found = text.indexOf(part, at);
    at = found + part.length;
    return found >= 0;
  });
}
