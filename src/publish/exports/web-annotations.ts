/**
 * Claims as W3C Web Annotations: a page for each article, a collection for the archive.
 * Targets are stretches of the source, in code points, as the model asks.
 */
import { codePoints, type CodePoints } from '../../text/offsets.ts';
import type { ArticleRecord, ClaimRecord, Part, Relation } from '../../model/records.ts';
import {
  absolute,
  articleFilePath,
  articlePath,
  claimFilePath,
  claimPath,
  dataPath,
  sourcePath,
  speakerPath,
  topicPath,
  versionSourcePath,
} from '../../model/urls.ts';
import { RELATIONS_IN_WORDS } from '../../model/wording.ts';
import { claimInLine } from './describe.ts';
import type { Exporter } from './exporter.ts';
import { ReadBackError } from './lines.ts';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
const FIRST_CONTEXT = 32;

/**
 * The stretch with enough of its surroundings to stand only once in the source: 32 characters
 * on either side, doubled until that is so.
 */
export function textQuote(source: string, start: number, end: number) {
  const exact = source.slice(start, end);
  for (let size = FIRST_CONTEXT; ; size *= 2) {
    const from = wholeCharacter(source, Math.max(0, start - size));
    const to = wholeCharacter(source, Math.min(source.length, end + size));
    const stretch = source.slice(from, to);
    const unique = source.indexOf(stretch) === from && source.indexOf(stretch, from + 1) === -1;
    if (unique || (from === 0 && to === source.length))
      return {
        type: 'TextQuoteSelector',
        exact,
        prefix: source.slice(from, start),
        suffix: source.slice(end, to),
      };
  }
}

/** An offset that does not cut a surrogate pair in two. */
function wholeCharacter(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  return offset > 0 && unit >= 0xdc00 && unit < 0xe000 ? offset - 1 : offset;
}

function target(
  article: ArticleRecord,
  part: Part,
  source: string,
  points: CodePoints,
  root: string,
) {
  if (source.slice(part.start, part.end) !== part.exact)
    throw new ReadBackError(
      `Article ${article.id}: the source at ${part.start} to ${part.end} reads differently from the record`,
    );
  return {
    type: 'SpecificResource',
    source: {
      id: absolute(root, sourcePath(article.id)),
      type: 'Text',
      format: 'text/plain',
      language: article.language,
    },
    // The bytes that the selectors were checked against, whatever becomes of the newest version.
    state: {
      type: 'TimeState',
      cached: absolute(root, versionSourcePath(article.id, article.source.version)),
    },
    scope: absolute(root, articlePath(article.id)),
    selector: [
      textQuote(source, part.start, part.end),
      { type: 'TextPositionSelector', start: points.at(part.start), end: points.at(part.end) },
    ],
  };
}

/** The annotation of one claim, without its context. */
export function annotation(
  article: ArticleRecord,
  claim: ClaimRecord,
  source: string,
  root: string,
) {
  const points = codePoints(source);
  const targets = claim.parts.map((part) => target(article, part, source, points, root));
  const [only, ...more] = targets;
  return {
    id: absolute(root, claimFilePath(claim.id, 'anno.json')),
    type: 'Annotation',
    motivation: claim.speaker ? 'identifying' : 'highlighting',
    body: [
      ...(claim.speaker
        ? [
            {
              type: 'SpecificResource',
              purpose: 'identifying',
              source: absolute(root, speakerPath(claim.speaker.id)),
            },
          ]
        : []),
      {
        type: 'TextualBody',
        purpose: 'describing',
        format: 'text/plain',
        language: 'en',
        value: claimInLine(claim, article),
      },
      ...claim.topics.map((topic) => ({
        type: 'SpecificResource',
        purpose: 'classifying',
        source: absolute(root, topicPath(topic)),
      })),
    ],
    target: only && more.length === 0 ? only : targets,
  };
}

/** A relation as an annotation of the one claim's page that links to the other. */
export function linking(claim: Pick<ClaimRecord, 'id'>, relation: Relation, root: string) {
  const { to, kind, basis, why, by } = relation;
  const set = basis === 'curated' ? `set by ${by ?? 'a curator'}` : 'computed';
  return {
    id: `${absolute(root, claimFilePath(claim.id, 'anno.json'))}#${kind}-${to}`,
    type: 'Annotation',
    motivation: 'linking',
    body: [
      { type: 'SpecificResource', purpose: 'linking', source: absolute(root, claimPath(to)) },
      {
        type: 'TextualBody',
        purpose: 'describing',
        format: 'text/plain',
        language: 'en',
        value: [`${RELATIONS_IN_WORDS[kind]} (${set})`, why].filter(Boolean).join(': '),
      },
    ],
    target: absolute(root, claimPath(claim.id)),
  };
}

const pageId = (article: string, root: string) =>
  absolute(root, articleFilePath(article, 'annotations.json'));
const count = ({ claims }: ArticleRecord) =>
  claims.reduce((sum, claim) => sum + 1 + claim.relations.length, 0);
const json = (value: object) => `${JSON.stringify(value, null, 1)}\n`;

export const webAnnotations: Exporter = {
  name: 'web-annotations',
  *files({ root, site, articles, source, claimFiles }) {
    const collection = absolute(root, dataPath('annotations.json'));
    // Articles without claims have a page too, but stand outside the chain: its pages are not empty.
    const chain = [...pagesOf(articles)];
    const [first, last] = [chain[0], chain.at(-1)];
    let startIndex = 0;
    let link = 0;
    for (const article of articles) {
      const text = source(article);
      const found = article.claims.map((claim) => ({
        claim,
        made: annotation(article, claim, text, root),
      }));
      const items = found.flatMap(({ claim, made }) => [
        made,
        ...claim.relations.map((relation) => linking(claim, relation, root)),
      ]);
      const linked = items.length > 0 ? { prev: chain[link - 1], next: chain[link + 1] } : {};
      yield {
        path: articleFilePath(article.id, 'annotations.json'),
        chunks: [
          json({
            '@context': CONTEXT,
            id: pageId(article.id, root),
            type: 'AnnotationPage',
            partOf: collection,
            ...(linked.prev ? { prev: pageId(linked.prev, root) } : {}),
            ...(linked.next ? { next: pageId(linked.next, root) } : {}),
            startIndex,
            items,
          }),
        ],
      };
      if (items.length > 0) link += 1;
      startIndex += items.length;
      if (claimFiles)
        for (const { claim, made } of found)
          yield {
            path: claimFilePath(claim.id, 'anno.json'),
            chunks: [json({ '@context': CONTEXT, ...made })],
          };
    }
    yield {
      path: dataPath('annotations.json'),
      chunks: [
        json({
          '@context': CONTEXT,
          id: collection,
          type: 'AnnotationCollection',
          label: `${site.name}: who said what`,
          total: startIndex,
          ...(first && last ? { first: pageId(first, root), last: pageId(last, root) } : {}),
        }),
      ],
    };
  },
};

function* pagesOf(articles: Iterable<ArticleRecord>): Iterable<string> {
  for (const article of articles) if (count(article) > 0) yield article.id;
}
