/** Claims of the archive on their way out: what every format writes of them. */
import { absolute, articlePath, sourcePath, speakerPath } from '../../model/urls.ts';
import { textQuote } from '../../publish/exports/web-annotations.ts';
import { codePoints } from '../../text/offsets.ts';
import type { ArticleRecord, ClaimRecord } from '../../model/records.ts';
import type { Snapshot } from '../state.ts';
import { Articles } from './articles.ts';
import type { Shared } from './format.ts';
import { labelOf, NOBODY_NAMED } from './labels.ts';

/** The claims of one article, or of all. */
export function sharedClaims(state: Snapshot, article: string | null): Shared[] {
  const root = state.archive.site?.address ?? 'http://localhost:4321/';
  const articles = new Articles(state);
  return [...state.articles.values()]
    .filter(({ id }) => article === null || id === article)
    .flatMap((one) => {
      const text = articles.source(one.id);
      return text === null
        ? []
        : one.claims.map((claim) => asShared(state, one, claim, { text, root }));
    });
}

function asShared(
  { archive }: Snapshot,
  article: ArticleRecord,
  claim: ClaimRecord,
  { text, root }: { text: string; root: string },
): Shared {
  const { speaker, parts, cue } = claim;
  const points = codePoints(text);
  const annotation = archive.annotations.find((one) => one.claim === claim.id);
  return {
    id: claim.id,
    article: article.id,
    title: article.title,
    page: absolute(root, articlePath(article.id)),
    source: absolute(root, sourcePath(article.id)),
    text,
    language: article.language,
    speaker: speaker && {
      id: speaker.id,
      name: speaker.name,
      kind: speaker.kind,
      address: absolute(root, speakerPath(speaker.id)),
    },
    stretches: parts.map(({ start, end, exact }) => {
      const { prefix, suffix } = textQuote(text, start, end);
      return {
        start,
        end,
        exact,
        prefix,
        suffix,
        points: { start: points.at(start), end: points.at(end) },
      };
    }),
    cue,
    mention: speaker?.mention ?? null,
    lines: linesOf(claim),
    note: annotation?.note.trim() ?? '',
    tags: archive.topics.flatMap(({ question, answers }) =>
      answers
        .filter((one) => one.claim === claim.id)
        .map(({ stance }) => `${question} = ${stance}`),
    ),
    by: claim.reviewedBy ?? null,
    on: claim.reviewedOn ?? null,
    relations: claim.relations.flatMap(({ kind, to, basis, why }) =>
      basis === 'curated' ? [{ kind, to, why }] : [],
    ),
  };
}

const onOneLine = (words: string) => words.replace(/\s+/g, ' ').trim();

/** What is said of a claim, a line each. */
function linesOf(claim: ClaimRecord): [string, string][] {
  const { speaker, via, said, cue, review, reviewedBy, reviewedOn } = claim;
  return [
    ...(speaker
      ? ([
          [labelOf('speaker'), `${speaker.name} (${speaker.kind})`],
          [labelOf('speakerId'), speaker.id],
        ] as [string, string][])
      : [[labelOf('speaker'), NOBODY_NAMED] as [string, string]]),
    [labelOf('type'), claim.type],
    ...(speaker?.mention
      ? [[labelOf('mention'), onOneLine(speaker.mention.exact)] as [string, string]]
      : []),
    ...(cue ? [[labelOf('cue'), onOneLine(cue.exact)] as [string, string]] : []),
    ...(via.length > 0
      ? [[labelOf('via'), via.map(({ name }) => name).join('; ')] as [string, string]]
      : []),
    ...(said?.edtf && said.basis === 'stated'
      ? [[labelOf('said'), said.edtf] as [string, string]]
      : []),
    [labelOf('review'), review],
    ...(reviewedBy ? [[labelOf('by'), reviewedBy] as [string, string]] : []),
    ...(reviewedOn ? [[labelOf('on'), reviewedOn] as [string, string]] : []),
  ];
}
