/**
 * A small archive for the site's tests: a report, an interview set as dialogue and an opinion,
 * all in our own words. Claims are found in the text by their words, so nobody counts characters.
 */
import { createHash } from 'node:crypto';
import type { ArchiveInput } from '../../src/archive/query.ts';
import {
  AddressRecord,
  AnnotationRecord,
  ArticleRecord,
  OutletRecord,
  PlaceRecord,
  SiteCard,
  SpeakerRecord,
  TopicRecord,
  type Block,
  type ClaimRecord,
  type DateFact,
  type Inline,
} from '../../src/model/records.ts';

const stated = (day: string): DateFact => ({
  edtf: day,
  from: day,
  to: day,
  basis: 'stated',
  note: 'stated in the first line',
});
const inferred = (from: string | null, to: string | null, note: string): DateFact => ({
  edtf: `${from ?? '..'}/${to ?? '..'}`,
  from,
  to,
  basis: 'inferred',
  note,
});

interface BlockDraft {
  role?: Block['role'];
  text: string;
  turn?: number;
  why?: string;
  rule?: string;
  marks?: [string, Inline['mark'], string?][];
}
interface ClaimDraft extends Partial<
  Omit<ClaimRecord, 'id' | 'type' | 'parts' | 'speaker' | 'via' | 'cue'>
> {
  id: string;
  type: ClaimRecord['type'];
  /** The words of each part, as they stand in the text. */
  words: string[];
  by?: [
    id: string,
    name: string,
    mention?: string,
    role?: string | null,
    kind?: NonNullable<ClaimRecord['speaker']>['kind'],
  ];
  through?: [id: string, name: string, mention?: string][];
  verb?: string;
}

/** A record whose source is its reading text, so that both kinds of offsets agree. */
function record(
  id: string,
  blocks: BlockDraft[],
  claims: ClaimDraft[],
  rest: Partial<ArticleRecord> & Pick<ArticleRecord, 'title' | 'published' | 'outlet'>,
): ArticleRecord {
  const text = blocks.map((b) => b.text).join('\n\n');
  const find = (words: string, from = 0) => {
    const start = text.indexOf(words, from);
    if (start < 0) throw new Error(`${id}: "${words}" does not stand in the text`);
    return {
      start,
      end: start + words.length,
      exact: words,
      reading: { start, end: start + words.length },
    };
  };
  let at = 0;
  const placed = blocks.map((b): Block => {
    const start = at;
    at += b.text.length + 2;
    const span = { start, end: start + b.text.length };
    const inlines = (b.marks ?? []).map(([words, mark, href]): Inline => {
      const offset = start + b.text.indexOf(words);
      return { start: offset, end: offset + words.length, mark, href: href ?? null };
    });
    return {
      role: b.role ?? 'paragraph',
      ...span,
      source: span,
      inlines,
      turn: b.turn ?? null,
      why: b.why ?? null,
      rule: b.rule ?? null,
    };
  });
  const turns = [...new Set(blocks.flatMap((b) => b.turn ?? []))].map((number) => {
    const first = placed.find((b) => b.turn === number)!;
    const label = text.slice(first.start, first.end).split(':')[0]!;
    const answer = claims.some((c) => c.turn === number && c.type === 'answer');
    return {
      number,
      kind: answer ? ('answer' as const) : ('question' as const),
      speaker: claims.find((c) => c.turn === number)?.by?.[0] ?? null,
      label: { start: first.start, end: first.start + label.length },
    };
  });
  const made = claims.map((c, i): ClaimRecord => {
    const { words, by, through, verb, ...more } = c;
    let from = 0;
    const parts = words.map((w) => {
      const part = find(w, from);
      from = part.end;
      return part;
    });
    return {
      article: id,
      number: i + 1,
      text: words.join(' '),
      parts,
      speaker: by
        ? {
            id: by[0],
            name: by[1],
            mention: by[2] ? find(by[2]) : null,
            basis: by[2] ? 'name' : 'continued',
            role: by[3] ?? null,
            kind: by[4] ?? 'person',
          }
        : null,
      candidates: [],
      via: (through ?? []).map(([v, name, mention]) => ({
        id: v,
        name,
        mention: mention ? find(mention) : null,
      })),
      cue: verb ? find(verb, Math.max(0, parts[0]!.start - 60)) : null,
      cueKind: verb ? 'said' : 'none',
      polarity: 'positive',
      said: null,
      within: null,
      turn: null,
      rule: 'direct-before-cue',
      confidence: 0.94,
      wordsConfidence: 0.96,
      speakerConfidence: by ? 0.95 : null,
      reasons: ['quotation marks around a whole sentence', 'the cue stands in the same sentence'],
      review: 'machine',
      reviewNote: null,
      topics: [],
      relations: [],
      ...more,
    };
  });
  const bytes = Buffer.from(text);
  return ArticleRecord.parse({
    dek: null,
    byline: [],
    bylinePrinted: null,
    titleBasis: 'stated',
    outletBasis: 'stated',
    captured: null,
    kind: 'report',
    form: 'narrative',
    language: 'en',
    sections: [],
    rights: { holder: null, statements: [], basis: 'unknown' },
    original: null,
    note: null,
    format: 'plain-text',
    source: {
      path: `tests/tmp/${id}.txt`,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
      characters: [...text].length,
      version: 1,
    },
    formerly: [],
    id,
    text,
    blocks: placed,
    turns,
    claims: made,
    ...rest,
  } satisfies ArticleRecord);
}

const harbour = record(
  'night-ferry',
  [
    { role: 'dateline', text: 'Sunday, March 14, 2021' },
    { role: 'title', text: 'Night ferry to stay, harbour board says' },
    { role: 'dek', text: 'Two boards, one timetable and a bridge that is not yet there' },
    { role: 'byline', text: 'By Tove Lindqvist' },
    {
      role: 'boilerplate',
      text: 'Please press the share buttons below.',
      why: 'invitation to share',
      rule: 'share-bar',
    },
    { role: 'caption', text: 'The ferry Alma leaves Northpoint on 3 March 2021 (Harbour Post)' },
    {
      text: '“We will keep the night ferry,” said Mara Obi, who chairs the harbour board, “and we will keep the fare.” The board met on Friday.',
      marks: [['Friday', 'emphasis']],
    },
    {
      text: 'Obi told the Northpoint Wire that the bridge would be late, and that nobody should sell their boat.',
    },
    { role: 'heading', text: 'What the town hears' },
    {
      text: 'A deckhand said that “the captain told us ‘the bridge is years away’ and nobody laughed” on the crossing.',
    },
    {
      text: 'According to the Northpoint Wire, engineers say the piers are cracked.',
      marks: [['Northpoint Wire', 'link', 'https://wire.example/piers']],
    },
    { text: '“Nothing has been decided.”' },
    {
      text: 'The timetable hangs in every “Blue Café” on the coast. Prices & times < 2020 stand beside it.',
    },
    {
      role: 'boilerplate',
      text: 'Post a comment',
      why: 'comment form of the page',
      rule: 'comment-form',
    },
    {
      role: 'boilerplate',
      text: 'Copyright © Harbour Post 2021',
      why: 'rights line',
      rule: 'rights',
    },
  ],
  [
    {
      id: 'b7h3kq',
      type: 'direct',
      words: ['We will keep the night ferry,', 'and we will keep the fare.'],
      by: ['mara-obi', 'Mara Obi', 'Mara Obi', 'chair of the harbour board'],
      verb: 'said',
      topics: ['night-ferry-future'],
      review: 'confirmed',
      said: inferred(
        '2021-03-12',
        '2021-03-12',
        '“on Friday”, counted back from the day of publication',
      ),
      relations: [
        {
          to: 'k4m8vz',
          kind: 'near',
          basis: 'computed',
          score: 0.71,
          why: 'shares: “keep the night ferry”',
          by: null,
        },
        {
          to: 'm9r2tw',
          kind: 'contradicts',
          basis: 'curated',
          score: null,
          why: 'one keeps the fare, the other raises it',
          by: 'A. Curator',
        },
      ],
    },
    {
      id: 'c2n6fd',
      type: 'indirect',
      words: ['the bridge would be late, and that nobody should sell their boat.'],
      by: ['mara-obi', 'Mara Obi', 'Obi told', 'chair of the harbour board'],
      through: [['northpoint-wire', 'Northpoint Wire', 'Northpoint Wire']],
      verb: 'told',
      topics: ['bridge-date'],
      said: inferred(null, '2021-03-14', 'the article that prints it has this date'),
    },
    {
      id: 'd5x9gb',
      type: 'mixed',
      words: ['the captain told us ‘the bridge is years away’ and nobody laughed'],
      by: ['deckhand', 'deckhand', 'A deckhand', null, 'unnamed'],
      verb: 'said',
      topics: [],
      review: 'corrected',
      reviewNote: 'The first reading ended the claim at the inner mark.',
    },
    {
      id: 'f3q7hj',
      type: 'direct',
      words: ['the bridge is years away'],
      by: ['captain', 'captain of the Alma', 'the captain', null, 'unnamed'],
      through: [['deckhand', 'deckhand', 'A deckhand']],
      verb: 'told',
      within: 'd5x9gb',
      topics: ['bridge-date'],
    },
    {
      id: 'g8t4kn',
      type: 'indirect',
      words: ['engineers say the piers are cracked.'],
      by: ['northpoint-wire', 'Northpoint Wire', 'Northpoint Wire', 'news agency', 'organisation'],
      verb: 'According to',
    },
    {
      id: 'h6w2mp',
      type: 'indirect',
      words: ['the piers are cracked.'],
      by: ['engineers', 'engineers', 'engineers', null, 'unnamed'],
      through: [['northpoint-wire', 'Northpoint Wire', 'Northpoint Wire']],
      verb: 'say',
      within: 'g8t4kn',
      topics: ['bridge-date'],
    },
    {
      id: 'j9z5qr',
      type: 'direct',
      words: ['Nothing has been decided.'],
      confidence: 0.41,
      rule: 'direct-alone',
      candidates: [
        { id: 'mara-obi', name: 'Mara Obi', why: 'named two paragraphs above' },
        { id: 'northpoint-wire', name: 'Northpoint Wire', why: 'named in the paragraph above' },
      ],
    },
  ],
  {
    title: 'Night ferry to stay, harbour board says',
    dek: 'Two boards, one timetable and a bridge that is not yet there',
    byline: [
      {
        name: 'Tove Lindqvist',
        sortName: 'Lindqvist, Tove',
        role: 'author',
        speaker: 'tove-lindqvist',
        basis: 'stated',
      },
    ],
    bylinePrinted: 'By Tove Lindqvist',
    outlet: { id: 'harbour-post', name: 'Harbour Post' },
    published: stated('2021-03-14'),
    rights: {
      holder: 'Harbour Post',
      statements: ['Copyright © Harbour Post 2021'],
      basis: 'stated',
    },
  },
);

const talk = record(
  'talk-with-obi',
  [
    { role: 'title', text: '“The bridge will come when it comes”: a talk with Mara Obi' },
    { role: 'byline', text: 'By Mara Obi and Jon Reyes' },
    {
      role: 'filing',
      text: 'Theme: Transport',
      why: 'the publisher’s own filing of the text',
      rule: 'filing-lines',
    },
    { text: 'The board has been in office for a year. “I never promised a date,” Obi says.' },
    {
      text: 'Jon Reyes: Some in the town hall claim that the bridge was promised for this summer. Is that so?',
      turn: 1,
    },
    {
      text: 'Mara Obi: I never promised a date. We will keep the night ferry until the last pier stands.',
      turn: 2,
    },
    { text: 'The fare is another matter; fuel is dear.', turn: 2 },
    { text: 'Jon Reyes: And the engineers?', turn: 3 },
    { text: 'Mara Obi: They measure, we wait.', turn: 4 },
    { role: 'boilerplate', text: 'Become a member', why: 'membership line', rule: 'membership' },
  ],
  [
    {
      id: 'k2b6xd',
      type: 'direct',
      words: ['I never promised a date,'],
      by: ['mara-obi', 'Mara Obi', 'Obi says'],
      verb: 'says',
      relations: [
        {
          to: 'n7c3vz',
          kind: 'repeats',
          basis: 'computed',
          score: 1,
          why: 'the same words',
          by: null,
        },
      ],
    },
    {
      id: 'p4d8rs',
      type: 'question',
      words: [
        'Some in the town hall claim that the bridge was promised for this summer. Is that so?',
      ],
      by: ['jon-reyes', 'Jon Reyes', 'Jon Reyes', 'interviewer'],
      turn: 1,
      rule: 'turn',
    },
    {
      id: 'q3f7tv',
      type: 'indirect',
      words: ['the bridge was promised for this summer.'],
      by: ['town-hall', 'some in the town hall', 'Some in the town hall', null, 'unnamed'],
      verb: 'claim',
      within: 'p4d8rs',
      turn: 1,
      topics: ['bridge-date'],
    },
    {
      id: 'n7c3vz',
      type: 'answer',
      words: ['I never promised a date. We will keep the night ferry until the last pier stands.'],
      by: ['mara-obi', 'Mara Obi', 'Mara Obi', 'chair of the harbour board'],
      turn: 2,
      rule: 'turn',
      topics: ['bridge-date', 'night-ferry-future'],
      relations: [
        {
          to: 'k2b6xd',
          kind: 'repeats',
          basis: 'computed',
          score: 1,
          why: 'the same words',
          by: null,
        },
      ],
    },
    {
      id: 'm9r2tw',
      type: 'answer',
      words: ['The fare is another matter; fuel is dear.'],
      by: ['mara-obi', 'Mara Obi', undefined, 'chair of the harbour board'],
      turn: 2,
      rule: 'turn',
      topics: ['night-ferry-future'],
    },
    {
      id: 's5g9wx',
      type: 'question',
      words: ['And the engineers?'],
      by: ['jon-reyes', 'Jon Reyes', 'Jon Reyes', 'interviewer'],
      turn: 3,
      rule: 'turn',
    },
    {
      id: 't6h4zb',
      type: 'answer',
      words: ['They measure, we wait.'],
      by: ['mara-obi', 'Mara Obi', 'Mara Obi', 'chair of the harbour board'],
      turn: 4,
      rule: 'turn',
    },
  ],
  {
    title: '“The bridge will come when it comes”: a talk with Mara Obi',
    kind: 'interview',
    form: 'dialogue',
    byline: [
      {
        name: 'Mara Obi',
        sortName: 'Obi, Mara',
        role: 'interviewee',
        speaker: 'mara-obi',
        basis: 'stated',
      },
      {
        name: 'Jon Reyes',
        sortName: 'Reyes, Jon',
        role: 'interviewer',
        speaker: 'jon-reyes',
        basis: 'stated',
      },
    ],
    bylinePrinted: 'By Mara Obi and Jon Reyes',
    outlet: { id: 'coast-review', name: 'Coast Review' },
    published: inferred(
      '2022-04-01',
      '2022-06-30',
      'the board has been in office “for a year”; the summer is still to come',
    ),
    sections: [{ name: 'Theme', values: ['Transport'] }],
  },
);

const opinion = record(
  'opinion-ferry',
  [
    { role: 'title', text: 'Let the ferry go' },
    {
      text: 'I say it plainly: the night ferry has had its day. Mara Obi keeps saying “keep the night ferry” and never says who pays.',
    },
  ],
  [
    {
      id: 'k4m8vz',
      type: 'direct',
      words: ['keep the night ferry'],
      by: ['mara-obi', 'Mara Obi', 'Mara Obi'],
      verb: 'saying',
      topics: ['night-ferry-future'],
    },
  ],
  {
    title: 'Let the ferry go',
    kind: 'opinion',
    outlet: null,
    titleBasis: 'stated',
    outletBasis: 'unknown',
    published: { edtf: null, from: null, to: null, basis: 'unknown', note: null },
  },
);

const speaker = (
  id: string,
  name: string,
  kind: SpeakerRecord['kind'],
  more: Partial<SpeakerRecord> = {},
): SpeakerRecord =>
  SpeakerRecord.parse({
    id,
    name,
    kind,
    sortName: name,
    aliases: [],
    roles: [],
    sameAs: [],
    note: null,
    hasCard: false,
    formerly: [],
    ...more,
  });
const outlet = (id: string, name: string): OutletRecord =>
  OutletRecord.parse({ id, name, aliases: [], url: null, note: null, hasCard: true, formerly: [] });

/** The whole archive; each call gives a copy of its own. */
export const siteFixture = (): ArchiveInput =>
  structuredClone({
    articles: [{ ...harbour, beside: 'all' as const }, talk, opinion],
    speakers: [
      speaker('mara-obi', 'Mara Obi', 'person', {
        sortName: 'Obi, Mara',
        hasCard: true,
        feed: true,
        roles: [{ role: 'chair of the harbour board', date: '2021-03-14', article: 'night-ferry' }],
      }),
      speaker('jon-reyes', 'Jon Reyes', 'person', { sortName: 'Reyes, Jon' }),
      speaker('tove-lindqvist', 'Tove Lindqvist', 'person', { sortName: 'Lindqvist, Tove' }),
      speaker('deckhand', 'deckhand', 'unnamed'),
      speaker('captain', 'captain of the Alma', 'unnamed'),
      speaker('northpoint-wire', 'Northpoint Wire', 'organisation'),
      speaker('engineers', 'engineers', 'unnamed'),
      speaker('town-hall', 'some in the town hall', 'unnamed'),
    ],
    outlets: [outlet('harbour-post', 'Harbour Post'), outlet('coast-review', 'Coast Review')],
    topics: [
      TopicRecord.parse({
        id: 'night-ferry-future',
        question: 'Is the night ferry to stay?',
        curator: 'A. Curator',
        note: null,
        formerly: [],
        answers: [
          { claim: 'b7h3kq', stance: 'It stays', note: null },
          { claim: 'n7c3vz', stance: 'It stays for now', note: 'until the bridge' },
          { claim: 'k4m8vz', stance: 'It stays', note: null },
        ],
      }),
      TopicRecord.parse({
        id: 'bridge-date',
        question: 'When will the bridge be ready?',
        curator: 'A. Curator',
        note: null,
        formerly: [],
        answers: [
          { claim: 'c2n6fd', stance: 'Late', note: null },
          { claim: 'f3q7hj', stance: 'Years away', note: null },
          { claim: 'q3f7tv', stance: 'This summer', note: null },
          { claim: 'n7c3vz', stance: 'No date given', note: null },
        ],
      }),
    ],
    places: [
      PlaceRecord.parse({
        id: 'northpoint',
        name: 'Northpoint',
        aliases: [],
        claims: ['c2n6fd', 'g8t4kn'],
      }),
    ],
    annotations: [
      AnnotationRecord.parse({
        claim: 'd5x9gb',
        kind: 'correction',
        by: 'A. Curator',
        date: '2026-01-05',
        note: 'The claim ended at the inner mark; it now ends at the outer one.',
      }),
    ],
    addresses: [
      AddressRecord.parse({
        path: 'claims/h4tm9w/',
        kind: 'tombstone',
        successor: 'claims/b7h3kq/',
        reason: 'It was a part of another claim, read as two.',
        date: '2026-01-05',
        by: 'A. Curator',
        words: 'and we will keep the fare',
        speaker: 'Mara Obi',
        article: 'night-ferry',
      }),
      AddressRecord.parse({
        path: 'articles/ferry-2021/',
        kind: 'redirect',
        successor: 'articles/night-ferry/',
        reason: 'The article was given a new name.',
        date: null,
        by: null,
        words: null,
        speaker: null,
        article: null,
      }),
    ],
    site: SiteCard.parse({
      name: 'Verbatim',
      address: 'https://verbatim.example/',
      curator: 'A. Curator',
      report: 'https://forge.example/verbatim/issues/new',
      about: 'A small archive of our own words, for tests.',
    }),
  });
