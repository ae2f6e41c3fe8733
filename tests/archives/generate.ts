/**
 * Archives of any shape the schemas allow, as records: every optional field there or not, none, one
 * or many of everything, names of every kind. What fast-check draws is a plan; `archiveOf` makes
 * records of it whose offsets read back.
 */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { DecidedRecord } from '../../src/ledger/decided.ts';
import { type CarriedRecord, VersionRow } from '../../src/ledger/schema.ts';
import type { ArchiveInput } from '../../src/archive/query.ts';
import {
  AddressRecord,
  AnnotationRecord,
  ARTICLE_KINDS,
  ArticleRecord,
  type Block,
  CLAIM_TYPES,
  CueKind,
  type DateFact,
  MentionBasis,
  OutletRecord,
  type Part,
  PlaceRecord,
  Polarity,
  RELATION_KINDS,
  REVIEWS,
  SiteCard,
  SPEAKER_KINDS,
  SpeakerRecord,
  TopicRecord,
  TITLE_BASES,
} from '../../src/model/records.ts';

export interface GeneratedArchive extends ArchiveInput {
  versions: VersionRow[];
  carried: CarriedRecord[];
  decided: DecidedRecord[];
  /** Each version's text, by its file's name. */
  texts: Map<string, string>;
}

const ROOT = 'https://archive.example/';
const ODD = [
  '<a href="page.html">here</a>',
  '<script>alert(1)</script>',
  "O'Neill & Sons",
  '“quoted”',
  '"',
  "l'Élysée",
  'محمد السيد',
  'שלום',
  'Łódź',
  'Иван Петров',
  '李',
  '👩‍👩‍👧',
  'é',
  'x'.repeat(90),
  ']]>',
  '&amp;',
  '${x}',
  '{braces}',
  '%',
  '#',
  'a/b\\c',
  '50 %',
  'constructor',
  '__proto__',
  '\u202egnihton\u202c',
  '5½',
  '—',
  '*',
];
const PLAIN =
  'the ferry board will keep its night boats until a new bridge stands by the old quay and no fare rises'.split(
    ' ',
  );

const word = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...PLAIN) },
  { weight: 2, arbitrary: fc.constantFrom(...ODD) },
  {
    weight: 1,
    arbitrary: fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
      .map((text) => text.replace(/[\s\p{C}]+/gu, '') || 'x'),
  },
);
const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '));
const sentence = fc.array(word, { minLength: 1, maxLength: 60 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const nth = fc.nat({ max: 50 });
const day = fc
  .date({ min: new Date('0900-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** A date that is stated, inferred or unknown; one day, an interval, or open at one end. */
const date: fc.Arbitrary<DateFact> = fc
  .tuple(
    day,
    day,
    fc.constantFrom('day', 'interval', 'before', 'after', 'about', 'unknown'),
    maybe(name),
  )
  .map(([a, b, shape, note]): DateFact => {
    const [from, to] = a < b ? [a, b] : [b, a];
    const basis = note === null ? 'stated' : 'inferred';
    switch (shape) {
      case 'day':
        return { edtf: a, from: a, to: a, basis, note };
      case 'interval':
        return { edtf: `${from}/${to}`, from, to, basis, note };
      case 'before':
        return { edtf: `../${to}`, from: null, to, basis, note };
      case 'after':
        return { edtf: `${from}/..`, from, to: null, basis, note };
      case 'about':
        return { edtf: `${a}~`, from: a, to: a, basis, note };
      default:
        return { edtf: null, from: null, to: null, basis: 'unknown', note };
    }
  });

/** None, one or more. */
const few = <T>(arbitrary: fc.Arbitrary<T>, most: number) =>
  fc.oneof(
    fc.constant<T[]>([]),
    fc.array(arbitrary, { minLength: 1, maxLength: 1 }),
    fc.array(arbitrary, { maxLength: most }),
  );

/** A stretch of the text: a block, and words of it; all wrap round. */
const stretch = fc.record({ block: nth, word: nth, words: fc.nat({ max: 20 }) });
type Stretch = { block: number; word: number; words: number };

const claim = fc.record({
  parts: fc.array(stretch, { minLength: 1, maxLength: 3 }),
  type: fc.constantFrom(...CLAIM_TYPES),
  speaker: maybe(
    fc.record({
      who: nth,
      mention: maybe(stretch),
      basis: fc.constantFrom(...MentionBasis.options),
      role: maybe(name),
    }),
  ),
  candidates: fc.array(nth, { maxLength: 3 }),
  via: few(fc.record({ who: nth, mention: maybe(stretch) }), 3),
  cue: maybe(stretch),
  cueKind: fc.constantFrom(...CueKind.options),
  polarity: fc.constantFrom(...Polarity.options),
  said: maybe(date),
  within: maybe(nth),
  turn: maybe(fc.integer({ min: 1, max: 3 })),
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  wordsConfidence: fc.double({ min: 0, max: 1, noNaN: true }),
  speakerConfidence: maybe(fc.double({ min: 0, max: 1, noNaN: true })),
  reasons: fc.array(name, { maxLength: 2 }),
  review: fc.constantFrom(...REVIEWS),
  reviewNote: maybe(name),
  relations: fc.array(
    fc.record({
      to: nth,
      kind: fc.constantFrom(...RELATION_KINDS),
      curated: fc.boolean(),
      score: maybe(fc.double({ min: 0, max: 1, noNaN: true })),
      why: name,
      by: maybe(name),
    }),
    { maxLength: 3 },
  ),
  former: fc.array(sentence, { maxLength: 2 }),
  decided: fc.array(fc.constantFrom('confirmed' as const, 'restored' as const), { maxLength: 1 }),
});

const BLOCK_ROLES = [
  'paragraph',
  'paragraph',
  'heading',
  'quote',
  'label',
  'caption',
  'boilerplate',
  'filing',
  'dek',
  'byline',
  'dateline',
] as const;
const article = fc.record({
  title: name,
  titled: fc.boolean(),
  dek: maybe(name),
  byline: few(
    fc.record({
      name,
      sortName: name,
      role: fc.constantFrom(
        'author' as const,
        'interviewer' as const,
        'interviewee' as const,
        'desk' as const,
      ),
      speaker: maybe(nth),
      basis: fc.constantFrom('stated' as const, 'card' as const),
    }),
    3,
  ),
  titleBasis: fc.constantFrom(...TITLE_BASES),
  bylinePrinted: maybe(name),
  outlet: maybe(nth),
  published: date,
  captured: maybe(date),
  kind: fc.constantFrom(...ARTICLE_KINDS),
  form: fc.constantFrom('dialogue' as const, 'narrative' as const),
  language: fc.constantFrom('en', 'de', 'ar', 'sr-Latn', 'xx', 'not a language'),
  languageBasis: fc.constantFrom(
    undefined,
    'card' as const,
    'stated' as const,
    'detected' as const,
    'default' as const,
  ),
  undone: fc.constantFrom(undefined, ['references' as const], ['windows-1252' as const]),
  sections: fc.array(fc.record({ name, values: fc.array(name, { maxLength: 2 }) }), {
    maxLength: 2,
  }),
  rights: fc.record({
    holder: maybe(name),
    statements: fc.array(name, { maxLength: 2 }),
    basis: fc.constantFrom('stated' as const, 'card' as const, 'unknown' as const),
  }),
  original: fc.constantFrom(null, 'https://news.example/a?b=c&d#e', 'https://news.example/ä b'),
  note: maybe(name),
  blocks: fc.array(
    fc.record({
      role: fc.constantFrom(...BLOCK_ROLES),
      words: sentence,
      turn: maybe(fc.integer({ min: 1, max: 3 })),
      why: maybe(name),
      inline: maybe(
        fc.record({
          mark: fc.constantFrom(
            'emphasis' as const,
            'strong' as const,
            'code' as const,
            'link' as const,
          ),
          href: fc.constantFrom(null, 'https://news.example/', 'javascript:alert(1)', '#', '/x'),
          at: nth,
        }),
      ),
    }),
    { minLength: 1, maxLength: 8 },
  ),
  turns: few(
    fc.record({
      kind: fc.constantFrom('question' as const, 'answer' as const),
      speaker: maybe(nth),
      label: stretch,
    }),
    3,
  ),
  claims: few(claim, 8),
  older: fc.array(fc.array(sentence, { minLength: 1, maxLength: 3 }), { maxLength: 2 }),
  taken: maybe(day),
  formerly: fc.boolean(),
});

const gone = fc.record({
  what: fc.constantFrom(
    'claim' as const,
    'claim' as const,
    'speaker' as const,
    'article' as const,
    'outlet' as const,
  ),
  kind: fc.constantFrom('redirect' as const, 'tombstone' as const, 'orphan' as const),
  successor: maybe(nth),
  reason: fc.oneof(name, fc.constant('')),
  date: maybe(day),
  by: maybe(name),
  words: maybe(name),
  speaker: maybe(name),
  article: maybe(nth),
  status: fc.constantFrom(
    undefined,
    'orphaned' as const,
    'superseded' as const,
    'merged' as const,
    'withdrawn' as const,
  ),
  fate: fc.constantFrom(undefined, null, 'changed' as const, 'ambiguous' as const, 'gone' as const),
  since: fc.constantFrom(undefined, 'version 2', '2024-05-12'),
  place: maybe(nth),
  candidates: fc.option(
    fc.array(fc.record({ to: maybe(nth), article: nth, words: name, plain: fc.boolean() }), {
      maxLength: 3,
    }),
    { nil: undefined },
  ),
});

const speaker = fc.record({
  name,
  sortName: name,
  kind: fc.constantFrom(...SPEAKER_KINDS),
  aliases: fc.array(name, { maxLength: 2 }),
  roles: fc.array(
    fc.record({
      role: name,
      date: fc.constantFrom(null, '2021', '2021-03-04', '../2021'),
      article: maybe(nth),
    }),
    { maxLength: 2 },
  ),
  sameAs: fc.array(fc.constantFrom('https://id.example/1'), { maxLength: 1 }),
  note: maybe(name),
  hasCard: fc.boolean(),
});

const plan = fc.record({
  articles: few(article, 4),
  speakers: fc.oneof(
    { weight: 5, arbitrary: fc.array(speaker, { minLength: 1, maxLength: 6 }) },
    // more names than stand in a list without letters
    { weight: 1, arbitrary: fc.array(speaker, { minLength: 62, maxLength: 64 }) },
  ),
  outlets: fc.array(
    fc.record({
      name,
      aliases: fc.array(name, { maxLength: 2 }),
      url: fc.constantFrom(null, 'https://news.example/'),
      note: maybe(name),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  topics: few(
    fc.record({
      question: name,
      curator: name,
      note: maybe(name),
      answers: fc.array(fc.record({ claim: nth, stance: name, note: maybe(name) }), {
        maxLength: 6,
      }),
    }),
    2,
  ),
  places: few(
    fc.record({
      name,
      aliases: fc.array(name, { maxLength: 1 }),
      claims: fc.array(nth, { maxLength: 3 }),
    }),
    2,
  ),
  annotations: few(
    fc.record({
      claim: nth,
      kind: fc.constantFrom('note' as const, 'correction' as const),
      by: name,
      date: maybe(day),
      note: name,
    }),
    2,
  ),
  gone: few(gone, 4),
  site: fc.record({
    name,
    curator: name,
    report: fc.constantFrom(null, 'https://forge.example/new?x=1'),
    about: fc.oneof(name, fc.constant('')),
    claimFiles: fc.constantFrom(undefined, 'each'),
  }),
  /** Every claim of the archive so many times: for lists that go over several pages. */
  times: fc.oneof({ weight: 12, arbitrary: fc.constant(1) }, fc.constant(30)),
});
type Plan = typeof plan extends fc.Arbitrary<infer T> ? T : never;
type ArticlePlan = Plan['articles'][number];
type ClaimPlan = ArticlePlan['claims'][number];

const ALPHABET = '23456789bcdfghjkmnpqrstvwxz';
/** An id that no other number has. */
function claimId(number: number): string {
  let rest = number;
  let id = '';
  for (let i = 0; i < 6; i++) {
    id = ALPHABET.charAt(rest % ALPHABET.length) + id;
    rest = Math.floor(rest / ALPHABET.length);
  }
  return id;
}

const pick = <T>(list: readonly T[], at: number): T | undefined =>
  list.length === 0 ? undefined : list[at % list.length];
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const SEPARATOR = '\n\n';

interface Laid {
  text: string;
  blocks: Block[];
  /** Starts and ends of the words of each block. */
  words: { start: number; end: number }[][];
}

function layOut({ title, titled, blocks }: ArticlePlan): Laid {
  const all = [
    ...(titled
      ? [{ role: 'title' as const, words: title.split(' '), turn: null, why: null, inline: null }]
      : []),
    ...blocks,
  ];
  const laid: Laid = { text: '', blocks: [], words: [] };
  for (const { role, words, turn, why, inline } of all) {
    if (laid.text !== '') laid.text += SEPARATOR;
    const start = laid.text.length;
    const places = words.map((one, i) => {
      if (i > 0) laid.text += ' ';
      const place = { start: laid.text.length, end: laid.text.length + one.length };
      laid.text += one;
      return place;
    });
    const end = laid.text.length;
    const marked = inline && pick(places, inline.at);
    laid.words.push(places);
    laid.blocks.push({
      role,
      start,
      end,
      source: { start, end },
      inlines: inline && marked ? [{ ...marked, mark: inline.mark, href: inline.href }] : [],
      turn,
      why,
      rule: why && 'rule',
    });
  }
  return laid;
}

function partOf({ text, words }: Laid, { block, word, words: many }: Stretch): Part {
  const places = pick(words, block) ?? [];
  const first = pick(places, word);
  if (!first) throw new Error('a block has at least one word');
  const last = places[Math.min(places.length - 1, places.indexOf(first) + many)] ?? first;
  const span = { start: first.start, end: last.end };
  return { ...span, exact: text.slice(span.start, span.end), reading: span };
}

/** Parts of one claim, in their order, none over another. */
function partsOf(laid: Laid, plans: readonly Stretch[]): Part[] {
  const sorted = plans.map((one) => partOf(laid, one)).sort((a, b) => a.start - b.start);
  return sorted.filter((part, i) => i === 0 || sorted.slice(0, i).every((o) => o.end < part.start));
}

/** The records of a plan. */
function archiveOf(plan: Plan): GeneratedArchive {
  const speakers = plan.speakers.map((one, i) =>
    SpeakerRecord.parse({
      ...one,
      id: `speaker-${i}`,
      roles: one.roles.map((role) => ({
        ...role,
        article: role.article === null ? null : `article-${role.article % 5}`,
      })),
      formerly: [],
    }),
  );
  const named = (at: number) => {
    const found = pick(speakers, at);
    if (!found) throw new Error('there is at least one speaker');
    return { id: found.id, name: found.name, kind: found.kind };
  };
  const outlets = plan.outlets.map((one, i) =>
    OutletRecord.parse({ ...one, id: `outlet-${i}`, hasCard: true, formerly: [] }),
  );
  const laid = plan.articles.map(layOut);
  const claimPlans = plan.articles.map(({ claims }) =>
    Array.from({ length: plan.times }, () => claims).flat(),
  );
  const total = claimPlans.reduce((sum, list) => sum + list.length, 0);
  const anyClaim = (at: number) => (total === 0 ? claimId(900_000) : claimId(at % total));

  let next = 0;
  const articles = plan.articles.map((one, i) => {
    const own = laid[i] ?? layOut(one);
    const first = next;
    const placed = (claimPlans[i] ?? [])
      .map((claim: ClaimPlan) => ({ claim, parts: partsOf(own, claim.parts) }))
      .sort((a, b) => (a.parts[0]?.start ?? 0) - (b.parts[0]?.start ?? 0));
    next += placed.length;
    const claims = placed.map(({ claim, parts }, n) => ({
      id: claimId(first + n),
      article: `article-${i}`,
      number: n + 1,
      type: claim.type,
      text: parts.map(({ exact }) => exact).join(' '),
      parts,
      speaker: claim.speaker && {
        ...named(claim.speaker.who),
        mention: claim.speaker.mention && partOf(own, claim.speaker.mention),
        basis: claim.speaker.basis,
        role: claim.speaker.role,
      },
      candidates: claim.speaker
        ? []
        : claim.candidates.map((at) => ({
            id: named(at).id,
            name: named(at).name,
            why: 'it fits',
          })),
      via: claim.via.map(({ who, mention }) => ({
        id: named(who).id,
        name: named(who).name,
        mention: mention && partOf(own, mention),
      })),
      cue: claim.cue && partOf(own, claim.cue),
      cueKind: claim.cueKind,
      polarity: claim.polarity,
      said: claim.said,
      within: claim.within === null || n === 0 ? null : claimId(first + (claim.within % n)),
      turn: claim.turn,
      rule: 'rule',
      confidence: claim.confidence,
      wordsConfidence: claim.wordsConfidence,
      speakerConfidence: claim.speakerConfidence,
      reasons: claim.reasons,
      review: claim.review,
      reviewNote: claim.reviewNote,
      topics: plan.topics.flatMap(({ answers }, t) =>
        answers.some((a) => anyClaim(a.claim) === claimId(first + n)) ? [`topic-${t}`] : [],
      ),
      relations: claim.relations
        .filter(({ to }) => anyClaim(to) !== claimId(first + n))
        .map(({ to, curated, ...rest }) => ({
          ...rest,
          to: anyClaim(to),
          basis: curated ? 'curated' : 'computed',
        })),
    }));
    const outlet = one.outlet === null ? undefined : pick(outlets, one.outlet);
    return ArticleRecord.parse({
      id: `article-${i}`,
      title: one.title,
      titleBasis: one.titleBasis,
      dek: one.dek,
      byline: one.byline.map((by) => ({
        ...by,
        speaker: by.speaker === null ? null : named(by.speaker).id,
      })),
      bylinePrinted: one.bylinePrinted,
      outlet: outlet ? { id: outlet.id, name: outlet.name } : null,
      outletBasis: outlet ? 'stated' : 'unknown',
      published: one.published,
      captured: one.captured,
      kind: one.kind,
      form: one.form,
      language: one.language,
      languageBasis: one.languageBasis,
      undone: one.undone,
      sections: one.sections,
      rights: one.rights,
      original: one.original,
      note: one.note,
      format: 'plain-text',
      source: {
        path: `content/sources/article-${i}${one.older.length > 0 ? `.${one.older.length + 1}` : ''}.txt`,
        sha256: hashOf(own.text),
        bytes: Buffer.byteLength(own.text),
        characters: [...own.text].length,
        version: one.older.length + 1,
      },
      text: own.text,
      blocks: own.blocks,
      turns: one.turns.map((turn, n) => {
        const label = partOf(own, turn.label).reading;
        return {
          number: n + 1,
          kind: turn.kind,
          speaker: turn.speaker === null ? null : named(turn.speaker).id,
          label,
        };
      }),
      claims,
      formerly: one.formerly ? [`old-article-${i}`] : [],
    });
  });

  const texts = new Map<string, string>();
  const versions = articles.flatMap((article, i) => {
    const older = plan.articles[i]?.older ?? [];
    return [
      ...older.map((blocks) => blocks.map((b) => b.join(' ')).join(SEPARATOR)),
      article.text,
    ].map((text, n, all) => {
      const file = n === 0 ? `${article.id}.txt` : `${article.id}.${n + 1}.txt`;
      texts.set(file, text);
      return VersionRow.parse({
        article: article.id,
        version: n + 1,
        file,
        sha256: hashOf(text),
        bytes: Buffer.byteLength(text),
        taken: plan.articles[i]?.taken ?? null,
        reason: n === 0 ? null : `capture ${n + 1} of ${all.length}`,
      });
    });
  });

  const plansOf = new Map<string, ClaimPlan>();
  articles.forEach((article, i) => {
    article.claims.forEach((claim, n) => {
      const own = claimPlans[i]?.[n];
      if (own) plansOf.set(claim.id, own);
    });
  });
  const claims = articles.flatMap((article) => article.claims.map((claim) => ({ article, claim })));
  const carried = claims.flatMap(({ article, claim }) => {
    const former = plansOf.get(claim.id)?.former ?? [];
    const version = article.source.version;
    if (former.length === 0 || version === 1) return [];
    const part = claim.parts[0];
    const place = (words: string, at: number) => ({
      version: at,
      sha256:
        versions.find((row) => row.article === article.id && row.version === at)?.sha256 ?? '',
      start: 0,
      end: words.length,
      words,
    });
    return [
      {
        id: claim.id,
        article: article.id,
        fate: 'changed' as const,
        since: `version ${version}`,
        held: false,
        places: [
          place(part?.exact ?? '', version),
          ...former
            .slice(0, version - 1)
            .map((words, n) => place(words.join(' '), version - 1 - n)),
        ],
      },
    ];
  });
  const decided = claims.flatMap(({ claim }) =>
    (plansOf.get(claim.id)?.decided ?? []).map((did) => ({
      claim: claim.id,
      did,
      other: null,
      because: claim.reviewNote,
      by: claim.reviewNote,
      on: null,
    })),
  );

  const goneClaims = plan.gone.map((one, i) => ({ ...one, id: claimId(500_000 + i) }));
  const addresses = [
    ...goneClaims.map((one, i) =>
      addressOf(one, i, {
        articles,
        claims: claims.map(({ claim }) => claim.id),
        versions,
        speakers,
      }),
    ),
    ...articles.flatMap(({ id, formerly }) =>
      formerly.map((old) =>
        AddressRecord.parse({
          path: `articles/${old}/`,
          kind: 'redirect',
          successor: `articles/${id}/`,
          reason: 'It has another name.',
          date: null,
          by: null,
          words: null,
          speaker: null,
          article: null,
        }),
      ),
    ),
    ...[...new Set(speakers.flatMap(({ roles }) => roles.flatMap(({ article }) => article ?? [])))]
      .filter((id) => !articles.some((article) => article.id === id))
      .map((id) =>
        AddressRecord.parse({
          path: `articles/${id}/`,
          kind: 'tombstone',
          successor: null,
          reason: 'withdrawn',
          date: null,
          by: null,
          words: null,
          speaker: null,
          article: null,
          status: 'withdrawn',
        }),
      ),
  ];
  return {
    articles,
    speakers,
    outlets,
    topics: plan.topics.map(({ answers, ...one }, i) =>
      TopicRecord.parse({
        ...one,
        id: `topic-${i}`,
        answers: [
          ...new Map(
            answers.map((a) => [anyClaim(a.claim), { ...a, claim: anyClaim(a.claim) }]),
          ).values(),
        ],
        formerly: [],
      }),
    ),
    places: plan.places.map((one, i) =>
      PlaceRecord.parse({
        ...one,
        id: `place-${i}`,
        claims: total === 0 ? [] : [...new Set(one.claims.map(anyClaim))],
      }),
    ),
    annotations:
      total === 0
        ? []
        : plan.annotations.map((one) =>
            AnnotationRecord.parse({ ...one, claim: anyClaim(one.claim) }),
          ),
    addresses: [...new Map(addresses.map((one) => [one.path, one])).values()],
    site: SiteCard.parse({ ...plan.site, address: ROOT }),
    versions,
    carried,
    decided,
    texts,
  };
}

/** The page of an address that leads to no record. */
function addressOf(
  one: Plan['gone'][number] & { id: string },
  i: number,
  {
    articles,
    claims,
    versions,
    speakers,
  }: {
    articles: readonly ArticleRecord[];
    claims: readonly string[];
    versions: readonly VersionRow[];
    speakers: readonly SpeakerRecord[];
  },
): AddressRecord {
  const article = one.article === null ? undefined : pick(articles, one.article);
  const heir = one.successor === null ? undefined : pick(claims, one.successor);
  const speaker = pick(speakers, one.successor ?? 0);
  const successors = {
    claim: heir && `claims/${heir}/`,
    speaker: speaker && `speakers/${speaker.id}/`,
    article: article && `articles/${article.id}/`,
    outlet: undefined,
  };
  const version =
    one.place === null
      ? undefined
      : pick(
          versions.filter((row) => row.article === article?.id),
          one.place,
        );
  const path = {
    claim: `claims/${one.id}/`,
    speaker: `speakers/gone-${i}/`,
    article: `articles/gone-${i}/`,
    outlet: `outlets/gone-${i}/`,
  }[one.what];
  const successor = (one.successor === null ? undefined : successors[one.what]) ?? null;
  const { words } = one;
  return AddressRecord.parse({
    path,
    kind: one.kind === 'redirect' && successor === null ? 'tombstone' : one.kind,
    successor,
    reason: one.reason,
    date: one.date,
    by: one.by,
    words,
    speaker: one.speaker,
    article: article?.id ?? null,
    status: one.what === 'claim' ? one.status : undefined,
    fate: one.fate,
    since: one.since,
    place:
      version && words
        ? { version: version.version, sha256: version.sha256, start: 0, end: words.length }
        : null,
    candidates:
      article &&
      one.candidates?.map((other) => {
        const to = other.to === null ? undefined : pick(claims, other.to);
        return {
          path: to ? `claims/${to}/` : `articles/${article.id}/`,
          inContext: null,
          article: article.id,
          version: article.source.version,
          words: other.words,
          why: other.plain ? 'what stands now where the claim stood' : 'the same words',
        };
      }),
  });
}

/** Archives of every shape. */
export const archives: fc.Arbitrary<GeneratedArchive> = plan.map(archiveOf);
