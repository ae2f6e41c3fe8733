/**
 * Proves a built site from nothing but its own files: every hash, every part of every claim, every
 * link and fragment, and that data files and pages agree. Whatever is wrong, in any file, comes
 * back as a problem that names the file, what was found and what was expected.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ZodType } from 'zod';
import { sourceCheck, wordsCheck } from '../../src/lib/at-home.ts';
import { csvHead, csvRow } from '../../src/lib/exports/csv.ts';
import {
  PUBLIC_SCHEMAS,
  type PublicArticle,
  type PublicClaim,
  type PublicPart,
  type PublicTombstone,
  type PublicVersion,
} from '../../src/lib/exports/schema.ts';
import { jsonSchema } from '../../src/lib/exports/json-schemas.ts';
import { articleText, claimMarkdown, claimText } from '../../src/lib/exports/plain.ts';
import { undo } from '../../src/lib/formats/undo.ts';
import { annotation, linking } from '../../src/lib/exports/web-annotations.ts';
import { codePoints, type CodePoints } from '../../src/lib/offsets.ts';
import type { ArticleRecord, ClaimRecord } from '../../src/lib/schema.ts';
import {
  articleFilePath,
  articlePath,
  claimFilePath,
  claimInContextPath,
  claimPath,
  dataPath,
  sourcePath,
  versionPath,
  versionSourcePath,
} from '../../src/lib/urls.ts';
import { speakerName } from '../../src/lib/wording.ts';
import { filesUnder } from './publish.ts';
import { brief, difference, recordsOf, rowsOf } from './verify/lines.ts';
import { readPage, type PageFacts } from './verify/page.ts';
import { articleDeparture, departure } from './verify/reading.ts';

export interface SiteProblem {
  kind: 'hash' | 'file' | 'source' | 'words' | 'page' | 'link' | 'data';
  article?: string;
  claim?: string;
  message: string;
}

export interface SiteProof {
  problems: SiteProblem[];
  counts: {
    files: number;
    hashes: number;
    articles: number;
    versions: number;
    claims: number;
    parts: number;
    pages: number;
    links: number;
  };
}

export const SUMS = 'SHA256SUMS';

type Where = Pick<SiteProblem, 'article' | 'claim'>;

/** What is kept of a claim: a site may have a million. */
interface Known {
  article: string | null;
  words: string | null;
  speaker: string;
  live: boolean;
}

interface Capture {
  bytes: number;
  sha256: string;
  text: string;
  points: CodePoints;
}

interface Site {
  folder: string;
  files: ReadonlySet<string>;
  counts: SiteProof['counts'];
  complain(kind: SiteProblem['kind'], message: string, where?: Where): void;
  /** The bytes of a file; null, with one problem, where it is missing or cannot be read. */
  read(name: string): Buffer | null;
  /** A file of JSON, the same. */
  json(name: string, where?: Where): unknown;
  capture(name: string): Capture | null;
  /** Address of the root, ending with a slash; null where the first page states none. */
  root: URL | null;
  articles: Map<string, PublicArticle>;
  /** By `<article>/<version>`. */
  versions: Map<string, PublicVersion>;
  claims: Map<string, Known>;
  pages: Map<string, ReadonlySet<string>>;
  /** Every place inside the site that is linked to, with the first page that does. */
  targets: Map<string, { file: string; fragment: string; from: string; link: string }>;
}

/** `sums`: whether `SHA256SUMS` must be there; the build writes it after its own checks. */
export async function verifySite(
  folder: string,
  { sums = true }: { sums?: boolean } = {},
): Promise<SiteProof> {
  const problems: SiteProblem[] = [];
  const counts = {
    files: 0,
    hashes: 0,
    articles: 0,
    versions: 0,
    claims: 0,
    parts: 0,
    pages: 0,
    links: 0,
  };
  let files: string[];
  try {
    files = filesUnder(folder);
  } catch (error) {
    return {
      problems: [{ kind: 'file', message: `${folder} cannot be read: ${reasonOf(error)}` }],
      counts,
    };
  }
  counts.files = files.length;
  if (files.length === 0)
    return { problems: [{ kind: 'file', message: `There are no files in ${folder}` }], counts };
  const site = siteOf(folder, files, problems, counts);
  if (sums) checkSums(site);
  const tombstones = await readData(site);
  const home = site.files.has('index.html') ? site.read('index.html') : null;
  const canonical = home && readPage(home.toString('utf8')).canonical;
  site.root = canonical && URL.canParse(canonical) ? new URL(canonical) : null;
  if (!site.root)
    site.complain(
      'page',
      'index.html has no canonical address, so the site’s root is unknown and no link was followed',
    );
  checkVersions(site);
  await checkArticles(site);
  for (const tombstone of tombstones) checkTombstone(site, tombstone);
  for (const name of files) if (name.endsWith('.html') && !site.pages.has(name)) pageOf(site, name);
  for (const name of files) if (name.endsWith('.xml')) addXmlLinks(site, name);
  checkLinks(site);
  checkPackage(site);
  return { problems, counts };
}

export const sumOf = (path: string) => hashOf(readFileSync(path));
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The file that `sha256sum -c` reads. */
export const sumsOf = (folder: string): string =>
  filesUnder(folder)
    .filter((name) => name !== SUMS)
    .map((name) => `${sumOf(join(folder, name))}  ${name}\n`)
    .join('');

function siteOf(
  folder: string,
  files: readonly string[],
  problems: SiteProblem[],
  counts: SiteProof['counts'],
): Site {
  const set = new Set(files);
  const unread = new Set<string>();
  const captures = new Map<string, Capture>();
  const complain: Site['complain'] = (kind, message, where = {}) =>
    problems.push({ kind, ...where, message });
  const read: Site['read'] = (name) => {
    try {
      return readFileSync(join(folder, name));
    } catch (error) {
      if (!unread.has(name))
        complain(
          'file',
          set.has(name) ? `${name} cannot be read: ${reasonOf(error)}` : `${name} is missing`,
          ownerOf(name),
        );
      unread.add(name);
      return null;
    }
  };
  return {
    folder,
    files: set,
    counts,
    complain,
    read,
    root: null,
    json(name, where) {
      const bytes = read(name);
      if (!bytes) return undefined;
      try {
        return JSON.parse(bytes.toString('utf8')) as unknown;
      } catch (error) {
        complain('data', `${name} is no JSON: ${reasonOf(error)}`, where ?? ownerOf(name));
        return undefined;
      }
    },
    capture(name) {
      const known = captures.get(name);
      if (known) return known;
      const bytes = read(name);
      if (!bytes) return null;
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
      const capture = {
        bytes: bytes.byteLength,
        sha256: hashOf(bytes),
        text,
        points: codePoints(text),
      };
      if (captures.size > 3) captures.delete(captures.keys().next().value!); // work goes article by article
      captures.set(name, capture);
      return capture;
    },
    articles: new Map(),
    versions: new Map(),
    claims: new Map(),
    pages: new Map(),
    targets: new Map(),
  };
}

const reasonOf = (error: unknown) =>
  error instanceof Error ? error.message.split('\n')[0]! : String(error);

function checkSums({ files, counts, complain, read }: Site): void {
  if (!files.has(SUMS)) {
    complain('file', `${SUMS} is missing: the list of all files with their hashes`);
    return;
  }
  const listed = new Set<string>([SUMS]);
  for (const line of (read(SUMS)?.toString('utf8') ?? '').split('\n')) {
    if (line === '') continue;
    const [, sum, name] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
    if (!sum || !name) {
      complain('hash', `${SUMS}: a line that is none: ${line.slice(0, 80)}`);
      continue;
    }
    listed.add(name);
    counts.hashes++;
    const bytes = files.has(name) || !name.split('/').includes('..') ? read(name) : null;
    if (bytes && hashOf(bytes) !== sum)
      complain('hash', `${name} was altered: its SHA-256 is not the one in ${SUMS}`, ownerOf(name));
  }
  for (const name of files)
    if (!listed.has(name)) complain('file', `${name} is not listed in ${SUMS}`);
}

function ownerOf(name: string): Where {
  const [top, id] = name.split('/');
  if (top === 'articles' && name.split('/').length > 2) return { article: id! };
  if (top === 'claims' && name.split('/').length > 2) return { claim: id! };
  return {};
}

const DATA_FILES = {
  articles: 'data/articles.jsonl',
  claims: 'data/claims.jsonl',
  versions: 'data/versions.jsonl',
  tombstones: 'data/tombstones.jsonl',
  speakers: 'data/speakers.jsonl',
  outlets: 'data/outlets.jsonl',
  topics: 'data/topics.jsonl',
} as const;

/** Takes in the data files; gives the tombstones. */
async function readData(site: Site): Promise<PublicTombstone[]> {
  const { articles, versions, claims, complain } = site;
  const twice = (name: string, id: string, where: Where) =>
    complain('data', `${id} stands twice in ${name}`, where);
  for await (const article of data(site, 'articles', PUBLIC_SCHEMAS.article)) {
    site.counts.articles++;
    if (articles.has(article.id))
      twice(DATA_FILES.articles, `article ${article.id}`, { article: article.id });
    articles.set(article.id, article);
  }
  for await (const version of data(site, 'versions', PUBLIC_SCHEMAS.version)) {
    site.counts.versions++;
    const key = `${version.article}/${version.version}`;
    if (versions.has(key))
      twice(DATA_FILES.versions, `version ${version.version} of ${version.article}`, {
        article: version.article,
      });
    versions.set(key, version);
  }
  const bySpeaker = new Map<string, { name: string; ids: string[] }>();
  for await (const claim of data(site, 'claims', PUBLIC_SCHEMAS.claim)) {
    site.counts.claims++;
    if (claims.has(claim.id))
      twice(DATA_FILES.claims, `claim ${claim.id}`, { article: claim.article, claim: claim.id });
    claims.set(claim.id, {
      article: claim.article,
      words: claim.text,
      speaker: speakerName(claim),
      live: true,
    });
    if (!claim.speaker) continue;
    const group = bySpeaker.get(claim.speaker.id);
    if (group) group.ids.push(claim.id);
    else bySpeaker.set(claim.speaker.id, { name: claim.speaker.name, ids: [claim.id] });
  }
  for await (const speaker of data(site, 'speakers', PUBLIC_SCHEMAS.speaker)) {
    const group = bySpeaker.get(speaker.id);
    bySpeaker.delete(speaker.id);
    const unlike = difference(
      { name: speaker.name, claims: speaker.claims },
      { name: group?.name ?? speaker.name, claims: group?.ids ?? [] },
    );
    if (unlike)
      complain(
        'data',
        `${DATA_FILES.speakers}, ${speaker.id}: ${unlike} as in ${DATA_FILES.claims}`,
      );
  }
  for (const id of bySpeaker.keys())
    complain(
      'data',
      `${DATA_FILES.speakers}: speaker ${id}, whom ${DATA_FILES.claims} names, has no line`,
    );
  for await (const outlet of data(site, 'outlets', PUBLIC_SCHEMAS.outlet))
    for (const id of outlet.articles)
      if (articles.get(id)?.outlet?.id !== outlet.id)
        complain(
          'data',
          `${DATA_FILES.outlets}, ${outlet.id}: article ${id} is not of that outlet in ${DATA_FILES.articles}`,
          { article: id },
        );
  const tombstones: PublicTombstone[] = [];
  for await (const tombstone of data(site, 'tombstones', PUBLIC_SCHEMAS.tombstone)) {
    const { claim, article, words, speaker } = tombstone;
    tombstones.push(tombstone);
    if (!claim) continue;
    if (claims.has(claim))
      complain(
        'data',
        `claim ${claim} stands both in ${DATA_FILES.claims} and in ${DATA_FILES.tombstones}`,
        { claim },
      );
    else claims.set(claim, { article, words, speaker: speaker ?? 'not named', live: false });
  }
  // An answer stays under the id that the curator wrote, also when another claim took its place.
  for await (const topic of data(site, 'topics', PUBLIC_SCHEMAS.topic))
    for (const { claim } of topic.answers)
      if (!claims.has(claim))
        complain(
          'data',
          `${DATA_FILES.topics}, ${topic.id}: answer ${claim} stands neither in ${DATA_FILES.claims} nor in ${DATA_FILES.tombstones}`,
          { claim },
        );
  return tombstones;
}

async function* data<T>(
  site: Site,
  name: keyof typeof DATA_FILES,
  schema: ZodType<T>,
): AsyncGenerator<T> {
  const file = DATA_FILES[name];
  if (!site.files.has(file)) {
    site.complain('file', `${file} is missing`);
    return;
  }
  try {
    yield* recordsOf(site.folder, file, schema, (message) => site.complain('data', message));
  } catch (error) {
    site.complain('file', `${file} cannot be read: ${reasonOf(error)}`);
  }
}

/** Every version of every source is there, byte for byte as listed, and no other. */
function checkVersions(site: Site): void {
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

/** Articles and claims: data, sources, pages and the files beside them. */
async function checkArticles(site: Site): Promise<void> {
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
      checkArticle(site, article, group);
    }
    group = [];
  };
  let items = 0;
  // What is wrong with the lines themselves was said when they were first read.
  if (files.has(DATA_FILES.claims))
    for await (const claim of recordsOf(
      site.folder,
      DATA_FILES.claims,
      PUBLIC_SCHEMAS.claim,
      () => {},
    )) {
      if (group[0] && group[0].article !== claim.article) finish();
      group.push(claim);
      items += 1 + claim.relations.length;
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
    if (!done.has(article.id)) checkArticle(site, article, []);
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

/** The source’s words with what its record says is undone for reading. */
const asRead = ({ undone }: PublicArticle, words: string): string =>
  undone ? undo(words, undone).text : words;

function checkArticle(site: Site, article: PublicArticle, claims: readonly PublicClaim[]): void {
  const { id } = article;
  const where = { article: id };
  const complain = (kind: SiteProblem['kind'], message: string) =>
    site.complain(kind, message, where);
  const source = site.capture(sourcePath(id));
  const markdown = article.format === 'markdown';
  for (const [key, path] of [
    ['url', articlePath(id)],
    ['source', sourcePath(id)],
    ['annotations', articleFilePath(id, 'annotations.json')],
  ] as const)
    checkAddress(site, `${DATA_FILES.articles}, ${id}: ${key}`, article[key], path, where);
  if (source) {
    if (source.points.length !== article.characters)
      complain(
        'source',
        `${sourcePath(id)} has ${source.points.length} characters, ${DATA_FILES.articles} says ${article.characters}`,
      );
    for (const { start, end } of article.boilerplate)
      if (start >= end || end > source.points.length)
        complain(
          'data',
          `article ${id}: boilerplate from ${start} to ${end} lies outside of the source`,
        );
  }
  const unlike = difference(
    claims.map((claim) => claim.id),
    article.claims,
  );
  if (unlike) {
    for (const claim of article.claims)
      if (site.claims.get(claim)?.article !== id || !site.claims.get(claim)?.live)
        site.complain(
          'data',
          `article ${id} lists claim ${claim}, which ${DATA_FILES.claims} does not have`,
          { article: id, claim },
        );
    complain(
      'data',
      `${DATA_FILES.claims}: the claims of article ${id} are not those of its line, in its order: ${unlike}`,
    );
  }

  const record = site.json(articleFilePath(id, 'article.json'), where) as
    { text?: unknown } | undefined;
  const text = typeof record?.text === 'string' ? record.text : null;
  if (record) {
    if (text === null) complain('data', `${articleFilePath(id, 'article.json')} has no text`);
    const differs = difference(record, { ...article, text: record.text, claims });
    if (differs)
      complain(
        'data',
        `${articleFilePath(id, 'article.json')}: ${differs} as in ${DATA_FILES.articles} and ${DATA_FILES.claims}`,
      );
  }
  if (text !== null && source) {
    const parts = articleDeparture(asRead(article, source.text), text, markdown);
    if (parts)
      complain(
        'words',
        `${articleFilePath(id, 'article.json')}: its text does not read as ${sourcePath(id)} does: found “${parts.read}”, expected “${parts.source}”`,
      );
    const plain = site.read(articleFilePath(id, 'article.txt'))?.toString('utf8');
    const expected =
      site.root &&
      articleText(
        { ...article, text, source: { sha256: article.sha256 } } as unknown as ArticleRecord,
        site.root.href,
      );
    if (plain !== undefined && expected && plain !== expected)
      complain(
        'words',
        `${articleFilePath(id, 'article.txt')} is not what ${articleFilePath(id, 'article.json')} makes of it: ${meeting(plain, expected)}`,
      );
    const lines = site.read(articleFilePath(id, 'article.md'))?.toString('utf8');
    if (lines !== undefined && !lettersOf(lines).includes(lettersOf(text)))
      complain(
        'words',
        `${articleFilePath(id, 'article.md')} does not have the text of ${articleFilePath(id, 'article.json')}`,
      );
  }
  checkAnnotations(site, article, claims, source);

  for (const [key, row] of site.versions) if (key.startsWith(`${id}/`)) checkVersionPage(site, row);
  checkArticlePage(site, article, claims, text);
  const within = new Set(claims.map((claim) => claim.id));
  for (const claim of claims) {
    if (claim.within && !within.has(claim.within))
      site.complain(
        'data',
        `claim ${claim.id} lies within ${claim.within}, which is no claim of its article`,
        { article: id, claim: claim.id },
      );
    checkClaim(site, article, claim, source, text);
  }
}

function checkArticlePage(
  site: Site,
  article: PublicArticle,
  claims: readonly PublicClaim[],
  text: string | null,
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
      asRead(article, claim.parts.map(({ exact }) => exact).join('\n')),
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
    if (site.claims.get(claim)?.article !== id || !site.claims.get(claim)!.live)
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

function checkClaim(
  site: Site,
  article: PublicArticle,
  claim: PublicClaim,
  source: Capture | null,
  text: string | null,
): void {
  const { id } = claim;
  const where = { article: article.id, claim: id };
  const markdown = article.format === 'markdown';
  const complain = (kind: SiteProblem['kind'], message: string) =>
    site.complain(kind, message, where);
  for (const [key, path] of [
    ['url', claimPath(id)],
    ['inContext', claimInContextPath(article.id, id)],
  ] as const)
    checkAddress(site, `${DATA_FILES.claims}, ${id}: ${key}`, claim[key], path, where);
  const named: [string, PublicPart | null | undefined][] = [
    ...claim.parts.map((part, i): [string, PublicPart] => [`part ${i + 1}`, part]),
    ['cue', claim.cue],
    ['mention', claim.speaker?.mention],
    ...claim.via.map((via): [string, PublicPart | null] => [`via ${via.id}`, via.mention]),
  ];
  for (const [what, part] of named) {
    if (!part || !source) continue;
    site.counts.parts++;
    const there = sliceOf(source, part);
    if (there !== part.exact)
      complain(
        'words',
        `article ${article.id}, claim ${id}: ${what} does not read back; characters ${part.start} to ${part.end} of source.txt are “${brief(there)}”, ${DATA_FILES.claims} has “${brief(part.exact)}”`,
      );
  }
  const parts = departure(
    asRead(article, claim.parts.map(({ exact }) => exact).join('\n')),
    claim.text,
    {
      markdown,
      quoted: true,
    },
  );
  if (parts)
    complain(
      'words',
      `${DATA_FILES.claims}, ${id}: its text does not read as its parts do: found “${parts.read}”, expected “${parts.source}”`,
    );
  for (const [what, found, expected] of [
    ['articleTitle', claim.articleTitle, article.title],
    ['outlet', claim.outlet, article.outlet],
    ['published', claim.published, article.published],
  ] as const) {
    const unlike = difference(found, expected, what);
    if (unlike)
      complain('data', `${DATA_FILES.claims}, ${id}: ${unlike} as in ${DATA_FILES.articles}`);
  }
  checkClaimFiles(site, article, claim, source);

  const name = `${claimPath(id)}index.html`;
  const page = pageOf(site, name);
  if (!page) return;
  const shows = (message: string) => complain('page', `${name}: ${message}`);
  const capture = `${article.id}/${article.version}`;
  expectMarks(page, shows, [
    ['words', id],
    ['speaker', id],
    ['at', id],
    ['check', id],
    ['hash', capture],
    ['bytes', capture],
    ...(claim.cue ? [['cue', id] as const] : []),
    ...(claim.speaker?.mention ? [['mention', id] as const] : []),
    ['reads', article.id],
  ]);
  if (!spaced(page.heading).includes(`Claim ${id}: ${spaced(speakerName(claim))}`))
    shows(
      `its heading is “${brief(spaced(page.heading))}”, expected “Claim ${id}: ${speakerName(claim)}”`,
    );
  for (const { name: what, of, text: shown } of page.marks) {
    if (
      of === article.id &&
      what === 'reads' &&
      text !== null &&
      !spaced(text).includes(spaced(shown))
    )
      shows(`the sentence “${brief(spaced(shown))}” does not stand in the article’s text`);
    if (of !== id) continue;
    const part = what === 'cue' ? claim.cue : what === 'mention' ? claim.speaker?.mention : null;
    const differs = part && departure(asRead(article, part.exact), shown, { markdown });
    if (differs)
      shows(
        `its ${what} is “${brief(shown)}”, expected “${brief(spaced(asRead(article, part.exact)))}”`,
      );
    if (what === 'at' && source) {
      const places = claim.parts.flatMap(({ start, end }, i) => [
        start,
        end,
        ...(i === 0 ? [source.points.length] : []),
        lineOf(source, start),
      ]);
      if (numbersIn(shown).join() !== places.join())
        shows(
          `its place is “${brief(spaced(shown), 120)}”, expected the numbers ${places.join(', ')}`,
        );
    }
    if (what === 'check' && site.root) {
      const line = wordsCheck(
        {
          url: new URL(versionSourcePath(article.id, article.version), site.root).href,
          article: article.id,
          version: article.version,
          sha256: article.sha256,
        },
        claim.parts,
      );
      if (shown !== line)
        shows(`the line to check it at home is “${brief(shown, 200)}”, expected “${line}”`);
    }
  }
}

/** The record, the annotation and the texts beside a claim's page; a large archive goes without. */
function checkClaimFiles(
  site: Site,
  article: PublicArticle,
  claim: PublicClaim,
  source: Capture | null,
): void {
  const { id } = claim;
  const where = { article: article.id, claim: id };
  const [record, beside, plain, lines] = ['claim.json', 'anno.json', 'claim.txt', 'claim.md'].map(
    (file) => claimFilePath(id, file),
  ) as [string, string, string, string];
  if (site.files.has(record)) {
    const found = site.json(record, where);
    const unlike = found === undefined ? null : difference(found, claim);
    if (unlike) site.complain('data', `${record}: ${unlike} as in ${DATA_FILES.claims}`, where);
  }
  if (!source || !site.root) return;
  const root = site.root.href;
  const own = site.files.has(beside) ? annotationOf(article, claim, source, root) : null;
  const found = own && site.json(beside, where);
  const unlike =
    own && found !== undefined
      ? difference(found, { '@context': 'http://www.w3.org/ns/anno.jsonld', ...own })
      : null;
  if (unlike) site.complain('data', `${beside}: ${unlike} as in ${DATA_FILES.claims}`, where);
  for (const [file, text] of [
    [plain, claimText],
    [lines, claimMarkdown],
  ] as const) {
    if (!site.files.has(file)) continue;
    const [shown, expected] = [
      site.read(file)?.toString('utf8'),
      text(recordOf(claim, source), article as unknown as ArticleRecord, root),
    ];
    if (shown !== undefined && shown !== expected)
      site.complain(
        'words',
        `${file} is not what ${DATA_FILES.claims} makes of it: ${meeting(shown, expected)}`,
        where,
      );
  }
}

/** Items of the article's annotations, as the exporter makes them of the claims' lines. */
function checkAnnotations(
  site: Site,
  article: PublicArticle,
  claims: readonly PublicClaim[],
  source: Capture | null,
): void {
  const file = articleFilePath(article.id, 'annotations.json');
  const page = site.json(file, { article: article.id }) as { items?: unknown } | null | undefined;
  if (page === undefined || !source || !site.root) return;
  const root = site.root.href;
  const items = Array.isArray(page?.items) ? (page.items as unknown[]) : [];
  let at = 0;
  for (const claim of claims) {
    const own = annotationOf(article, claim, source, root);
    for (const expected of own
      ? [own, ...claim.relations.map((relation) => linking(claim, relation, root))]
      : []) {
      const unlike = difference(items[at++], expected, `items.${at - 1}`);
      if (!unlike) continue;
      site.complain(
        'data',
        `${file}, annotation of claim ${claim.id}: ${unlike} as in ${DATA_FILES.claims}`,
        { article: article.id, claim: claim.id },
      );
      // Where an item is missing, all that follow would differ.
      if (items.length !== claims.reduce((sum, { relations }) => sum + 1 + relations.length, 0))
        return;
    }
    if (!own) at += 1 + claim.relations.length;
  }
  if (items.length > at)
    site.complain('data', `${file} has ${items.length} items, expected ${at}`, {
      article: article.id,
    });
}

/** Null where the claim does not read back, which is said elsewhere. */
function annotationOf(
  article: PublicArticle,
  claim: PublicClaim,
  source: Capture,
  root: string,
): object | null {
  if (claim.parts.some((part) => sliceOf(source, part) !== part.exact)) return null;
  return annotation(
    { ...article, source: { version: article.version } } as unknown as ArticleRecord,
    recordOf(claim, source),
    source.text,
    root,
  );
}

/** As much of the record as the exporters need for a line, with offsets in UTF-16. */
const recordOf = (claim: PublicClaim, { points }: Capture): ClaimRecord =>
  ({
    ...claim,
    parts: claim.parts.map(({ start, end, exact }) => ({
      start: points.utf16(start),
      end: points.utf16(end),
      exact,
    })),
  }) as unknown as ClaimRecord;

const STATUSES = ['withdrawn', 'merged', 'superseded', 'orphaned', 'moved', 'undecided'];

function checkTombstone(site: Site, tombstone: PublicTombstone): void {
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

/** Reads a page once: its links are followed, and what it says of claims and captures is held against the data. */
function pageOf(site: Site, name: string): PageFacts | null {
  const bytes = site.read(name);
  if (!bytes) return null;
  const page = readPage(bytes.toString('utf8'));
  if (site.pages.has(name)) return page;
  site.counts.pages++;
  site.pages.set(name, page.ids);
  for (const link of page.links) addTarget(site, link, name);
  const owner = ownerOf(name);
  const known = owner.claim ? site.claims.get(owner.claim)?.article : null;
  const where = { ...(known ? { article: known } : {}), ...owner };
  const complain = (message: string) => site.complain('page', `${name}: ${message}`, where);
  for (const mark of page.marks) checkMark(site, mark, complain);
  for (const { of, first, second } of page.sources) {
    const [one, other = one] = of.split(' ') as [string, string?];
    for (const [key, shown] of [
      [one, first],
      [other, second],
    ] as const) {
      const capture = captureOf(site, key);
      if (!capture)
        complain(`it shows the source ${key}, which ${DATA_FILES.versions} does not have`);
      // As an HTML parser reads line breaks.
      else if (
        shown !== capture.text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n') &&
        shown !== capture.text.replace(/\r\n?/g, '\n')
      )
        complain(
          `the text shown as ${key} is not that of its source.txt: ${meeting(shown, capture.text.replace(/\r\n?/g, '\n'))}`,
        );
    }
  }
  for (const text of page.ld) checkLd(site, text, complain);
  return page;
}

const captureOf = (site: Site, key: string) => {
  const row = site.versions.get(key);
  return row ? site.capture(versionSourcePath(row.article, row.version)) : null;
};

/** Where two texts part for the first time. */
function meeting(found: string, expected: string): string {
  let at = 0;
  while (at < found.length && found[at] === expected[at]) at++;
  return `found “${brief(spaced(found.slice(Math.max(0, at - 20), at + 40)))}”, expected “${brief(spaced(expected.slice(Math.max(0, at - 20), at + 40)))}”`;
}

function checkMark(
  site: Site,
  { name, of, text }: PageFacts['marks'][number],
  complain: (message: string) => void,
): void {
  if (name === 'words' || name === 'begins' || name === 'speaker') {
    const claim = site.claims.get(of);
    if (!claim) complain(`it shows claim ${of}, which the data files do not have`);
    else if (
      name === 'speaker'
        ? spaced(text) !== spaced(claim.speaker)
        : name === 'words'
          ? spaced(text) !== spaced(claim.words ?? '')
          : !spaced(claim.words ?? '').startsWith(spaced(text).replace(/ …$/, ''))
    )
      complain(
        `it shows the ${name === 'speaker' ? 'speaker' : 'words'} “${brief(spaced(text))}” of claim ${of}, expected “${brief(spaced(name === 'speaker' ? claim.speaker : (claim.words ?? '')))}”`,
      );
  } else if (name === 'hash' || name === 'bytes' || name === 'characters') {
    const row = site.versions.get(of);
    // The captures of an article that was withdrawn went with it.
    if (!row) {
      if (site.articles.has(of.split('/')[0]!))
        complain(`it shows the capture ${of}, which ${DATA_FILES.versions} does not have`);
      return;
    }
    const expected =
      name === 'hash'
        ? row.sha256
        : name === 'bytes'
          ? row.bytes
          : captureOf(site, of)?.points.length;
    const found = name === 'hash' ? text.replace(/\s/g, '') : numbersIn(text).join(' ');
    if (expected !== undefined && found !== String(expected))
      complain(
        `the ${name === 'hash' ? 'SHA-256' : `number of ${name}`} shown of ${of} is ${found}, expected ${expected}`,
      );
  } else if (name === 'check' && of.includes('/')) {
    const row = site.versions.get(of);
    if (
      row &&
      site.root &&
      text !==
        sourceCheck({
          ...row,
          url: new URL(versionSourcePath(row.article, row.version), site.root).href,
        })
    )
      complain(
        `the line to check ${of} at home is “${brief(text, 200)}”, expected the one with ${row.sha256}`,
      );
  }
}

/** What search engines are told of claims is what the data says. */
function checkLd(site: Site, text: string, complain: (message: string) => void): void {
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { '@type': type, '@id': id, text: words, creator } = value as Record<string, unknown>;
    if (type === 'Quotation' && typeof id === 'string') {
      const claim = site.claims.get(/claims\/([^/]+)\/$/.exec(id)?.[1] ?? '');
      const name = (creator as { name?: unknown } | undefined)?.name;
      if (!claim) complain(`its structured data have ${id}, which the data files do not have`);
      else if (
        (words !== undefined && words !== claim.words) ||
        (name !== undefined && name !== claim.speaker)
      )
        complain(
          `its structured data have “${brief(String(words))}” by ${String(name ?? 'nobody')}, expected “${brief(claim.words ?? '')}” by ${claim.speaker}`,
        );
    }
    for (const inner of Object.values(value)) visit(inner);
  };
  try {
    visit(JSON.parse(text));
  } catch (error) {
    complain(`its structured data are no JSON: ${reasonOf(error)}`);
  }
}

function expectMarks(
  page: PageFacts,
  complain: (message: string) => void,
  expected: readonly (readonly [PageFacts['marks'][number]['name'], string])[],
): void {
  for (const [name, of] of expected)
    if (!page.marks.some((mark) => mark.name === name && mark.of === of))
      complain(`nothing on it is marked as data-${name}="${of}"`);
}

const addressOf = (site: Site, path: string) => (site.root ? new URL(path, site.root).href : path);

function checkAddress(site: Site, what: string, found: string, path: string, where: Where): void {
  if (site.root && found !== addressOf(site, path))
    site.complain('data', `${what} is ${found}, expected ${addressOf(site, path)}`, where);
}

function addTarget(site: Site, link: string, from: string): void {
  if (!site.root || /^(?:data|mailto|tel|blob):/i.test(link)) return;
  const complain = (what: string) =>
    site.complain('link', `${from} links to \`${link}\`, ${what}`, ownerOf(from));
  const { root, targets } = site;
  let url: URL;
  try {
    url = new URL(link, new URL(from.replace(/(^|\/)index\.html$/, '$1'), root));
  } catch {
    complain('which is no address');
    return;
  }
  if (url.origin !== root.origin) return;
  site.counts.links++;
  if (!url.pathname.startsWith(root.pathname)) {
    complain(`which lies outside of ${root.pathname}`);
    return;
  }
  let path: string;
  let fragment: string;
  try {
    path = decodeURIComponent(url.pathname.slice(root.pathname.length));
    fragment = decodeURIComponent(url.hash.slice(1).replace(/:~:.*$/s, ''));
  } catch {
    complain('in which a % stands for no character');
    return;
  }
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  const key = `${file}#${fragment}`;
  if (!targets.has(key)) targets.set(key, { file, fragment, from, link });
}

/** Addresses in feeds and in the site map. */
function addXmlLinks(site: Site, name: string): void {
  for (const [, attribute, element] of (site.read(name)?.toString('utf8') ?? '').matchAll(
    /\bhref="([^"]*)"|<loc>([^<]*)<\/loc>/g,
  ))
    addTarget(site, (attribute ?? element ?? '').replaceAll('&amp;', '&'), name);
}

/** Every link to the site's own pages leads to a file, and every fragment to an element. */
function checkLinks({ files, pages, targets, complain }: Site): void {
  for (const { file, fragment, from, link } of targets.values()) {
    const what = !files.has(file)
      ? files.has(`${file}/index.html`)
        ? 'without the slash at its end'
        : 'where there is no page'
      : fragment !== '' && fragment !== 'top' && pages.has(file) && !pages.get(file)!.has(fragment)
        ? 'whose fragment is on no element'
        : null;
    if (what) complain('link', `${from} links to \`${link}\`, ${what}`, ownerOf(from));
  }
}

/** The schemas are those of the records, and the data package has the length and hash of every data file. */
function checkPackage(site: Site): void {
  const name = dataPath('datapackage.json');
  if (site.root)
    for (const record of Object.keys(PUBLIC_SCHEMAS) as (keyof typeof PUBLIC_SCHEMAS)[]) {
      const file = dataPath(`schema/${record}.json`);
      const found = site.json(file);
      const unlike =
        found === undefined ? null : difference(found, jsonSchema(record, site.root.href));
      if (unlike) site.complain('data', `${file}: ${unlike}`);
    }
  const { resources } = (site.json(name) ?? {}) as { resources?: unknown };
  if (!Array.isArray(resources)) {
    if (site.files.has(name)) site.complain('data', `${name} lists no files`);
    return;
  }
  const listed = new Map(
    (resources as { path?: unknown; bytes?: unknown; hash?: unknown }[]).map((one) => [
      one?.path,
      one,
    ]),
  );
  for (const file of [...Object.values(DATA_FILES), dataPath('claims.csv')])
    if (!listed.has(file.slice('data/'.length)))
      site.complain('data', `${name} does not list ${file}`);
  for (const { path, bytes, hash } of listed.values()) {
    const content =
      typeof path === 'string' && !path.includes('..') ? site.read(dataPath(path)) : null;
    const unlike =
      content &&
      difference({ bytes, hash }, { bytes: content.byteLength, hash: `sha256:${hashOf(content)}` });
    if (unlike) site.complain('hash', `${name} says of ${dataPath(String(path))}: ${unlike}`);
  }
}

const sliceOf = ({ text, points }: Capture, { start, end }: { start: number; end: number }) =>
  text.slice(points.utf16(start), points.utf16(end));

const GAP = ' … ';

/** Parts that stand in the stretch in their order, the first at its beginning and the last at its end. */
function consistsOf(stretch: string, words: string): boolean {
  if (stretch === words) return true;
  const parts = words.split(GAP);
  return (
    parts.length > 1 &&
    stretch.startsWith(parts[0]!) &&
    stretch.endsWith(parts.at(-1)!) &&
    standsIn(stretch, words)
  );
}

function standsIn(text: string, words: string): boolean {
  if (text.includes(words)) return true;
  let at = 0;
  return words.split(GAP).every((part) => {
    const found = text.indexOf(part, at);
    at = found + part.length;
    return found >= 0;
  });
}

function lineOf({ text, points }: Capture, start: number): number {
  const end = points.utf16(start);
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

const spaced = (text: string) => text.replace(/\s+/g, ' ').trim();
/** Without what Markdown adds or escapes. */
const lettersOf = (text: string) =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/[^\p{L}\p{N}]/gu, '');
const numbersIn = (text: string) =>
  (text.match(/\d[\d,]*/g) ?? []).map((number) => Number(number.replaceAll(',', '')));
