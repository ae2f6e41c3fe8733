/**
 * Edits of a text that know where every character went, so that a test can tell where a claim's
 * words stand afterwards without asking the code under test.
 */
export interface Tracked {
  /** UTF-16 units of the text, and for each the offset in the first text, or -1 for what was put in. */
  text: string;
  from: number[];
}

export const tracked = (text: string): Tracked => ({ text, from: Array.from(text, (_) => 0).length === 0 ? [] : [...Array(text.length).keys()] });

/** A source of numbers from 0 to below 1. */
export type Dice = () => number;
/** Claims as spans of the first text; edits that aim at claims need them. */
export interface Target { parts: readonly { start: number; end: number }[] }
export type Edit = (before: Tracked, dice: Dice, claims: readonly Target[]) => Tracked;

const pick = <T>(list: readonly T[], dice: Dice): T | undefined => list[Math.floor(dice() * list.length)];

/** Replaces spans; what is put in comes from nowhere, or from the span where `keep` is set. */
function replace({ text, from }: Tracked, spans: readonly { start: number; end: number; by: string; keep?: boolean }[]): Tracked {
  let out = '';
  const origin: number[] = [];
  let at = 0;
  for (const { start, end, by, keep } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    out += text.slice(at, start) + by;
    origin.push(...from.slice(at, start));
    for (let i = 0; i < by.length; i++) origin.push(keep ? from[Math.min(start + i, end - 1)]! : -1);
    at = end;
  }
  return { text: out + text.slice(at), from: [...origin, ...from.slice(at)] };
}

const all = (t: Tracked, pattern: RegExp, by: (match: RegExpMatchArray) => string): Tracked =>
  replace(t, [...t.text.matchAll(pattern)].map((m) => ({ start: m.index, end: m.index + m[0].length, by: by(m), keep: true })));

interface Stretch { start: number; end: number }
const paragraphs = ({ text }: Tracked): Stretch[] => [...text.matchAll(/[^\r\n](?:[^\r\n]|\r?\n(?!\s*\r?\n))*/g)].map((m) => ({ start: m.index, end: m.index + m[0].length })).filter((p) => text.slice(p.start, p.end).trim().length > 0);
const bodyOf = (t: Tracked) => paragraphs(t).slice(3);
const sentences = (t: Tracked): Stretch[] =>
  bodyOf(t).flatMap(({ start, end }) => [...t.text.slice(start, end).matchAll(/[^.!?]+[.!?]+[”"’']?\s*/g)].map((m) => ({ start: start + m.index, end: start + m.index + m[0].length })));

/** Where the characters of the first text are now. */
const places = ({ from }: Tracked): Map<number, number> => new Map(from.flatMap((origin, i) => (origin >= 0 ? [[origin, i] as const] : [])));
const spoken = (t: Tracked, claims: readonly Target[]): Set<number> => {
  const at = places(t);
  const set = new Set<number>();
  for (const { parts } of claims) for (const { start, end } of parts) for (let i = start; i < end; i++) if (at.has(i)) set.add(at.get(i)!);
  return set;
};

const WORD = /\p{L}{4,}/gu;
const slipIn = (t: Tracked, word: Stretch, dice: Dice): Tracked => {
  const i = word.start + 1 + Math.floor(dice() * (word.end - word.start - 2));
  return replace(t, [{ start: i, end: i + 1, by: t.text[i] === 'x' ? 'z' : 'x' }]);
};
const words = (t: Tracked, inside: boolean, claims: readonly Target[]): Stretch[] => {
  const said = spoken(t, claims);
  const body = bodyOf(t)[0]?.start ?? 0;
  return [...t.text.matchAll(WORD)].map((m) => ({ start: m.index, end: m.index + m[0].length })).filter((w) => w.start >= body && said.has(w.start) === inside);
};

const insertAt = (t: Tracked, at: number, by: string) => replace(t, [{ start: at, end: at, by }]);
const between = (t: Tracked, dice: Dice) => pick(bodyOf(t), dice)?.start ?? t.text.length;

export const EDITS: Record<string, Edit> = {
  'white space reflowed': (t, dice) => all(t, /(?<=\S)[ \u00A0](?=\S)/g, () => (dice() < 0.2 ? '\n' : dice() < 0.1 ? '\u00A0' : ' ')),
  'spaces doubled': (t, dice) => replace(t, [...t.text.matchAll(/(?<=\S) (?=\S)/g)].filter(() => dice() < 0.2).map((m) => ({ start: m.index, end: m.index + 1, by: '  ', keep: true }))),
  'marks made straight': (t) => all(all(t, /[“”„]/g, () => '"'), /[‘’]/g, () => "'"),
  'marks made curly': (t) => all(all(t, /(?<=^|[\s(\[—–-])"/gm, () => '“'), /"/g, () => '”'),
  'apostrophes made curly': (t) => all(t, /(?<=\p{L})'(?=\p{L})/gu, () => '’'),
  'marks made angular': (t) => all(all(t, /“/g, () => '«'), /”/g, () => '»'),
  'dashes of another kind': (t) => all(t, /[–—]/g, () => '-'),
  'a paragraph put on top': (t) => insertAt(t, 0, 'Corrections were made to this article on Sunday.\n\n'),
  'a paragraph put in': (t, dice) => insertAt(t, between(t, dice), 'The weather that week was mild, and the quay was full of visitors.\n\n'),
  'a slip inside a claim': (t, dice, claims) => {
    const word = pick(words(t, true, claims), dice);
    return word ? slipIn(t, word, dice) : t;
  },
  'a slip outside of claims': (t, dice, claims) => {
    const word = pick(words(t, false, claims), dice);
    return word ? slipIn(t, word, dice) : t;
  },
  'a sentence deleted': (t, dice) => {
    const s = pick(sentences(t), dice);
    return s ? replace(t, [{ ...s, by: '' }]) : t;
  },
  'three sentences deleted': (t, dice) => replace(t, [0, 1, 2].flatMap(() => { const s = pick(sentences(t), dice); return s ? [{ ...s, by: '' }] : []; })),
  'a paragraph deleted': (t, dice) => {
    const p = pick(bodyOf(t), dice);
    return p ? replace(t, [{ ...p, by: '' }]) : t;
  },
  'two paragraphs swapped': (t, dice) => {
    const list = bodyOf(t);
    if (list.length < 2) return t;
    const i = Math.floor(dice() * (list.length - 1));
    const [a, b] = [list[i]!, list[Math.min(list.length - 1, i + 1 + Math.floor(dice() * 3))]!];
    if (a === b) return t;
    const cut = (s: Stretch) => ({ text: t.text.slice(s.start, s.end), from: t.from.slice(s.start, s.end) });
    const middle = { start: a.end, end: b.start };
    const pieces = [{ start: 0, end: a.start }, b, middle, a, { start: b.end, end: t.text.length }].map(cut);
    return { text: pieces.map((p) => p.text).join(''), from: pieces.flatMap((p) => p.from) };
  },
  'a quotation repeated by another speaker': (t, dice, claims) => repeated(t, dice, claims, (words) => `“${words}” said Greta Blom, a teacher from the next valley.\n\n`),
  'a quotation repeated before, according to another': (t, dice, claims) => repeated(t, dice, claims, (words) => `According to Greta Blom, a teacher, “${words.replace(/[,.]$/, '')}”.\n\n`),
  'a quotation repeated with the same cue': (t, dice, claims) => repeated(t, dice, claims, (words) => `“${words}” she said.\n\n`),
  'line ends CRLF': (t) => all(t, /(?<!\r)\n/g, () => '\r\n'),
  'NFD': (t) => all(t, /[\u00C0-\u024F]/g, (m) => m[0].normalize('NFD')),
  'bold and links put in': (t, dice) => replace(t, [...t.text.matchAll(WORD)].filter(() => dice() < 0.05).map((m) => ({ start: m.index, end: m.index + m[0].length, by: `**${m[0]}**`, keep: false }))),
};
// Words that are put in bold keep their origin.
EDITS['bold and links put in'] = (t, dice) => {
  const marks = [...t.text.matchAll(WORD)].filter(() => dice() < 0.05);
  return replace(t, marks.flatMap((m) => [{ start: m.index, end: m.index, by: '**' }, { start: m.index + m[0].length, end: m.index + m[0].length, by: '**' }]));
};

function repeated(t: Tracked, dice: Dice, claims: readonly Target[], say: (words: string) => string): Tracked {
  const claim = pick(claims, dice);
  if (!claim) return t;
  const at = places(t);
  const [part] = claim.parts;
  const start = at.get(part!.start);
  const end = at.get(part!.end - 1);
  if (start === undefined || end === undefined || end < start) return t;
  return insertAt(t, between(t, dice), say(t.text.slice(start, end + 1).replace(/\s+/g, ' ').replace(/["“”]/g, '')));
}

/** Letters and digits of a claim with their origin, parted into words: what "the words are still there" means. */
export function wordsAt(t: Tracked, parts: readonly { start: number; end: number }[]): { text: string; origin: number }[] {
  const list: { text: string; origin: number }[] = [];
  for (const { start, end } of parts)
    for (let i = start; i < end; i++) if (/[\p{L}\p{N}]/u.test(t.text[i]!)) list.push({ text: t.text[i]!, origin: t.from[i]! });
  return list;
}

/** Whether every letter of the claim stands in the edited text, in order, with nothing but marks and blanks put between. */
export function stillThere(before: string, t: Tracked, parts: readonly { start: number; end: number }[]): boolean {
  const at = places(t);
  const letter = /[\p{L}\p{N}]/u;
  return parts.every(({ start, end }) => {
    let last = -1;
    for (let i = start; i < end; i++) {
      if (!letter.test(before[i]!)) continue;
      const now = at.get(i);
      if (now === undefined || now <= last) return false;
      if (last >= 0) for (let k = last + 1; k < now; k++) if (letter.test(t.text[k]!)) return false;
      last = now;
    }
    return true;
  });
}

/** What a claim's words stand on afterwards, in the terms of the first text: shares of letters that are its own. */
export function ownShare(before: string, t: Tracked, was: readonly { start: number; end: number }[], now: readonly { start: number; end: number }[]): number {
  const own = new Set<number>();
  for (const { start, end } of was) for (let i = start; i < end; i++) if (/[\p{L}\p{N}]/u.test(before[i]!)) own.add(i);
  const letters = wordsAt(t, now);
  if (letters.length === 0) return 0;
  return letters.filter(({ origin }) => own.has(origin)).length / Math.max(own.size, letters.length);
}
