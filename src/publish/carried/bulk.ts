/** Claims for OpenSearch and its like: lines for the bulk interface, an index a year, and the mapping of all. */
import type { PublicClaim } from '../exports/schema.ts';

const PREFIX = 'verbatim-claims';

/** The year of the article, by which claims are parted; `undated` where nothing is known. */
export const partOf = ({ published }: Pick<PublicClaim, 'published'>): string =>
  (published.from ?? published.to)?.slice(0, 4) ?? 'undated';

/** The two lines of a claim: what is done with it, and the claim as it is in `claims.jsonl`. */
export const bulkLines = (claim: PublicClaim, json: string): string =>
  `${JSON.stringify({ index: { _index: `${PREFIX}-${partOf(claim)}`, _id: claim.id } })}\n${json}\n`;

const keyword = { type: 'keyword' } as const;
const words = { type: 'text', fields: { raw: { type: 'keyword', ignore_above: 1024 } } } as const;
const day = { type: 'date', format: 'strict_date' } as const;
const dateFact = {
  properties: { edtf: keyword, from: day, to: day, basis: keyword, note: { type: 'text' } },
} as const;
const named = { properties: { id: keyword, name: words } } as const;

/** An index template: which fields are searched and counted. Others are kept and handed back. */
export const BULK_TEMPLATE = {
  index_patterns: [`${PREFIX}-*`],
  template: {
    mappings: {
      dynamic: false,
      properties: {
        id: keyword,
        article: keyword,
        articleTitle: words,
        type: keyword,
        text: { type: 'text' },
        speaker: {
          properties: { id: keyword, name: words, kind: keyword, role: words, basis: keyword },
        },
        via: named,
        outlet: named,
        published: dateFact,
        said: dateFact,
        within: keyword,
        rule: keyword,
        review: keyword,
        cueKind: keyword,
        polarity: keyword,
        topics: keyword,
        confidence: { type: 'float' },
        wordsConfidence: { type: 'float' },
        speakerConfidence: { type: 'float' },
        number: { type: 'integer' },
        turn: { type: 'integer' },
        page: { type: 'integer' },
        url: keyword,
        inContext: keyword,
      },
    },
  },
} as const;
