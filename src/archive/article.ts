/** One source from its bytes to an article whose claims have no ids yet. */
import type { VFile } from 'vfile';
import type { Card } from '../intake/cards/read.ts';
import type { ArticleCard } from '../intake/cards/schema.ts';
import { readFrontMatter, type FrontMatter } from '../intake/front-matter.ts';
import { nameKey, titleOfName } from '../model/names.ts';
import { dateFact, edtfBounds, unknownDateFact } from '../model/dates.ts';
import { findClaims } from '../engine/index.ts';
import { detectLanguage, isSameLanguage } from '../languages/detect.ts';
import {
  dateReaderFor,
  packFor,
  pageReaderFor,
  type DateReader,
  type PageReader,
} from '../languages/index.ts';
import { hasRules, LANGUAGE_OF_RULES } from '../languages/known.ts';
import type { EngineText, Found } from '../engine/types.ts';
import {
  complain,
  emptySource,
  factsDisagree,
  languageWithoutRules,
  lostMarks,
  noTitle,
  openDate,
  partOfArticle,
  quoteWithoutSpeaker,
  turnsOfNobody,
  twoCandidates,
  unbalancedMark,
  unbalancedMarks,
  unknownDate,
  type Place,
} from '../model/messages.ts';
import type { ArticleRecord, BlockRole, DateFact, Span } from '../model/records.ts';
import { calibrated, type Calibration } from './calibration.ts';
import { withPrintedNames, withUnreadBlank, withWords } from '../intake/unread.ts';
import { clean, type CleanText } from '../intake/clean.ts';
import {
  foundClaims,
  labelTurns,
  standingClaims,
  traceCorrections,
  type CorrectedArticle,
  type Meant,
  type TracedClaim,
} from './correct.ts';
import { heardOf, type Heard } from './meant.ts';
import { publishable, sortClaims, type ClaimContent } from './draft.ts';
import { draftClaims, identifyEntities, type Identity, type SpeakerIndex } from './identify.ts';
import { dayOfFigures } from '../intake/figures.ts';
import { readMetadata } from '../intake/metadata.ts';
import { undo } from '../intake/formats/undo.ts';
import { settle, statedLanguage, statedTitle } from '../intake/stated.ts';
import { placesIn, read, type RawSource } from '../intake/read.ts';
import { first } from '../text/certain.ts';
import { isProse, lengthAsLatin } from '../text/lines.ts';
import { stage } from './stages.ts';
import { dateClaims } from './said.ts';
import type { Disagreement, Metadata } from '../intake/printed.ts';
import type { StatedFact } from '../intake/formats/format.ts';

/** The language of an article, and what says so. */
export interface ArticleLanguage {
  tag: string;
  basis: NonNullable<ArticleRecord['languageBasis']>;
}

/** Everything the stages found in one article; `explain` prints it. */
export interface ArticleDraft {
  id: string;
  file: VFile;
  card: Card<ArticleCard> | null;
  raw: RawSource;
  clean: CleanText;
  meta: Metadata;
  language: ArticleLanguage;
  found: Found;
  identities: Identity[];
  /** The engine's paragraphs, to which `found.turns` refers. */
  paragraphs: EngineText['paragraphs'];
  published: DateFact;
  claims: ClaimContent[];
  /** What may be a claim but is not sure enough to be published; a card entry with its words publishes it. */
  possible: ClaimContent[];
  /** Every claim that was found or added, with what the card says of it. */
  traced: TracedClaim[];
  /** For each of `claims`, what the card says of it. */
  heard: Heard[];
}

/** What tells the language of an article beside its source. */
export interface LanguageContext {
  /** The title that its capture states, before there is a card. */
  title?: string | undefined;
  card?: Card<ArticleCard> | null;
  /** What is supposed of texts that do not tell their language. */
  siteLanguage?: string | undefined;
}

/** What is known of an article beside its source. */
export interface ArticleContext extends LanguageContext {
  index: SpeakerIndex;
  /** How many versions of the source there are. */
  versions?: number;
  /** What the archive learned from its own people on how sure the machine is. */
  calibration?: Calibration | null;
  find?: typeof findClaims;
  /** Which claims entries of the card mean, where their words alone would tell others. */
  meant?: Meant | undefined;
}

/**
 * Runs the stages on one source: read, clean, metadata, the engine (segment, quotes, attribute),
 * identify, dates, corrections. Null, with messages on the file, when it cannot be an article.
 * In a language without rules no claims are looked for; the card may add some.
 */
export function draftArticle(
  id: string,
  file: VFile,
  {
    card = null,
    index,
    versions = 1,
    siteLanguage = LANGUAGE_OF_RULES,
    calibration = null,
    find = findClaims,
    meant,
  }: ArticleContext,
): ArticleDraft | null {
  const raw = stage('read', () => read(file, card?.data.format, card?.data.undo));
  if (!raw) return null;
  const head = readHead(raw, file, { card, siteLanguage });
  if (head === null) return null;
  const { text, meta, language } = head;
  if (!/[\p{L}\p{N}]/u.test(text.text)) {
    complain(file, null, emptySource());
    return null;
  }
  if (meta.title === null && !card?.data.title) complain(file, null, noTitle(titleOfName(id), id));
  const input = stage('metadata', () => engineInput(text, meta, pageReaderFor(language.tag)));
  const { paragraphs } = input;
  const known = namesKnownIn(id, index);
  const pack = packFor(language.tag);
  const found = pack
    ? withPrintedNames(
        stage('claims', () => find(input, { pack, known })),
        input.text,
        text.text,
      )
    : nothingFound;
  const published = publishedOf(card, meta);
  const { claims, possible, traced } = claimsOf({ id, card, clean: text, index }, found, {
    published,
    readable: paragraphs.map(({ start, end }) => ({ start, end })),
    versions,
    meant,
    calibration,
    dates: dateReaderFor(language.tag),
  });
  const identities = stage('identify', () =>
    identifyEntities(found.entities, text.text, id, index),
  );
  const draft: ArticleDraft = {
    id,
    file,
    card,
    raw,
    clean: text,
    meta,
    language,
    found,
    identities,
    paragraphs,
    published,
    claims,
    possible,
    traced,
    heard: heardOf(claims, traced),
  };
  stage('doubts', () => reportDoubts(draft));
  return draft;
}

/** The names of speakers with cards, but for names and speakers that mean somebody in another article alone. */
const namesKnownIn = (article: string, { byId, byName, only }: SpeakerIndex) =>
  [...byId.values()].flatMap(({ id, name, aliases }) => {
    const own = aliases.filter((alias) =>
      byName
        .get(nameKey(alias))
        ?.some((entry) => entry.id === id && (entry.article ?? article) === article),
    );
    return (only?.get(id) ?? article) === article || own.length > 0 ? [{ name, aliases: own }] : [];
  });

/** From found claims to those that are published, and those that only may be claims. */
function claimsOf(
  { id, card, clean: text, index }: Omit<CorrectedArticle, 'card'> & Pick<ArticleDraft, 'card'>,
  found: Found,
  given: {
    published: DateFact;
    readable: readonly Span[];
    versions: number;
    meant: Meant | undefined;
    calibration: Calibration | null;
    dates: DateReader;
  },
): Pick<ArticleDraft, 'claims' | 'possible' | 'traced'> {
  const corrected = card && { id, card, clean: text, index };
  const spoken = card?.data.spoken
    ? dateFact(card.data.spoken.edtf, card.data.spoken.basis, card.data.spoken.note ?? null)
    : null;
  const datedText = { clean: text, sentences: found.sentences, dates: given.dates };
  const dated = (claims: readonly ClaimContent[]) =>
    dateClaims(claims, datedText, given.published, spoken);

  const identified = stage('identify', () => draftClaims(found, text, id, index));
  const labelled = stage('corrections', () =>
    corrected ? labelTurns(identified, corrected, found.turns) : identified,
  );
  const { calibration } = given;
  const sure = calibration ? labelled.map((one) => calibrated(one, calibration)) : labelled;
  const drafts = stage('dates', () => dated(sure));
  const traced = stage('corrections', () =>
    corrected ? traceCorrections(drafts, corrected, given.readable, given) : foundClaims(drafts),
  );
  const { published, possible } = publishable(standingClaims(traced));
  const claims = stage('dates', () =>
    sortClaims(
      published.flatMap((claim) =>
        claim.review === 'added' && claim.said === null ? dated([claim]) : [claim],
      ),
    ),
  );
  return { claims, possible, traced };
}

const nothingFound: Found = { sentences: [], turns: [], entities: [], claims: [], doubts: [] };

/** The language of a text: as its card or front matter says, else as its running text tells. */
function languageOf(
  { text, blocks }: CleanText,
  front: FrontMatter | null,
  { card = null, siteLanguage = LANGUAGE_OF_RULES }: LanguageContext,
): ArticleLanguage {
  if (card?.data.language) return { tag: card.data.language, basis: 'card' };
  const stated = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.exec(front?.language?.trim() ?? '')?.[0];
  if (stated) return { tag: stated, basis: 'stated' };
  const lines = blocks.map(({ start, end }) => text.slice(start, end));
  const detected = detectLanguage(lines.filter(isProse).join('\n')) ?? detectLanguage(text);
  return detected === null
    ? { tag: siteLanguage, basis: 'default' }
    : { tag: detected, basis: 'detected' };
}

const BASES: Record<ArticleLanguage['basis'], string> = {
  card: 'its card says so',
  stated: 'its source says so',
  detected: 'detected in its words',
  default: 'the language of the site, as the text is too short to tell',
};

/** The mark of program code in Markdown: nobody says it. What is only indented may be an article pasted so. */
const FENCE = /^(?:```|~~~)/;

/** What the engine may read: running text, headings and quotation blocks, never boilerplate, the head or program code. */
function engineInput(
  text: CleanText,
  meta: Metadata,
  page: PageReader,
): EngineText & { paragraphs: EngineText['paragraphs'] } {
  // A text of one line is all in its title.
  const only = meta.blocks.some(({ role }) => role === 'paragraph' || role === 'quote')
    ? []
    : ['title', 'dek'];
  const read = withUnreadBlank(text);
  const readable = meta.blocks.flatMap((block, i) => {
    if (text.blocks[i]?.kind === 'code' && FENCE.test(text.text.slice(block.start, block.end)))
      return [];
    const kind = only.includes(block.role) ? 'paragraph' : readRole(block.role);
    const { start, end, bold, italic } = block;
    return kind ? [{ start, end, kind, bold, italic }] : [];
  });
  const paragraphs = withWords(readable, read, text.text);
  // "HARBOUR TOWN (Bay Wire) -- " is no part of what anybody said
  const opening = paragraphs.findIndex(({ kind }) => kind === 'paragraph');
  const running = paragraphs.map((block, i) => {
    if (i !== opening) return block;
    const { start, end } = block;
    const placed = page.placeLine(text.text.slice(start, end));
    return { ...block, start: start + (placed?.printed.length ?? 0) };
  });
  return {
    text: read,
    paragraphs: running,
    turns: 'auto',
    interviewers: meta.interviewers,
    title: meta.title,
    authors: meta.byline.flatMap(({ name, role }) => (role === 'author' ? [name] : [])),
  };
}

const readRole = (role: BlockRole): 'paragraph' | 'heading' | 'quote' | null =>
  role === 'paragraph' || role === 'heading' || role === 'quote' ? role : null;

/** The reading text of a source, its language, and what text and front matter say of the article. */
export interface ArticleHead {
  text: CleanText;
  language: ArticleLanguage;
  meta: Metadata;
  front: FrontMatter | null;
}

/** Null, with messages on the file, where the front matter cannot be read. */
export function readHead(
  raw: RawSource,
  file: VFile,
  context: LanguageContext = {},
): ArticleHead | null {
  if (raw.format.states) return readPageHead(raw, file, context);
  const front = stage('front matter', () => readFrontMatter(raw.text, file));
  if (front === null) return null;
  const text = stage('clean', () => clean(raw, front.bodyFrom));
  const language = stage('language', () => languageOf(text, front.data, context));
  const page = pageReaderFor(language.tag);
  const meta = stage('metadata', () =>
    withFrontMatter(
      readMetadata(text, page, { title: context.card?.data.title ?? context.title ?? null }),
      front.data,
      page,
    ),
  );
  return { text, language, meta: withDay(meta, text, [], page, context), front: front.data };
}

/** With the day of publication that figures alone give, or the line that leaves it open. */
function withDay(
  meta: Metadata,
  { text }: CleanText,
  facts: readonly StatedFact[],
  page: PageReader,
  { card = null }: LanguageContext,
): Metadata {
  if (meta.published !== null) return meta;
  const evidence = {
    text,
    original: card?.data.original ?? meta.original ?? null,
    languages: facts.flatMap(({ fact, value }) => (fact === 'language' ? [value] : [])),
    captured: card?.data.captured?.edtf ?? meta.captured?.edtf ?? null,
  };
  const { published, open } = dayOfFigures(meta, evidence, page);
  return { ...meta, published: published ?? null, ...(open && { openDay: open }) };
}

/** The same of a saved web page, which states its facts in places made for programs. */
function readPageHead(raw: RawSource, file: VFile, context: LanguageContext): ArticleHead {
  const source = raw.undone.length > 0 ? undo(raw.text, raw.undone).text : raw.text;
  const facts = raw.format.states?.(source) ?? [];
  const text = stage('clean', () => clean(raw));
  const { language, disagreement } = languageOfPage(text, statedLanguage(facts), context);
  const page = pageReaderFor(language.tag);
  const card = context.card?.data;
  const title = statedTitle(facts)?.value ?? card?.title ?? context.title ?? null;
  const settled = stage('metadata', () =>
    settle(readMetadata(text, page, { title, isPage: true }), facts, page),
  );
  const part = partShown(text, settled.meta, raw.format.statesBody?.(source) ?? null);
  if (part) complain(file, null, partOfArticle(part.words, part.stated));
  const decided = { author: card?.byline, published: card?.published, language: card?.language };
  for (const one of [...settled.disagreements, ...(disagreement ? [disagreement] : [])])
    if (!(one.fact in decided) || decided[one.fact as keyof typeof decided] === undefined)
      complain(file, null, factsDisagree(one));
  const stated = settled.stated.map((one) => ({
    ...one,
    taken: one.taken || (one.fact === 'language' && isSameLanguage(one.value, language.tag)),
  }));
  const meta = withDay({ ...settled.meta, stated }, text, facts, page, context);
  return { text, language, meta, front: null };
}

/** Fewer words are no article that may be cut off. */
const FEWEST_STATED = 100;

/** How many words a page shows and how many it states, where it shows less than half of them. */
function partShown(
  { text }: CleanText,
  { blocks }: Metadata,
  body: string | null,
): { words: number; stated: number } | null {
  const count = (words: string) => Math.round(lengthAsLatin(words.replace(/\s+/g, ' ')) / 6);
  const stated = body === null ? 0 : count(body.replace(/<[^<>]*>/g, ' '));
  if (stated < FEWEST_STATED) return null;
  const words = blocks
    .filter(({ role }) => readRole(role) !== null || role === 'dek' || role === 'caption')
    .reduce((sum, { start, end }) => sum + count(text.slice(start, end)), 0);
  return words < stated / 2 ? { words, stated } : null;
}

/** The language of a page: as its card says, as the page states, unless the words of the article are surely in another. */
function languageOfPage(
  { text, blocks }: CleanText,
  stated: StatedFact | null,
  { card = null, siteLanguage = LANGUAGE_OF_RULES }: LanguageContext,
): { language: ArticleLanguage; disagreement: Disagreement | null } {
  if (card?.data.language)
    return { language: { tag: card.data.language, basis: 'card' }, disagreement: null };
  const lines = blocks
    .filter(({ aside }) => !aside)
    .map(({ start, end }) => text.slice(start, end));
  const detected =
    detectLanguage(lines.filter(isProse).join('\n')) ?? detectLanguage(lines.join('\n'));
  const isKnown = stated !== null && packFor(stated.value) !== null;
  const isOther =
    detected === 'und'
      ? isKnown
      : detected !== null && !isSameLanguage(stated?.value ?? '', detected);
  if (stated === null || isOther) {
    const language: ArticleLanguage =
      detected === null
        ? { tag: siteLanguage, basis: 'default' }
        : { tag: detected, basis: 'detected' };
    const taken = { value: language.tag, where: 'the words of the article' };
    return {
      language,
      disagreement: stated && { fact: 'language', taken, others: [stated] },
    };
  }
  return { language: { tag: stated.value, basis: 'stated' }, disagreement: null };
}

/** `Ann Lee and Bo Berg` are two who wrote it, where each is a name of a person. */
const namesIn =
  (page: PageReader) =>
  (line: string): string[] => {
    const names = page.namesIn(line).map((name) => name.trim());
    return names.length > 1 && names.every((name) => page.isPersonName(name)) ? names : [line];
  };

function withFrontMatter(meta: Metadata, data: FrontMatter | null, page: PageReader): Metadata {
  if (!data) return meta;
  const authors = data.author === undefined ? [] : [data.author].flat().flatMap(namesIn(page));
  const dated =
    data.date !== undefined && edtfBounds(data.date)
      ? { edtf: data.date, printed: data.date }
      : null;
  // Where the title stands above the text, a sentence at its head is no second one.
  const body =
    data.title !== undefined &&
    meta.title !== data.title &&
    /[.!?…]["”’»)]*$/.test(meta.title ?? '');
  return {
    ...meta,
    blocks: body
      ? meta.blocks.map((block) =>
          block.role === 'title' ? { ...block, role: 'paragraph' } : block,
        )
      : meta.blocks,
    title: data.title ?? meta.title,
    dek: data.description ?? meta.dek,
    byline:
      authors.length > 0 ? authors.map((name) => ({ name, role: 'author' as const })) : meta.byline,
    outlets: data.outlet ? [data.outlet, ...meta.outlets] : meta.outlets,
    published: dated ?? meta.published,
  };
}

function publishedOf(card: Card<ArticleCard> | null, meta: Metadata): DateFact {
  const own = card?.data.published;
  if (own) return dateFact(own.edtf, own.basis, own.note ?? null);
  if (meta.published) {
    const { edtf, printed, where, basis = 'stated' } = meta.published;
    return dateFact(edtf, basis, where ? `“${printed}”, ${where}` : `“${printed}”`);
  }
  return unknownDateFact;
}

/** Warnings with line, column and the card entry that would settle them. */
function reportDoubts(draft: ArticleDraft): void {
  const { file, raw, clean: text, found, claims, card, published, language } = draft;
  if (!hasRules(language.tag))
    complain(file, null, languageWithoutRules(language.tag, BASES[language.basis]));
  const place = placesIn(raw.text);
  const placeOf = (span: Span) => {
    const { start, end } = first(text.toSource(span));
    return { start: place(start), end: place(end) };
  };
  const reviewed = claims.filter(({ review }) => review !== 'machine');
  const settled = (span: Span) =>
    reviewed.some((c) =>
      c.parts.some(({ reading }) => reading.start < span.end && span.start < reading.end),
    ) ||
    (card?.data.claims ?? []).some(
      (entry) =>
        entry.drop &&
        [entry.words]
          .flat()
          .some((w) => text.text.slice(Math.max(0, span.start - 2), span.end + 2).includes(w)),
    );
  const doubts = found.doubts.filter((doubt) => !settled(doubt));
  reportMarks(
    doubts.flatMap((doubt) =>
      doubt.kind === 'unbalanced-mark'
        ? [{ words: text.text.slice(doubt.start, doubt.end), place: placeOf(doubt) }]
        : [],
    ),
    file,
  );
  for (const doubt of doubts) {
    const words = text.text.slice(doubt.start, doubt.end);
    if (doubt.kind === 'marks-lost') complain(file, placeOf(doubt), lostMarks(words));
    else if (doubt.kind !== 'unbalanced-mark') {
      const entry = `claims:\n  - words: ${JSON.stringify(words)}\n    speaker: ID\n    why: REASON`;
      complain(
        file,
        placeOf(doubt),
        doubt.kind === 'open-speaker'
          ? twoCandidates(words, doubt.detail, entry)
          : quoteWithoutSpeaker(words, entry),
      );
    }
  }
  reportTurns(draft, placeOf);
  const { openDay } = draft.meta;
  if (published.basis === 'unknown' && openDay)
    complain(file, placeOf(openDay), openDate(openDay.printed, openDay.readings));
  else if (published.basis === 'unknown')
    complain(
      file,
      null,
      unknownDate(
        'published:\n  edtf: 2017-07-10/2017-12\n  basis: inferred\n  note: WHAT THE TEXT SAYS HAS HAPPENED, AND WHAT HAS NOT YET',
      ),
    );
}

type Stretch = Exclude<Place, null | { line: number }>;

/** Says under which labels an interview has turns that are nobody's, once for all of them. */
function reportTurns(
  { id, file, clean: text, found, claims }: ArticleDraft,
  placeOf: (span: Span) => Stretch,
): void {
  const open = new Set(
    claims.flatMap(({ type, speaker, within, turn, candidates, review }) =>
      (type === 'answer' || type === 'question') &&
      within === null &&
      speaker === null &&
      candidates.length === 0 &&
      review === 'machine'
        ? [turn]
        : [],
    ),
  );
  const turns = found.turns.filter(({ number }) => open.has(number));
  const [head] = turns;
  if (!head) return;
  const printed = turns.map(({ label }) => text.text.slice(label.start, label.end));
  const labels = [...new Set(printed)].filter((label) => /\p{L}/u.test(label));
  const { label } = head;
  const place = label.end > label.start ? placeOf(label) : null;
  complain(file, place, turnsOfNobody(labels, turns.length, id));
}

/** More marks alone than these are told in one message, with the places of the first. */
const MOST_MARKS = 5;

function reportMarks(marks: readonly { words: string; place: Stretch }[], file: VFile): void {
  const [head] = marks;
  if (marks.length > MOST_MARKS && head) {
    const places = marks
      .slice(0, MOST_MARKS)
      .map(({ place: { start } }) => `${start.line}:${start.column}`);
    complain(file, head.place, unbalancedMarks(marks.length, places));
  } else for (const { words, place } of marks) complain(file, place, unbalancedMark(words));
}
