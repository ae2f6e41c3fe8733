/** Claims: every part against the source, the files beside the page, and the page. */
import { wordsCheck } from '../../publish/shell-check.ts';
import { claimMarkdown, claimText } from '../../publish/exports/plain.ts';
import type { PublicArticle, PublicClaim, PublicPart } from '../../publish/exports/schema.ts';
import { annotation, linking } from '../../publish/exports/web-annotations.ts';
import type { ArticleRecord, ClaimRecord } from '../../model/records.ts';
import {
  articleFilePath,
  claimFilePath,
  claimInContextPath,
  claimPath,
  versionSourcePath,
} from '../../model/urls.ts';
import { speakerName } from '../../model/wording.ts';
import { brief, difference } from './lines.ts';
import { departure } from './reading.ts';
import { asRead } from './as-read.ts';
import { meeting } from './remade.ts';
import { pageOf, expectMarks } from './shows.ts';
import { type SiteProblem, type Capture, type Site, DATA_FILES, checkAddress } from './site.ts';
import { sliceOf, lineOf, spaced, numbersIn } from './words.ts';

export function checkClaim(
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
  const exact = claim.parts.map((part) => part.exact).join('\n');
  const parts = departure(asRead(article, exact), claim.text, { markdown, quoted: true });
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
    const printed = part && asRead(article, part.exact);
    const differs = printed && departure(printed, shown, { markdown });
    if (differs) shows(`its ${what} is “${brief(shown)}”, expected “${brief(spaced(printed))}”`);
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
export function checkClaimFiles(
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
export function checkAnnotations(
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
export function annotationOf(
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
export const recordOf = (claim: PublicClaim, { points }: Capture): ClaimRecord =>
  ({
    ...claim,
    parts: claim.parts.map(({ start, end, exact }) => ({
      start: points.utf16(start),
      end: points.utf16(end),
      exact,
    })),
  }) as unknown as ClaimRecord;
