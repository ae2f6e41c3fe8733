/** What becomes of every claim of a text when the text is edited: the measure behind the tests of carrying. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { distance } from 'fastest-levenshtein';
import { VFile } from 'vfile';
import {
  addressRecords,
  type DraftClaim,
  type LiveClaim,
  type Reconciled,
  type SourceText,
} from '../../../src/ledger/index.ts';
import { reconcile } from '../../../src/ledger/reconcile/index.ts';
import { draftArticle } from '../../../src/archive/article.ts';
import { contains, hull } from '../../../src/text/spans.ts';
import { EDITS, ownShare, stillThere, tracked, type Dice, type Tracked } from './edits.ts';
import { TEXTS } from './texts.ts';

const sources = join(import.meta.dirname, '../../../content/sources');
export const texts: Record<string, string> = { ...TEXTS };
for (const name of readdirSync(sources).filter((file) => /^[^.]+\.txt$/.test(file)))
  texts[name] = readFileSync(join(sources, name), 'utf8');

export const version = (text: string, number: number): SourceText => ({
  version: number,
  text,
  sha256: createHash('sha256').update(text).digest('hex'),
});
const nobody = { byId: new Map(), byName: new Map() };

export function parse(text: string): readonly DraftClaim[] {
  const draft = draftArticle(
    'text',
    new VFile({ path: 'text.txt', value: new TextEncoder().encode(text) }),
    { index: nobody },
  );
  return draft?.claims ?? [];
}

const firsts = new Map<string, { drafts: readonly DraftClaim[]; first: Reconciled }>();
export function first(name: string) {
  let one = firsts.get(name);
  if (!one) {
    const drafts = parse(texts[name]!);
    firsts.set(
      name,
      (one = {
        drafts,
        first: reconcile({
          article: 'text',
          versions: [version(texts[name]!, 1)],
          rows: [],
          drafts,
        }),
      }),
    );
  }
  return one;
}

/** Numbers from a seed, so that a failing case can be run again. */
export function diceOf(seed: number): Dice {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A parser of another make: it misses some claims, cuts some shorter or longer, joins or parts some, knows some speakers less or takes them for others, and has an order of its own. */
export function otherParser(drafts: readonly DraftClaim[], text: string, dice: Dice): DraftClaim[] {
  const list = drafts.flatMap((draft, i): DraftClaim[] => {
    const roll = dice();
    const [part] = draft.parts;
    const one = draft.parts.length === 1;
    if (roll < 0.12) return [];
    if (roll < 0.24 && one)
      return [
        {
          ...draft,
          parts: [
            {
              start: part!.start,
              end: part!.end - Math.floor((part!.end - part!.start) * 0.2) || part!.end,
            },
          ],
        },
      ];
    if (roll < 0.36 && one)
      return [
        { ...draft, parts: [{ start: part!.start, end: Math.min(text.length, part!.end + 9) }] },
      ];
    if (roll < 0.45 && one && part!.end - part!.start > 8) {
      const middle = part!.start + Math.floor((part!.end - part!.start) * 0.6);
      return [
        { ...draft, parts: [{ start: part!.start, end: middle }] },
        { ...draft, parts: [{ start: middle, end: part!.end }] },
      ];
    }
    const next = drafts[i + 1];
    if (roll < 0.5 && next && next.parts[0]!.start >= draft.parts.at(-1)!.end)
      return [{ ...draft, parts: [{ start: part!.start, end: next.parts.at(-1)!.end }] }];
    if (roll < 0.55)
      return [{ ...draft, speaker: drafts[Math.floor(dice() * drafts.length)]!.speaker }];
    return roll < 0.65 ? [{ ...draft, speaker: null }] : [draft];
  });
  return dice() < 0.5 ? list : list.reverse();
}

export interface Outcome {
  total: number;
  there: number;
  live: number;
  wrong: string[];
  unanswered: string[];
  nameless: string[];
  /** Live, with a speaker of another name. */ turned: string[];
}

const lastWord = (name: string) => name.split(' ').at(-1)!;
interface Base {
  text: string;
  first: readonly number[];
  now: Tracked;
}
interface Born {
  base: number;
  parts: readonly { start: number; end: number; exact: string }[];
  speaker: string | null;
}

/** What became of claims, each judged by the letters of the version that it was first found in. */
function measure(
  born: ReadonlyMap<string, Born>,
  bases: readonly Base[],
  after: Reconciled,
  again: readonly LiveClaim[],
): Outcome {
  const sum = nothing();
  const live = new Map(after.claims.map((claim) => [claim.id, claim]));
  const orphans = new Map(after.orphans.map((orphan) => [orphan.id, orphan]));
  const notices = new Set(
    addressRecords({
      rows: after.rows,
      orphans: after.orphans,
      articles: [],
      speakers: [],
      outlets: [],
      topics: [],
      places: [],
      periods: [],
      decisions: [],
      manifest: [],
      published: [],
    }).map(({ path }) => path),
  );
  for (const [id, { base, parts, speaker }] of born) {
    const { text, now: edited } = bases[base]!;
    const words = parts.map(({ exact }) => exact).join(' … ');
    const there = stillThere(text, edited, parts);
    const now = live.get(id);
    sum.total++;
    if (there) sum.there++;
    if (!now) {
      if (!notices.has(`claims/${id}/`)) sum.unanswered.push(words);
      if ((orphans.get(id)?.candidates.length ?? 0) === 0) sum.nameless.push(words);
      continue;
    }
    if (there) sum.live++;
    // Where the first text came back, words that had been typed anew by one who said them there too are that one's again.
    const isOnes = again.some(
      (claim) =>
        claim.row.speaker?.name === speaker && contains(hull(claim.parts), hull(now.parts)),
    );
    if (!isOnes && ownShare(text, edited, parts, now.parts) < 0.999)
      sum.wrong.push(`${words} -> ${now.parts.map(({ exact }) => exact).join(' … ')}`);
    const name = now.row.speaker?.name ?? null;
    if (speaker && name && distance(lastWord(name), lastWord(speaker)) > 2)
      sum.turned.push(`${speaker} -> ${name}: ${words}`);
  }
  return sum;
}

const nothing = (): Outcome => ({
  total: 0,
  there: 0,
  live: 0,
  wrong: [],
  unanswered: [],
  nameless: [],
  turned: [],
});

const added = (one: Outcome, two: Outcome): Outcome => ({
  total: one.total + two.total,
  there: one.there + two.there,
  live: one.live + two.live,
  wrong: [...one.wrong, ...two.wrong],
  unanswered: [...one.unanswered, ...two.unanswered],
  nameless: [...one.nameless, ...two.nameless],
  turned: [...one.turned, ...two.turned],
});

/** What becomes of the claims of a text that is edited once or more and captured again. */
export const outcome = (
  name: string,
  edits: readonly string[],
  seed: number,
  parser: 'same' | 'other' = 'same',
): Outcome => outcomes(name, { steps: [edits], back: 'no' }, seed, parser);

/** Edits of one version after another; `back` brings the first text again, byte for byte or with a line end more. */
export interface History {
  steps: readonly (readonly string[])[];
  back: 'no' | 'same bytes' | 'same words';
}

/** As `outcome`, for every claim of every version that had a next one. */
export function outcomes(
  name: string,
  { steps, back }: History,
  seed: number,
  parser: 'same' | 'other' = 'same',
): Outcome {
  const dice = diceOf(seed);
  let sum = nothing();
  const known = first(name);
  let { rows } = known.first;
  let drafts: readonly DraftClaim[] = known.drafts;
  const versions = [version(texts[name]!, 1)];
  // Of each version: its text, where its characters were in the first, and where they are in the newest.
  const bases: Base[] = [
    { text: texts[name]!, first: tracked(texts[name]!).from, now: tracked(texts[name]!) },
  ];
  const born = new Map(
    known.first.claims.map((claim) => [
      claim.id,
      { base: 0, parts: claim.parts, speaker: claim.row.speaker?.name ?? null },
    ]),
  );
  for (const step of back === 'no' ? steps : [...steps, null]) {
    const text = versions.at(-1)!.text;
    let edited = tracked(text);
    if (step) for (const edit of step) edited = EDITS[edit]!(edited, dice, drafts);
    else {
      const end = back === 'same words' ? '\n' : '';
      edited = tracked(texts[name]! + end);
    }
    // A text without a letter is not taken in.
    if (edited.text === text || !/\p{L}/u.test(edited.text)) continue;
    for (const base of bases) {
      // What was left out and put in again is what it was.
      const at = new Map(base.first.map((origin, i) => [origin, i]));
      base.now = {
        text: edited.text,
        from: step
          ? edited.from.map((from) => (from < 0 ? -1 : base.now.from[from]!))
          : edited.text.split('').map((_, i) => at.get(i) ?? -1),
      };
    }
    bases.push({ text: edited.text, first: bases[0]!.now.from, now: tracked(edited.text) });
    versions.push(version(edited.text, versions.length + 1));
    drafts =
      parser === 'same' ? parse(edited.text) : otherParser(parse(edited.text), edited.text, dice);
    const after = reconcile({ article: 'text', versions, rows, drafts });
    if (after.problems.length > 0) throw new Error(after.problems[0]!.message);
    rows = after.rows;
    sum = added(sum, measure(born, bases, after, step ? [] : known.first.claims));
    for (const { id, parts, row } of after.claims)
      if (!born.has(id))
        born.set(id, { base: bases.length - 1, parts, speaker: row.speaker?.name ?? null });
  }
  return sum;
}
