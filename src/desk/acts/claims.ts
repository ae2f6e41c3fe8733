/** Acts on claims: each becomes one entry of the card of the claim's article. */
import { joined, type TracedClaim } from '../../archive/correct.ts';
import type { ClaimEntry } from '../../intake/cards/schema.ts';
import { whyNoDate } from '../../model/edtf/index.ts';
import type { ClaimRecord, Span } from '../../model/records.ts';
import { decideOn } from './decisions.ts';
import { ArticleEntries } from './entries.ts';
import { refuse, type ActNamed, type Chosen, type Plan } from './plan.ts';

/** The entries of the articles that an act touches, each read once. */
class Touched {
  readonly #plan: Plan;
  readonly #articles = new Map<string, ArticleEntries>();

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  of(article: string): ArticleEntries {
    const entries = this.#articles.get(article) ?? new ArticleEntries(this.#plan, article);
    this.#articles.set(article, entries);
    return entries;
  }

  write(): void {
    for (const entries of this.#articles.values()) entries.write();
  }
}

/** A claim, what the stages know of it, and what the card says of it. */
interface Found {
  record: ClaimRecord;
  entries: ArticleEntries;
  target: TracedClaim | null;
  entry: ClaimEntry | null;
}

function found(plan: Plan, touched: Touched, id: string): Found {
  const record = plan.claim(id);
  const entries = touched.of(record.article);
  const target = entries.targetOf(record);
  return { record, entries, target, entry: target && entries.entryOf(target) };
}

const spansOf = ({ parts }: ClaimRecord): Span[] => parts.map(({ reading }) => reading);

/** The entry with other values; it is a person's word from then on. */
function amend(
  plan: Plan,
  { record, entries, target, entry }: Found,
  values: Partial<ClaimEntry>,
): void {
  const { by, on } = plan.signature;
  if (target) {
    const { confirm: _, ...before } = entry ?? { words: target.found?.text ?? target.claim.text };
    entries.set(target, { ...before, ...values, by, on });
  } else entries.add(spansOf(record), { ...ofRecord(plan, record), ...values, by, on });
}

/** What a record says, as an entry that adds the claim. */
const ofRecord = (
  plan: Plan,
  { type, speaker, via, said, cue }: ClaimRecord,
): Partial<ClaimEntry> => ({
  type,
  speaker: speaker && plan.speaker(speaker.id, 'speaker'),
  ...(speaker?.mention && { mention: speaker.mention.exact }),
  ...(via.length > 0 && {
    via: via.flatMap(({ id }) => plan.speaker(id, 'via') ?? []),
  }),
  ...(cue && { cue: cue.exact }),
  ...(said?.edtf &&
    said.basis !== 'unknown' && {
      said: { edtf: said.edtf, basis: said.basis, ...(said.note && { note: said.note }) },
    }),
});

export function confirm(plan: Plan, { claims }: ActNamed<'confirm'>): void {
  const touched = new Touched(plan);
  const { by, on } = plan.signature;
  for (const id of claims) {
    const one = found(plan, touched, id);
    // What a person decided stands already.
    if (one.record.review !== 'machine') continue;
    if (one.target)
      one.entries.set(one.target, {
        words: one.target.found?.text ?? one.target.claim.text,
        confirm: true,
        by,
        on,
      });
    else amend(plan, one, { why: 'published before, and confirmed in these words' });
  }
  touched.write();
}

export function reject(plan: Plan, { claims, why }: ActNamed<'reject'>): void {
  const touched = new Touched(plan);
  for (const id of claims) rejectOne(plan, found(plan, touched, id), why);
  touched.write();
}

function rejectOne(plan: Plan, { record, entries, target }: Found, why: string): void {
  const { by, on } = plan.signature;
  const isPublished = isInLedger(plan, record);
  if (target?.found) entries.set(target, { words: target.found.text, drop: true, why, by, on });
  else {
    if (target) entries.remove(target);
    else entries.removeHeld(record.text);
    // What the rules do not find stays published by the ledger alone, until a person withdraws it there.
    if (isPublished) decideOn(plan, { claim: record.id, withdrawn: why, by, on });
  }
  if (!isPublished) forget(plan, record.id);
}

/** Whether an id was published or may have been: the ledger's file holds it. */
const isInLedger = (plan: Plan, { id, article }: ClaimRecord): boolean =>
  plan.known.begun.content.ledger.get(article)?.some((row) => row.id === id) ?? false;

/** Refuses to let go of an id that cards name while no ledger holds it. */
function forget(plan: Plan, id: string): void {
  const topic = plan.known.archive.topics.find(({ answers }) =>
    answers.some(({ claim }) => claim === id),
  );
  if (topic)
    refuse(`The claim answers the question “${topic.question}”. Take it from there first.`, {
      field: 'claims',
      path: `content/topics/${topic.id}.md`,
    });
  const note = `content/annotations/${id}.md`;
  if (plan.text(note) !== null)
    refuse('The claim has a note or a relation. Take that away first.', {
      field: 'claims',
      path: note,
    });
}

export function restore(
  plan: Plan,
  { article, words, occurrence = null }: ActNamed<'restore'>,
): void {
  plan.article(article);
  const entries = new ArticleEntries(plan, article);
  if (!entries.restore(words, occurrence))
    refuse('These words are not rejected in the card of the article; load the article again.', {
      field: 'words',
    });
  entries.write();
}

export function setSpeaker(plan: Plan, { claims, speaker, why }: ActNamed<'set-speaker'>): void {
  const id = plan.speaker(speaker, 'speaker');
  const touched = new Touched(plan);
  for (const claim of claims)
    amend(plan, found(plan, touched, claim), { speaker: id, mention: undefined, why });
  touched.write();
}

export function setVia(plan: Plan, { claims, via, why }: ActNamed<'set-via'>): void {
  const ids = idsOf(plan, via, 'via');
  const touched = new Touched(plan);
  for (const claim of claims) amend(plan, found(plan, touched, claim), { via: ids, why });
  touched.write();
}

const idsOf = (plan: Plan, chosen: readonly Chosen[], field: string): string[] => [
  ...new Set(
    chosen.map(
      (one, i) =>
        plan.speaker(one, `${field}.${i}`) ??
        refuse('Words pass through somebody: choose who passed them on.', {
          field: `${field}.${i}`,
        }),
    ),
  ),
];

export function setType(plan: Plan, { claims, type, why }: ActNamed<'set-type'>): void {
  const touched = new Touched(plan);
  for (const claim of claims) amend(plan, found(plan, touched, claim), { type, why });
  touched.write();
}

export function setSaid(plan: Plan, { claims, said, why }: ActNamed<'set-said'>): void {
  const date = dateOf(said, 'said');
  const touched = new Touched(plan);
  for (const claim of claims) amend(plan, found(plan, touched, claim), { said: date, why });
  touched.write();
}

type TypedDate = ActNamed<'set-said'>['said'];

/** A typed date as cards write it; refuses what is none, naming the field. */
export function dateOf(date: TypedDate, field: string): NonNullable<ClaimEntry['said']> | null {
  if (date === null) return null;
  const edtf = date.edtf.trim();
  const wrong = whyNoDate(edtf);
  if (wrong !== null)
    return refuse(
      `Unexpected date \`${edtf}\`, which is ${wrong}; expected a form such as 2024-01-05, 2024-01 or 2024-01/2024-03.`,
      { field: `${field}.edtf` },
    );
  if (date.basis === 'inferred' && !date.note)
    return refuse('A date that is inferred needs its reason.', { field: `${field}.note` });
  return { edtf, basis: date.basis, ...(date.note && { note: date.note }) };
}

export function setBounds(plan: Plan, { claim, parts, why }: ActNamed<'set-bounds'>): void {
  const touched = new Touched(plan);
  bound(plan, found(plan, touched, claim), parts, why);
  touched.write();
}

/** Gives a claim other stretches of the text. */
function bound(plan: Plan, one: Found, parts: readonly Span[], why: string): void {
  const { target, entries, entry, record } = one;
  if (!target)
    return refuse(
      `Claim ${record.id} is known from an earlier build alone. Reject it, and add the words anew.`,
      { field: 'claim' },
    );
  const { words, occurrence } = entries.wordsAt(parts);
  if (target.found) {
    const isAsFound = joined(words) === target.found.text;
    amend(plan, one, { become: isAsFound ? undefined : words, why });
    return;
  }
  const { occurrence: _, ...before } = entry ?? { words };
  const { by, on } = plan.signature;
  entries.set(target, {
    ...before,
    words,
    ...(occurrence !== null && { occurrence }),
    why,
    by,
    on,
  });
}

export function split(plan: Plan, { claim, at, why }: ActNamed<'split'>): void {
  const touched = new Touched(plan);
  const one = found(plan, touched, claim);
  const places = [...new Set(at)].sort((a, b) => a - b);
  const pieces = piecesOf(spansOf(one.record), places).flatMap((piece) => {
    const kept = piece.filter(({ start, end }) =>
      /[\p{L}\p{N}]/u.test(one.entries.draft.clean.text.slice(start, end)),
    );
    return kept.length > 0 ? [kept] : [];
  });
  const [head, ...others] = pieces;
  if (!head || others.length === 0)
    return refuse('The claim is cut nowhere within its words.', { field: 'at' });
  const { by, on } = plan.signature;
  const same = ofRecord(plan, one.record);
  bound(plan, one, head, why);
  for (const piece of others) one.entries.add(piece, { ...same, why, by, on });
  touched.write();
}

/** Stretches, cut into several lists at these places. */
function piecesOf(parts: readonly Span[], places: readonly number[]): Span[][] {
  const bounds = [0, ...places, Infinity];
  return bounds.slice(0, -1).map((from, i) => {
    const to = bounds[i + 1] ?? Infinity;
    return parts.flatMap(({ start, end }) => {
      const [first, last] = [Math.max(start, from), Math.min(end, to)];
      return first < last ? [{ start: first, end: last }] : [];
    });
  });
}

export function join(plan: Plan, { claims, why }: ActNamed<'join'>): void {
  const touched = new Touched(plan);
  const all = [...new Set(claims)].map((id) => found(plan, touched, id));
  const [head, ...others] = all;
  if (!head || others.length === 0)
    return refuse('Name two claims or more to join.', { field: 'claims' });
  if (others.some(({ record }) => record.article !== head.record.article))
    return refuse('Only claims of one article can be joined.', { field: 'claims' });
  const parts = united(
    all.flatMap(({ record }) => spansOf(record)),
    head.entries.draft.clean.text,
  );
  for (const other of others) rejectOne(plan, other, `part of another claim: ${why}`);
  bound(plan, head, parts, why);
  touched.write();
}

/** Stretches in order; those with nothing but blanks between them within a paragraph are one. */
function united(parts: readonly Span[], text: string): Span[] {
  const result: Span[] = [];
  for (const part of [...parts].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    const between = last ? text.slice(last.end, part.start) : '';
    if (last && (part.start <= last.end || /^[^\S\n]*$/.test(between)))
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, part.end) };
    else result.push({ start: part.start, end: part.end });
  }
  return result;
}

export function add(plan: Plan, act: ActNamed<'add'>): void {
  plan.article(act.article);
  const entries = new ArticleEntries(plan, act.article);
  const { by, on } = plan.signature;
  const said = dateOf(act.said, 'said');
  const via = idsOf(plan, act.via, 'via');
  entries.add(act.parts, {
    type: act.type,
    speaker: plan.speaker(act.speaker, 'speaker'),
    ...(via.length > 0 && { via }),
    ...(said && { said }),
    ...(act.cue !== undefined && { cue: act.cue }),
    ...(act.mention !== undefined && { mention: act.mention }),
    why: act.why,
    by,
    on,
  });
  entries.write();
}
