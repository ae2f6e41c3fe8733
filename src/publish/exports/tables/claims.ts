/** The table of claims, a row a claim, and what stands in tables of its own because a claim has several of it. */
import type { ClaimRecord } from '../../../model/records.ts';
import type { PublicClaim } from '../schema.ts';
import { date, integer, list, number, string, table } from './columns.ts';

/** The columns in order. Columns are added at the end: scripts count them. */
const CLAIM_COLUMNS = [
  string('id', 'Claim id', (claim: PublicClaim) => claim.id),
  string('article', 'Article id', (claim: PublicClaim) => claim.article),
  integer(
    'number',
    'Place among the article’s claims, from 1',
    (claim: PublicClaim) => claim.number,
  ),
  string('type', 'direct, indirect, mixed, answer or question', (claim: PublicClaim) => claim.type),
  string(
    'speaker',
    'Name of who is presented as saying it; empty where nobody is named',
    (claim: PublicClaim) => claim.speaker?.name ?? null,
  ),
  string('speaker_id', 'Speaker id', (claim: PublicClaim) => claim.speaker?.id ?? null),
  string('speaker_role', 'Role at the time', (claim: PublicClaim) => claim.speaker?.role ?? null),
  string(
    'speaker_basis',
    'How the mention was taken to mean the speaker',
    (claim: PublicClaim) => claim.speaker?.basis ?? null,
  ),
  string(
    'mention',
    'The speaker as printed',
    (claim: PublicClaim) => claim.speaker?.mention?.exact ?? null,
  ),
  string(
    'via',
    'Who passed the words on, nearest to the article first, parted by “; ”',
    (claim: PublicClaim) => list(claim.via.map(({ name }) => name)),
  ),
  string('text', 'The words as read', (claim: PublicClaim) => claim.text),
  string('cue', 'The words that attribute', (claim: PublicClaim) => claim.cue?.exact ?? null),
  string('polarity', 'positive, negative or open', (claim: PublicClaim) => claim.polarity),
  string('said', 'When it was said, EDTF', (claim: PublicClaim) => claim.said?.edtf ?? null),
  string(
    'said_basis',
    'stated, inferred or unknown',
    (claim: PublicClaim) => claim.said?.basis ?? null,
  ),
  string('article_title', 'Title of the article', (claim: PublicClaim) => claim.articleTitle),
  string('outlet', 'Who published the article', (claim: PublicClaim) => claim.outlet?.name ?? null),
  string(
    'published',
    'When the article was published, EDTF',
    (claim: PublicClaim) => claim.published.edtf,
  ),
  string(
    'published_basis',
    'stated, inferred or unknown',
    (claim: PublicClaim) => claim.published.basis,
  ),
  string('topics', 'Topic ids, parted by “; ”', (claim: PublicClaim) => list(claim.topics)),
  string('within', 'Id of the claim that contains this one', (claim: PublicClaim) => claim.within),
  integer(
    'start',
    'Of the first part, in Unicode code points of the source',
    (claim: PublicClaim) => claim.parts[0]?.start ?? null,
  ),
  integer(
    'end',
    'Of the last part, exclusive',
    (claim: PublicClaim) => claim.parts.at(-1)?.end ?? null,
  ),
  integer(
    'parts',
    'Number of parts; claims.jsonl has each',
    (claim: PublicClaim) => claim.parts.length,
  ),
  string('rule', 'What found the claim', (claim: PublicClaim) => claim.rule),
  number(
    'confidence',
    'How often claims found like this one are right, 0 to 1',
    (claim: PublicClaim) => claim.confidence,
  ),
  string('review', 'machine, confirmed, corrected or added', (claim: PublicClaim) => claim.review),
  string('url', 'The claim’s permanent address', (claim: PublicClaim) => claim.url),
  string('in_context', 'The claim in its article', (claim: PublicClaim) => claim.inContext),
  date(
    'said_from',
    'The earliest day on which it can have been said, YYYY-MM-DD',
    (claim: PublicClaim) => claim.said?.from ?? null,
  ),
  date(
    'said_to',
    'The latest day on which it can have been said, YYYY-MM-DD',
    (claim: PublicClaim) => claim.said?.to ?? null,
  ),
  date(
    'published_from',
    'The earliest day on which the article can have been published, YYYY-MM-DD',
    (claim: PublicClaim) => claim.published.from,
  ),
  date(
    'published_to',
    'The latest day on which the article can have been published, YYYY-MM-DD',
    (claim: PublicClaim) => claim.published.to,
  ),
  number(
    'words_confidence',
    'How often words found like these are somebody’s, 0 to 1',
    (claim: PublicClaim) => claim.wordsConfidence ?? null,
  ),
  number(
    'speaker_confidence',
    'How often it is this speaker whose words they are, 0 to 1; empty where open',
    (claim: PublicClaim) => claim.speakerConfidence ?? null,
  ),
  integer(
    'page',
    'The page of the capture on which the words begin, from 1, where it has pages',
    (claim: PublicClaim) => claim.page ?? null,
  ),
  string(
    'time',
    'The time in the recording at which the words begin, where the source notes it',
    (claim: PublicClaim) => claim.time ?? null,
  ),
];
export const claims = table('claims', 'Claims, a row a claim', CLAIM_COLUMNS, {
  key: ['id'],
  refers: { article: 'articles', speaker_id: 'speakers', within: 'claims' },
});

/** A stretch of the source that holds words of a claim, with its place in bytes. */
export interface PartRow {
  claim: string;
  number: number;
  start: number;
  end: number;
  byteStart: number;
  byteEnd: number;
  exact: string;
}
export const parts = table<PartRow>(
  'parts',
  'Stretches of the sources that hold the words of claims, a row a stretch',
  [
    string('claim', 'Claim id', ({ claim }) => claim),
    integer('number', 'Place among the claim’s parts, from 1', ({ number }) => number),
    integer('start', 'In Unicode code points of the source', ({ start }) => start),
    integer('end', 'In Unicode code points of the source, exclusive', ({ end }) => end),
    integer('byte_start', 'In bytes of the source file', ({ byteStart }) => byteStart),
    integer('byte_end', 'In bytes of the source file, exclusive', ({ byteEnd }) => byteEnd),
    string('exact', 'The characters of the source at that place', ({ exact }) => exact),
  ],
  { key: ['claim', 'number'], refers: { claim: 'claims' } },
);

interface ViaRow {
  claim: string;
  number: number;
  speaker: string;
  name: string;
}
export const via = table<ViaRow>(
  'via',
  'Who passed the words of claims on, a row a claim and who passed it on',
  [
    string('claim', 'Claim id', ({ claim }) => claim),
    integer('number', 'From 1, nearest to the article first', ({ number }) => number),
    string('speaker_id', 'Speaker id', ({ speaker }) => speaker),
    string('name', 'Name', ({ name }) => name),
  ],
  { key: ['claim', 'number'], refers: { claim: 'claims', speaker_id: 'speakers' } },
);

type RelationRow = { claim: string; number: number } & ClaimRecord['relations'][number];
export const relations = table<RelationRow>(
  'relations',
  'What claims have to do with other claims, a row a relation',
  [
    string('claim', 'Claim id', ({ claim }) => claim),
    integer('number', 'Place among the claim’s relations, from 1', ({ number }) => number),
    string('to', 'Id of the other claim', ({ to }) => to),
    string('kind', 'repeats, contradicts, answers, corrects, near or related', ({ kind }) => kind),
    string(
      'basis',
      'curated: set by a named curator; computed: found by the build',
      ({ basis }) => basis,
    ),
    number('score', '0 to 1, of a computed relation', ({ score }) => score),
    string('why', 'Why, in words', ({ why }) => why),
    string('by', 'Who set it', ({ by }) => by),
  ],
  { key: ['claim', 'number'], refers: { claim: 'claims', to: 'claims' } },
);

/** The rows of tables of which a claim may have several. */
export const viaRows = ({ id, via: chain }: PublicClaim): ViaRow[] =>
  chain.map(({ id: speaker, name }, i) => ({ claim: id, number: i + 1, speaker, name }));
export const relationRows = ({ id, relations: all }: PublicClaim): RelationRow[] =>
  all.map((relation, i) => ({ claim: id, number: i + 1, ...relation }));
