/** From records to the lines of the public data files. The one place where offsets become code points. */
import type { VersionRow } from '../../ledger/schema.ts';
import { codePoints, type CodePoints } from '../../text/offsets.ts';
import type {
  AddressRecord,
  ArticleRecord,
  Capture,
  ClaimRecord,
  DateFact,
  OutletRecord,
  Part,
  SpeakerRecord,
  TopicRecord,
} from '../../model/records.ts';
import {
  absolute,
  articleFilePath,
  articlePath,
  claimInContextPath,
  claimPath,
  outletPath,
  sourcePath,
  speakerPath,
  topicPath,
  versionPath,
  versionSourcePath,
} from '../../model/urls.ts';
import type {
  PublicArticle,
  PublicCapture,
  PublicClaim,
  PublicOutlet,
  PublicPart,
  PublicSpeaker,
  PublicTombstone,
  PublicTopic,
  PublicVersion,
} from './schema.ts';

/** A source or claim that does not read back; the build stops with it. */
export class ReadBackError extends Error {
  override name = 'ReadBackError';
}

/** Turns the parts of one article into public ones, and refuses one that does not read back. */
function publicParts(article: ArticleRecord, source: string, points: CodePoints) {
  return (owner: string, { start, end, exact }: Pick<Part, 'start' | 'end' | 'exact'>) => {
    if (source.slice(start, end) !== exact)
      throw new ReadBackError(
        `Article ${article.id}, claim ${owner}: the source at ${start} to ${end} reads differently from the record`,
      );
    return { start: points.at(start), end: points.at(end), exact };
  };
}

const publicDate = ({ edtf, from, to, basis, note }: DateFact): PublicArticle['published'] => ({
  edtf,
  from,
  to,
  basis,
  note,
});

/** The capture as the data files have it: where it is kept is the archive's own affair. */
const publicCapture = (capture: Capture | undefined): { capture?: PublicCapture } => {
  if (!capture) return {};
  const { kind, name, sha256, bytes, part } = capture;
  return { capture: { kind, name, sha256, bytes, ...(part && { part }) } };
};

/** The article's line of `articles.jsonl`. `points` are those of the source, where they are known. */
export function articleLine(
  article: ArticleRecord,
  source: string,
  root: string,
  points = codePoints(source),
): PublicArticle {
  return {
    id: article.id,
    title: article.title,
    dek: article.dek,
    byline: article.byline.map(({ name, role, speaker, basis }) => ({
      name,
      role,
      speaker,
      basis,
    })),
    outlet: article.outlet,
    published: publicDate(article.published),
    kind: article.kind,
    form: article.form,
    language: article.language,
    ...(article.languageBasis && { languageBasis: article.languageBasis }),
    sha256: article.source.sha256,
    url: absolute(root, articlePath(article.id)),
    claims: article.claims.map((claim) => claim.id),
    boilerplate: article.blocks
      .filter((block) => block.role === 'boilerplate')
      .map((block) => ({
        start: points.at(block.source.start),
        end: points.at(block.source.end),
        why: block.why ?? 'not part of the article',
      })),
    titleBasis: article.titleBasis,
    outletBasis: article.outletBasis,
    captured: article.captured,
    sections: article.sections,
    rights: article.rights,
    original: article.original,
    ...(article.archived && { archived: article.archived }),
    ...(article.copies && { copies: article.copies }),
    note: article.note,
    source: absolute(root, sourcePath(article.id)),
    bytes: article.source.bytes,
    characters: article.source.characters,
    version: article.source.version,
    annotations: absolute(root, articleFilePath(article.id, 'annotations.json')),
    format: article.format,
    ...(article.stated && { stated: article.stated }),
    ...(article.undone && { undone: article.undone }),
    ...(article.rejected && { rejected: article.rejected }),
    ...publicCapture(article.source.capture),
  };
}

/** The lines of `claims.jsonl` of one article, in reading order. `points` are those of the source, where they are known. */
export function claimLines(
  article: ArticleRecord,
  source: string,
  root: string,
  points = codePoints(source),
): PublicClaim[] {
  const part = publicParts(article, source, points);
  return article.claims.map((claim) =>
    claimLine(article, claim, root, (found) => part(claim.id, found)),
  );
}

function claimLine(
  article: ArticleRecord,
  claim: ClaimRecord,
  root: string,
  part: (found: Part) => PublicPart,
): PublicClaim {
  const { speaker } = claim;
  return {
    id: claim.id,
    article: article.id,
    type: claim.type,
    text: claim.text,
    parts: claim.parts.map(part),
    speaker: speaker && {
      id: speaker.id,
      name: speaker.name,
      mention: speaker.mention && part(speaker.mention),
      basis: speaker.basis,
      kind: speaker.kind,
      role: speaker.role,
      url: absolute(root, speakerPath(speaker.id)),
    },
    via: claim.via.map(({ id, name, mention }) => ({
      id,
      name,
      mention: mention && part(mention),
    })),
    cue: claim.cue && part(claim.cue),
    said: claim.said && publicDate(claim.said),
    within: claim.within,
    rule: claim.rule,
    confidence: claim.confidence,
    review: claim.review,
    url: absolute(root, claimPath(claim.id)),
    inContext: absolute(root, claimInContextPath(article.id, claim.id)),
    status: 'live',
    number: claim.number,
    articleTitle: article.title,
    outlet: article.outlet,
    published: publicDate(article.published),
    cueKind: claim.cueKind,
    polarity: claim.polarity,
    candidates: claim.candidates,
    turn: claim.turn,
    ...(claim.page !== undefined && { page: claim.page }),
    ...(claim.time !== undefined && { time: claim.time }),
    topics: claim.topics,
    relations: claim.relations.map((relation) => ({ ...relation })),
    reasons: claim.reasons,
    reviewNote: claim.reviewNote,
    ...(claim.reviewedBy && { reviewedBy: claim.reviewedBy }),
    ...(claim.reviewedOn && { reviewedOn: claim.reviewedOn }),
    wordsConfidence: claim.wordsConfidence,
    speakerConfidence: claim.speakerConfidence,
  };
}

export const speakerLine = (
  speaker: SpeakerRecord,
  claims: string[],
  root: string,
): PublicSpeaker => ({
  id: speaker.id,
  name: speaker.name,
  kind: speaker.kind,
  sortName: speaker.sortName,
  aliases: speaker.aliases,
  roles: speaker.roles,
  sameAs: speaker.sameAs,
  note: speaker.note,
  url: absolute(root, speakerPath(speaker.id)),
  claims,
  formerly: speaker.formerly,
});

export const outletLine = (
  outlet: OutletRecord,
  articles: string[],
  root: string,
): PublicOutlet => ({
  id: outlet.id,
  name: outlet.name,
  aliases: outlet.aliases,
  homepage: outlet.url,
  note: outlet.note,
  url: absolute(root, outletPath(outlet.id)),
  articles,
  formerly: outlet.formerly,
});

export const topicLine = (topic: TopicRecord, root: string): PublicTopic => ({
  id: topic.id,
  question: topic.question,
  curator: topic.curator,
  note: topic.note,
  url: absolute(root, topicPath(topic.id)),
  answers: topic.answers.map(({ claim, stance, note }) => ({ claim, stance, note })),
  formerly: topic.formerly,
});

/** The claim that an address belonged to: `claims/x/` to `x`. */
export const claimOfAddress = (path: string): string | null =>
  /^claims\/([^/]+)\/$/.exec(path)?.[1] ?? null;

export const tombstoneLine = (address: AddressRecord, root: string): PublicTombstone => ({
  url: absolute(root, address.path),
  claim: claimOfAddress(address.path),
  kind: address.kind,
  status: address.status ?? null,
  since: address.since ?? null,
  successor: address.successor === null ? null : absolute(root, address.successor),
  reason: address.reason,
  date: address.date,
  by: address.by,
  words: address.words,
  speaker: address.speaker,
  article: address.article,
  candidates: (address.candidates ?? []).map(({ path, article, version, words, why }) => ({
    url: absolute(root, path),
    article,
    version,
    words,
    why,
  })),
  version: address.place?.version ?? null,
  start: address.place?.start ?? null,
  end: address.place?.end ?? null,
});

/** The line of one version; `also` are former names of the article that keep its files. */
export const versionLine = (
  { article, version, sha256, bytes, taken, reason, capture }: VersionRow,
  also: readonly string[],
  root: string,
): PublicVersion => ({
  article,
  version,
  sha256,
  bytes,
  taken,
  reason,
  url: absolute(root, versionSourcePath(article, version)),
  page: absolute(root, versionPath(article, version)),
  also: also.map((old) => absolute(root, versionSourcePath(old, version))),
  ...publicCapture(capture),
});
