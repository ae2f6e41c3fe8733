/** Articles: their line in the data, the files beside their page, and the page. */
import { join } from 'node:path';
import { csvHead, csvRow } from '../../publish/exports/csv.ts';
import { articleText } from '../../publish/exports/plain.ts';
import { annotationsOf } from '../../publish/exports/web-annotations.ts';
import {
  type PublicArticle,
  type PublicClaim,
  type PublicVersion,
} from '../../publish/exports/schema.ts';
import type { ArticleRecord } from '../../model/records.ts';
import {
  articleFilePath,
  articlePath,
  claimPath,
  dataPath,
  sourcePath,
  versionPath,
  versionSourcePath,
} from '../../model/urls.ts';
import { sha256 } from '../../text/digest.ts';
import { workingOn } from '../../text/fault.ts';
import { checkClaim, checkAnnotations } from './claims.ts';
import { brief, difference, recordsAgain, rowsOf } from './lines.ts';
import { articleDeparture, departure } from './reading.ts';
import { asRead, pageText, partsAsRead } from './as-read.ts';
import { meeting } from './remade.ts';
import { pageOf, expectMarks } from './shows.ts';
import { type Capture, type Site, reasonOf, DATA_FILES, checkAddress } from './site.ts';
import { lettersOf } from './words.ts';

/** Articles and claims: data, sources, pages and the files beside them. */
export async function checkArticles(site: Site): Promise<void> {
  const { articles, files, complain } = site;
  const table = files.has(dataPath('claims.csv'))
    ? rowsOf(join(site.folder, dataPath('claims.csv')))
    : null;
  if (!table) complain('file', `${dataPath('claims.csv')} is missing`);
  let rows = table && (await checkRow(site, table, csvHead(), null));
  const done = new Set<string>();
  let group: PublicClaim[] = [];
  const finish = () => {
    const article = group[0] && articles.get(group[0].article);
    if (article) {
      done.add(article.id);
      workingOn(articlePath(article.id), () => checkArticle(site, article, group));
    }
    group = [];
  };
  let items = 0;
  // What is wrong with the lines themselves was said when they were first read.
  if (files.has(DATA_FILES.claims))
    for await (const claim of recordsAgain<PublicClaim>(
      site.folder,
      DATA_FILES.claims,
      site.unusableClaims,
    )) {
      if (group[0] && group[0].article !== claim.article) finish();
      group.push(claim);
      items += annotationsOf([claim], site.claimFiles);
      if (!articles.has(claim.article))
        complain(
          'data',
          `claim ${claim.id} names the article ${claim.article}, which has no line in ${DATA_FILES.articles}`,
          { article: claim.article, claim: claim.id },
        );
      if (rows && table) rows = await checkRow(site, table, csvRow(claim), claim);
    }
  finish();
  if (rows && table && !(await table.next()).done)
    complain('data', `${dataPath('claims.csv')} has rows after that of the last claim`);
  for (const article of articles.values())
    if (!done.has(article.id))
      workingOn(articlePath(article.id), () => checkArticle(site, article, []));
  const collection = site.json(dataPath('annotations.json')) as { total?: unknown } | undefined;
  if (collection && collection.total !== items)
    complain(
      'data',
      `${dataPath('annotations.json')}: total is ${String(collection.total)}, expected ${items}`,
    );
}

/** Whether the rows that follow can be compared. */
async function checkRow(
  { complain }: Site,
  table: AsyncGenerator<string>,
  expected: string,
  claim: PublicClaim | null,
): Promise<boolean> {
  const file = dataPath('claims.csv');
  const where = claim ? { article: claim.article, claim: claim.id } : {};
  let found: string | undefined;
  try {
    found = (await table.next()).value as string | undefined;
  } catch (error) {
    complain('file', `${file} cannot be read: ${reasonOf(error)}`);
    return false;
  }
  if (found === expected) return true;
  const at = [...expected].findIndex((char, i) => char !== found?.[i]);
  const from = Math.max(0, at - 20);
  const line = (text: string | undefined) =>
    text === undefined ? 'nothing' : `“${brief(text.slice(from).replace(/\s+/g, ' '))}”`;
  complain(
    'data',
    `${file}, ${claim ? `row of claim ${claim.id}` : 'first row'}: found ${line(found)}, expected ${line(expected)}${claim ? ` as in ${DATA_FILES.claims}` : ''}`,
    where,
  );
  // Where a row is missing, all that follow would differ.
  return claim !== null && (found?.startsWith(`${claim.id},`) ?? false);
}

/** Holds one line of `articles.jsonl` and those of its claims against files and pages. */
function checkArticle(site: Site, article: PublicArticle, claims: readonly PublicClaim[]): void {
  const { id } = article;
  if (wasProved(site, article, claims)) return;
  const source = site.capture(sourcePath(id));
  checkLine(site, article, source);
  checkOrder(site, article, claims);
  const text = checkRecord(site, article, claims);
  if (text !== null && source) checkTexts(site, article, source, text);
  checkAnnotations(site, article, claims, source);
  for (const [key, row] of site.versions) if (key.startsWith(`${id}/`)) checkVersionPage(site, row);
  checkArticlePage(site, article, claims, { source, text });
  const within = new Set(claims.map((claim) => claim.id));
  for (const claim of claims) {
    if (claim.within && !within.has(claim.within))
      site.complain(
        'data',
        `claim ${claim.id} lies within ${claim.within}, which is no claim of its article`,
        { article: id, claim: claim.id },
      );
    checkClaim(site, { article, claim, source, text });
  }
}

/** Whether an article was proved before, with the same lines and files; what is read whole is not passed over. */
function wasProved(site: Site, article: PublicArticle, claims: readonly PublicClaim[]): boolean {
  const { id } = article;
  const key = sha256(JSON.stringify([article, claims]));
  site.checked.set(id, key);
  if (site.checkedBefore.get(id) !== key) return false;
  const pages = [articlePath(id), ...claims.map((claim) => claimPath(claim.id))];
  return (
    [sourcePath(id), articleFilePath(id, 'article.json')].every(site.isProved) &&
    pages.every((path) => {
      const page = `${path}index.html`;
      return site.isProved(page) || !site.isReadWhole(page);
    })
  );
}

/** Addresses, length and boilerplate are possible for this source. */
function checkLine(site: Site, article: PublicArticle, source: Capture | null): void {
  const { id } = article;
  const where = { article: id };
  for (const [key, path] of [
    ['url', articlePath(id)],
    ['source', sourcePath(id)],
    ['annotations', articleFilePath(id, 'annotations.json')],
  ] as const)
    checkAddress(site, `${DATA_FILES.articles}, ${id}: ${key}`, article[key], path, where);
  if (!source) return;
  const { length } = source.points;
  if (length !== article.characters)
    site.complain(
      'source',
      `${sourcePath(id)} has ${length} characters, ` +
        `${DATA_FILES.articles} says ${article.characters}`,
      where,
    );
  for (const { start, end } of article.boilerplate)
    if (start >= end || end > length)
      site.complain(
        'data',
        `article ${id}: boilerplate from ${start} to ${end} lies outside of the source`,
        where,
      );
}

/** The article lists its claims, in their order. */
function checkOrder(site: Site, article: PublicArticle, claims: readonly PublicClaim[]): void {
  const { id } = article;
  const unlike = difference(
    claims.map((claim) => claim.id),
    article.claims,
  );
  if (!unlike) return;
  for (const claim of article.claims)
    if (!hasLive(site, claim, id))
      site.complain(
        'data',
        `article ${id} lists claim ${claim}, which ${DATA_FILES.claims} does not have`,
        { article: id, claim },
      );
  site.complain(
    'data',
    `${DATA_FILES.claims}: the claims of article ${id} are not those of its line, ` +
      `in its order: ${unlike}`,
    { article: id },
  );
}

/** Whether the data have a claim in this article that is no tombstone. */
function hasLive(site: Site, claim: string, article: string): boolean {
  const known = site.claims.get(claim);
  return known !== undefined && known.article === article && known.live;
}

/** The record beside the page says what the lines say; gives its text, null where there is none. */
function checkRecord(
  site: Site,
  article: PublicArticle,
  claims: readonly PublicClaim[],
): string | null {
  const where = { article: article.id };
  const file = articleFilePath(article.id, 'article.json');
  const record = site.json(file, where) as { text?: unknown } | undefined;
  if (!record) return null;
  const text = typeof record.text === 'string' ? record.text : null;
  if (text === null) site.complain('data', `${file} has no text`, where);
  const isWhole = site.isReadWhole(`${articlePath(article.id)}index.html`);
  const unlike = isWhole && difference(record, { ...article, text: record.text, claims });
  if (unlike)
    site.complain(
      'data',
      `${file}: ${unlike} as in ${DATA_FILES.articles} and ${DATA_FILES.claims}`,
      where,
    );
  return text;
}

/** The article's text reads as its source, and the files of it as its text. */
function checkTexts(site: Site, article: PublicArticle, source: Capture, text: string): void {
  const { id } = article;
  const complain = (message: string) => site.complain('words', message, { article: id });
  const [record, plain, lines] = [
    articleFilePath(id, 'article.json'),
    articleFilePath(id, 'article.txt'),
    articleFilePath(id, 'article.md'),
  ];
  const isWhole = site.isReadWhole(`${articlePath(id)}index.html`);
  // A web page is parsed once more only where its article's page is read whole.
  if (article.format === 'html' && !isWhole) return;
  const markdown = article.format === 'markdown';
  const parts = articleDeparture(
    pageText(article, source) ?? asRead(article, source.text),
    text,
    markdown,
  );
  if (parts)
    complain(
      `${record}: its text does not read as ${sourcePath(id)} does: ` +
        `found “${parts.read}”, expected “${parts.source}”`,
    );
  if (!isWhole) return;
  const shown = site.read(plain)?.toString('utf8');
  const known = { ...article, text, source: { sha256: article.sha256 } };
  const expected = site.root && articleText(known as unknown as ArticleRecord, site.root.href);
  if (shown !== undefined && expected && shown !== expected)
    complain(`${plain} is not what ${record} makes of it: ${meeting(shown, expected)}`);
  const shownLines = site.read(lines)?.toString('utf8');
  if (shownLines !== undefined && !lettersOf(shownLines).includes(lettersOf(text)))
    complain(`${lines} does not have the text of ${record}`);
}

function checkArticlePage(
  site: Site,
  article: PublicArticle,
  claims: readonly PublicClaim[],
  { source, text }: { source: Capture | null; text: string | null },
): void {
  const { id } = article;
  const name = `${articlePath(id)}index.html`;
  const page = pageOf(site, name);
  if (!page) return;
  const complain = (message: string, claim?: string) =>
    site.complain('page', `${name}: ${message}`, { article: id, ...(claim ? { claim } : {}) });
  expectMarks(page, complain, [
    ['hash', `${id}/${article.version}`],
    ['bytes', `${id}/${article.version}`],
    ['check', `${id}/${article.version}`],
  ]);
  if (text !== null) {
    const parts = departure(text, page.blocks.join('\n\n'));
    if (parts)
      complain(
        `the text shown is not that of ${articleFilePath(id, 'article.json')}: found “${parts.read}”, expected “${parts.source}”`,
      );
  }
  for (const claim of claims) {
    if (!page.ids.has(claim.id)) complain(`there is no element #${claim.id}`, claim.id);
    const parts = departure(
      partsAsRead(article, source, claim.parts),
      page.pieces.get(claim.id) ?? '',
      { markdown: article.format === 'markdown', quoted: true },
    );
    if (parts)
      complain(
        `the words marked as claim ${claim.id} are not those of the source: found “${parts.read}”, expected “${parts.source}”`,
        claim.id,
      );
    if (!page.marks.some((mark) => mark.name === 'speaker' && mark.of === claim.id))
      complain(`the speaker of claim ${claim.id} is not shown`, claim.id);
  }
  for (const claim of page.pieces.keys())
    if (!hasLive(site, claim, id))
      complain(
        `words are marked as claim ${claim}, which ${DATA_FILES.claims} does not have in this article`,
        claim,
      );
}

function checkVersionPage(site: Site, row: PublicVersion): void {
  const name = `${versionPath(row.article, row.version)}index.html`;
  const page = pageOf(site, name);
  const key = `${row.article}/${row.version}`;
  if (!page) return;
  const complain = (message: string) =>
    site.complain('page', `${name}: ${message}`, { article: row.article });
  expectMarks(page, complain, [
    ['hash', key],
    ['bytes', key],
    ['characters', key],
  ]);
  if (!page.sources.some(({ of }) => of === key))
    complain(`the text of ${versionSourcePath(row.article, row.version)} is not shown`);
}
