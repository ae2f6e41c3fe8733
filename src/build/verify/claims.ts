/** Claims: every part against the source, the files beside the page, and the page. */
import { wordsCheck } from '../../publish/shell-check.ts';
import { claimMarkdown, claimText } from '../../publish/exports/plain.ts';
import { textOfPage } from '../../publish/exports/page-text.ts';
import type { PublicArticle, PublicClaim, PublicPart } from '../../publish/exports/schema.ts';
import {
  annotatedRelations,
  annotation,
  annotationsOf,
  linking,
  standingAlone,
} from '../../publish/exports/web-annotations.ts';
import type { ArticleRecord, ClaimRecord } from '../../model/records.ts';
import {
  articleFilePath,
  articlePath,
  claimFilePath,
  claimInContextPath,
  claimPath,
  versionSourcePath,
} from '../../model/urls.ts';
import { speakerName } from '../../model/wording.ts';
import { lastAsked } from '../../text/last-asked.ts';
import { brief, difference } from './lines.ts';
import type { Mark } from './page.ts';
import { departure } from './reading.ts';
import { partsAsRead } from './as-read.ts';
import { meeting } from './remade.ts';
import { pageOf, expectMarks } from './shows.ts';
import type { Where } from './owner.ts';
import { type Capture, type Site, DATA_FILES, checkAddress } from './site.ts';
import { sliceOf, lineOf, spaced, numbersIn } from './words.ts';

/** A claim's line and what it is held against. */
export interface ClaimInPlace {
  article: PublicArticle;
  claim: PublicClaim;
  /** The article's source, and its text as read; null where they are missing. */
  source: Capture | null;
  text: string | null;
}

type Complain = (message: string) => void;

const whereOf = ({ article, claim }: ClaimInPlace) => ({ article: article.id, claim: claim.id });

/** Holds one line of `claims.jsonl` against the source, the files beside its page and the page. */
export function checkClaim(site: Site, one: ClaimInPlace): void {
  const { article, claim } = one;
  const { id } = claim;
  for (const [key, path] of [
    ['url', claimPath(id)],
    ['inContext', claimInContextPath(article.id, id)],
  ] as const)
    checkAddress(site, `${DATA_FILES.claims}, ${id}: ${key}`, claim[key], path, whereOf(one));
  checkParts(site, one);
  checkText(site, one);
  checkArticleFacts(site, one);
  if (site.isReadWhole(`${claimPath(id)}index.html`)) checkClaimFiles(site, one);
  checkClaimPage(site, one);
}

/** Parts, cue and mentions read back from the source. */
function checkParts(site: Site, one: ClaimInPlace): void {
  const { article, claim, source } = one;
  if (!source) return;
  const named: [string, PublicPart | null | undefined][] = [
    ...claim.parts.map((part, i): [string, PublicPart] => [`part ${i + 1}`, part]),
    ['cue', claim.cue],
    ['mention', claim.speaker?.mention],
    ...claim.via.map((via): [string, PublicPart | null] => [`via ${via.id}`, via.mention]),
  ];
  for (const [what, part] of named) {
    if (!part) continue;
    site.count('parts');
    const there = sliceOf(source, part);
    if (there !== part.exact)
      site.complain(
        'words',
        `article ${article.id}, claim ${claim.id}: ${what} does not read back; ` +
          `characters ${part.start} to ${part.end} of source.txt are “${brief(there)}”, ` +
          `${DATA_FILES.claims} has “${brief(part.exact)}”`,
        whereOf(one),
      );
  }
}

/** The text as read is that of the parts. */
function checkText(site: Site, one: ClaimInPlace): void {
  const { article, claim, source } = one;
  const markdown = article.format === 'markdown';
  const read = partsAsRead(article, source, claim.parts);
  const parts = departure(read, claim.text, { markdown, quoted: true });
  if (parts)
    site.complain(
      'words',
      `${DATA_FILES.claims}, ${claim.id}: its text does not read as its parts do: ` +
        `found “${parts.read}”, expected “${parts.source}”`,
      whereOf(one),
    );
}

/** What the line repeats of its article is what the article's line says. */
function checkArticleFacts(site: Site, one: ClaimInPlace): void {
  const { article, claim } = one;
  for (const [what, found, expected] of [
    ['articleTitle', claim.articleTitle, article.title],
    ['outlet', claim.outlet, article.outlet],
    ['published', claim.published, article.published],
  ] as const) {
    const unlike = difference(found, expected, what);
    if (unlike)
      site.complain(
        'data',
        `${DATA_FILES.claims}, ${claim.id}: ${unlike} as in ${DATA_FILES.articles}`,
        whereOf(one),
      );
  }
}

/** The claim's page shows every fact, and each as it is. */
function checkClaimPage(site: Site, one: ClaimInPlace): void {
  const { article, claim } = one;
  const { id } = claim;
  const name = `${claimPath(id)}index.html`;
  const page = pageOf(site, name);
  if (!page) return;
  const complain = (message: string) => site.complain('page', `${name}: ${message}`, whereOf(one));
  const capture = `${article.id}/${article.version}`;
  expectMarks(page, complain, [
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
  const heading = spaced(page.heading);
  if (!heading.includes(`Claim ${id}: ${spaced(speakerName(claim))}`))
    complain(`its heading is “${brief(heading)}”, expected “Claim ${id}: ${speakerName(claim)}”`);
  for (const mark of page.marks) {
    checkSentence(one, mark, complain);
    if (mark.of !== id) continue;
    checkPrinted(one, mark, complain);
    checkPlace(one, mark, complain);
    if (site.root) checkLine(one, mark, site.root, complain);
  }
}

/** The sentence around the claim stands in the article. */
function checkSentence(
  { article, text }: ClaimInPlace,
  { name, of, text: shown }: Mark,
  complain: Complain,
): void {
  if (name !== 'reads' || of !== article.id || text === null) return;
  if (!spaced(text).includes(spaced(shown)))
    complain(`the sentence “${brief(spaced(shown))}” does not stand in the article’s text`);
}

/** Cue and mention are as printed. */
function checkPrinted(
  { article, claim, source }: ClaimInPlace,
  { name, text: shown }: Mark,
  complain: Complain,
): void {
  const printedAs: Partial<Record<Mark['name'], PublicPart | null>> = {
    cue: claim.cue,
    mention: claim.speaker?.mention ?? null,
  };
  const part = printedAs[name];
  if (!part) return;
  const printed = partsAsRead(article, source, [part]);
  if (departure(printed, shown, { markdown: article.format === 'markdown' }))
    complain(`its ${name} is “${brief(shown)}”, expected “${brief(spaced(printed))}”`);
}

/** Offsets, length of the source and lines are those of the parts. */
function checkPlace(
  { claim, source }: ClaimInPlace,
  { name, text: shown }: Mark,
  complain: Complain,
): void {
  if (name !== 'at' || !source) return;
  const places = claim.parts.flatMap(({ start, end }, i) => [
    start,
    end,
    ...(i === 0 ? [source.points.length] : []),
    lineOf(source, start),
  ]);
  if (numbersIn(shown).join() !== places.join())
    complain(
      `its place is “${brief(spaced(shown), 120)}”, expected the numbers ${places.join(', ')}`,
    );
}

/** The line for a terminal checks this claim. */
function checkLine(
  { article, claim }: ClaimInPlace,
  { name, text: shown }: Mark,
  root: URL,
  complain: Complain,
): void {
  if (name !== 'check') return;
  const url = new URL(versionSourcePath(article.id, article.version), root).href;
  const { id, version, sha256 } = article;
  const line = wordsCheck({ url, article: id, version, sha256 }, claim.parts);
  if (shown !== line)
    complain(`the line to check it at home is “${brief(shown, 200)}”, expected “${line}”`);
}

/** The record, the annotation, the citations and the texts beside a claim's page, where the site card has them. */
function checkClaimFiles(site: Site, one: ClaimInPlace): void {
  if (!site.claimFiles) return;
  const { article, claim, source } = one;
  const where = whereOf(one);
  checkFile(site, claimFilePath(claim.id, 'claim.json'), claim, where);
  for (const name of ['cite.bib', 'cite.ris', 'cite.json']) {
    const file = claimFilePath(claim.id, name);
    if (!site.files.has(file)) site.complain('file', `${file} is missing`, where);
  }
  if (!source || !site.root) return;
  const root = site.root.href;
  const own = annotationOf(site, article, claim, source);
  if (own) checkFile(site, claimFilePath(claim.id, 'anno.json'), standingAlone(own, site), where);
  for (const [name, text] of [
    ['claim.txt', claimText],
    ['claim.md', claimMarkdown],
  ] as const) {
    const file = claimFilePath(claim.id, name);
    const shown = site.read(file)?.toString('utf8');
    const expected = text(recordOf(claim, source), article as unknown as ArticleRecord, root);
    if (shown !== undefined && shown !== expected)
      site.complain(
        'words',
        `${file} is not what ${DATA_FILES.claims} makes of it: ${meeting(shown, expected)}`,
        where,
      );
  }
}

/** A file of JSON has what the claims' lines make of it. */
function checkFile(site: Site, file: string, expected: object, where: Where): void {
  const found = site.json(file, where);
  const unlike = found === undefined ? null : difference(found, expected);
  if (unlike) site.complain('data', `${file}: ${unlike} as in ${DATA_FILES.claims}`, where);
}

/** Items of the article's annotations, as the exporter makes them of the claims' lines. */
export function checkAnnotations(
  site: Site,
  article: PublicArticle,
  claims: readonly PublicClaim[],
  source: Capture | null,
): void {
  const file = articleFilePath(article.id, 'annotations.json');
  if (!site.isReadWhole(`${articlePath(article.id)}index.html`)) return;
  const page = site.json(file, { article: article.id }) as { items?: unknown } | null | undefined;
  if (page === undefined || !source || !site.root) return;
  const annotated = { root: site.root.href, claimFiles: site.claimFiles };
  const items = Array.isArray(page?.items) ? (page.items as unknown[]) : [];
  let at = 0;
  for (const claim of claims) {
    const own = annotationOf(site, article, claim, source);
    const relations = annotatedRelations(claim, site.claimFiles);
    for (const expected of own
      ? [own, ...relations.map((relation) => linking(claim, relation, annotated))]
      : []) {
      const unlike = difference(items[at++], expected, `items.${at - 1}`);
      if (!unlike) continue;
      site.complain(
        'data',
        `${file}, annotation of claim ${claim.id}: ${unlike} as in ${DATA_FILES.claims}`,
        { article: article.id, claim: claim.id },
      );
      // Where an item is missing, all that follow would differ.
      if (items.length !== annotationsOf(claims, site.claimFiles)) return;
    }
    if (!own) at += 1 + relations.length;
  }
  if (items.length > at)
    site.complain('data', `${file} has ${items.length} items, expected ${at}`, {
      article: article.id,
    });
}

/** Null where the claim does not read back, which is said elsewhere. */
function annotationOf(
  site: Site,
  article: PublicArticle,
  claim: PublicClaim,
  source: Capture,
): object | null {
  const { root, claimFiles } = site;
  if (!root || claim.parts.some((part) => sliceOf(source, part) !== part.exact)) return null;
  const page = pageText(site, `${articlePath(article.id)}index.html`);
  // A claim that its page does not mark is told of with the page.
  if (!page?.claims.has(claim.id)) return null;
  return annotation(
    { ...article, source: { version: article.version } } as unknown as ArticleRecord,
    recordOf(claim, source),
    source,
    {
      root: root.href,
      claimFiles,
      taken: site.versions.get(`${article.id}/${article.version}`)?.taken ?? null,
      page,
    },
  );
}

/** Asked for claim by claim of one article. */
const pageText = lastAsked((site: Site, name: string) => {
  const html = site.read(name);
  return html && textOfPage(html.toString('utf8'));
});

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
