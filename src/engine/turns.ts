/** Interviews and transcripts: who speaks in which paragraphs, and which turns are questions. */
import type { Span } from '../model/records.ts';
import type { EngineParagraph, EngineText } from './types.ts';
import { SIDES, NO_LABEL, SMALL, OUTRO } from '../languages/en/lexicon/turns.ts';

/** One contribution, before its speaker is known. */
export interface TurnDraft {
  number: number;
  kind: 'question' | 'answer';
  /** The label without its colon; empty where a question is told by its bold type alone. */
  label: Span;
  /** What the label says: "q" and "a" for such labels, else the name in small letters. */
  key: string;
  /** First and last paragraph, `to` exclusive. */
  from: number;
  to: number;
  /** Where the words of the first paragraph begin, after label and time stamp. */
  body: number;
  rule: 'label' | 'question-answer' | 'bold' | 'dash';
}

interface Label {
  label: Span;
  key: string;
  body: number;
  rule: TurnDraft['rule'];
}

const STAMP = /^[[(]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?[\])]?\s?(?:[-–—]\s?)?/;

const isUpperOrDigit = (c: string) => c !== c.toLowerCase() || (c >= '0' && c <= '9');

/** Reads `Name:`, `Q:`, `[00:12] Name:` or `Name (00:12):` at the head of a paragraph. */
function labelOf(text: string, p: EngineParagraph): Label | null {
  if (p.kind === 'heading' || p.kind === 'caption') return null;
  const head = text.slice(p.start, Math.min(p.end, p.start + 90));
  const stamp = STAMP.exec(head)?.[0].length ?? 0;
  const qa = /^\**(Q|A|Question|Answer)(?:\d{1,3})?(?:\.:|[.:)]|\s[–—-])\**\s+(?=\S)/.exec(
    head.slice(stamp),
  );
  if (qa && (qa[1]!.length > 1 || head[stamp + qa[0].indexOf(qa[1]!) + 1] !== ' ')) {
    const at = p.start + stamp + qa[0].indexOf(qa[1]!);
    return {
      label: { start: at, end: at + qa[1]!.length },
      key: qa[1]![0]!.toLowerCase(),
      body: p.start + stamp + qa[0].length,
      rule: 'question-answer',
    };
  }
  const dash = /^[—–―]\s?(?=\S)/.exec(head);
  if (dash)
    return {
      label: { start: p.start, end: p.start + 1 },
      key: '—',
      body: p.start + dash[0].length,
      rule: 'dash',
    };
  let colon = head.indexOf(':', stamp);
  // A time stamp after the name: "Ann Lee (00:12):" or "Ann Lee [00:12]"
  const after = /^([^:[(]{2,60}?)\s?[[(]\d{1,2}:\d\d(?::\d\d)?[\])]\s?:?\s?/.exec(
    head.slice(stamp),
  );
  let name: string;
  let body: number;
  if (after) {
    name = after[1]!;
    body = stamp + after[0].length;
  } else {
    if (colon < 0 || colon > 70 + stamp) return null;
    if (head[colon + 1] !== undefined && !/[\s*_]/.test(head[colon + 1]!)) return null;
    name = head.slice(stamp, colon);
    body = colon + 1;
    while (body < head.length && /[\s*_]/.test(head[body]!)) body++;
  }
  if (!isSpeakerName(name)) return null;
  const lead = name.length - name.replace(/^[\s*_]+/, '').length;
  const clean = name.trim().replace(/^[*_]+|[*_]+$/g, '');
  const start = p.start + stamp + lead;
  return {
    label: { start, end: start + clean.length },
    key: clean.toLowerCase().replace(/\s+/g, ' '),
    body: Math.min(p.end, p.start + body),
    rule: 'label',
  };
}

/** A few capitalised words, perhaps with a bracket: a name as transcripts print it. */
function isSpeakerName(raw: string): boolean {
  const name = raw.trim().replace(/^[*_]+|[*_]+$/g, '');
  if (
    name.length < 1 ||
    name.length > 60 ||
    /[.!?;"“”]\s/.test(
      name.replace(/\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Prof|Rev|Hon|St|[A-Z])\. /g, ''),
    )
  )
    return false;
  const words = name
    .replace(/[([][^)\]]*[)\]]/g, '')
    .trim()
    .split(/\s+/);
  if (words.length > 6 || !words[0]) return false;
  if (
    NO_LABEL.has(words[0]!.toLowerCase()) &&
    !(words[0]!.length > 3 && words[0] === words[0]!.toUpperCase() && words.length > 1)
  )
    return false;
  return words.every(
    (w, i) =>
      isUpperOrDigit(w[0]!) ||
      (i > 0 && SMALL.has(w)) ||
      /^(?:al|el|bin|ibn)-/.test(w) ||
      (words.length === 1 && SIDES[w.toLowerCase()] !== undefined),
  );
}

/** A paragraph that holds nothing but a name, in bold: the speaker of what follows. */
function boldName(text: string, p: EngineParagraph): Label | null {
  if (!p.bold || p.kind === 'caption' || p.end - p.start > 50) return null;
  const raw = text.slice(p.start, p.end).replace(/:$/, '');
  if (!isSpeakerName(raw) || /[.!?]$/.test(raw)) return null;
  return {
    label: { start: p.start, end: p.start + raw.trim().length },
    key: raw.trim().toLowerCase(),
    body: p.end,
    rule: 'label',
  };
}

/** A caption or a subheading that stands inside a turn and is nobody's words. */
export function isAside(text: string, p: EngineParagraph): boolean {
  if (p.kind === 'heading' || p.kind === 'caption') return true;
  const words = text.slice(p.start, p.end).trim();
  if (words.length > 400) return false;
  if (
    /\b(?:image|photo|photograph|picture|credit|screenshot|illustration|source)s?(?: credit| courtesy)?: /i.test(
      words,
    ) &&
    words.length < 300
  )
    return true;
  if (
    /^(?:file )?(?:photo|image|picture)s? (?:of|by)\b/i.test(words) ||
    /\((?:left|right|cent(?:er|re)|pictured|above|below|second from (?:left|right))\)/i.test(words)
  )
    return true;
  // a few words without a full stop
  return words.split(/\s+/).length <= 7 && !/[.!?…:,;"”’')\]—–-]$/.test(words);
}

const endsAsking = (text: string, p: Span) =>
  /\?['’”")\]]{0,2}\s?$/.test(text.slice(Math.max(p.start, p.end - 4), p.end));

/** Every turn of a text laid out as a conversation; none where it is not. */
export function findTurns(input: EngineText): TurnDraft[] {
  const { text, paragraphs, turns: mode = 'auto' } = input;
  if (mode === 'never') return [];
  const labels = paragraphs.map((p) =>
    p.continues ? null : (labelOf(text, p) ?? boldName(text, p)),
  );
  joinInitials(text, labels);
  const count = new Map<string, number>();
  for (const l of labels) if (l) count.set(l.key, (count.get(l.key) ?? 0) + 1);
  const named = [...count].filter(([key]) => key !== '—');
  const total = named.reduce((sum, [, n]) => sum + n, 0);
  const dashes = count.get('—') ?? 0;
  const repeated = named.filter(([, n]) => n > 1);
  const sides = named.filter(([key]) => SIDES[key]);
  const labelled =
    mode === 'always'
      ? total > 0
      : (named.length >= 2 && total >= 3 && repeated.length >= 1 && total >= named.length * 1.5) ||
        (sides.length === 2 && total >= 2);
  if (labelled) {
    // In a text where labels repeat, a label seen once may still be a short contribution; a stray "Word:" is not.
    const keep = labels.map((l) =>
      l &&
      l.key !== '—' &&
      (mode === 'always' || total < 6 || count.get(l.key)! > 1 || looksPerson(l, count))
        ? l
        : null,
    );
    return plausible(input, cut(input, keep), mode);
  }
  if (dashes >= 4 && mode === 'auto') {
    const asked = labels.filter(
      (l, i) => l?.key === '—' && endsAsking(text, paragraphs[i]!),
    ).length;
    if (asked >= 2)
      return alternate(
        input,
        labels.map((l) => (l?.key === '—' ? l : null)),
      );
  }
  // Questions set in bold, answers not: at least three, each with an answer after it.
  const bold = paragraphs.map(
    (p) => p.bold === true && p.kind !== 'caption' && endsAsking(text, p),
  );
  const pairs = bold.filter((b, i) => b && paragraphs[i + 1] && !paragraphs[i + 1]!.bold).length;
  if (pairs >= 3)
    return alternate(
      input,
      paragraphs.map((p, i) =>
        bold[i]
          ? {
              label: { start: p.start, end: p.start },
              key: 'q',
              body: p.start,
              rule: 'bold' as const,
            }
          : bold[i - 1] && !p.bold
            ? {
                label: { start: p.start, end: p.start },
                key: 'a',
                body: p.start,
                rule: 'bold' as const,
              }
            : null,
      ),
    );
  return [];
}

/** "JW:" after "Jonas Weber:" is the same label, where the letters fit one full label only. */
function joinInitials(text: string, labels: readonly (Label | null)[]): void {
  const full = new Map<string, Set<string>>();
  for (const label of labels) {
    const words = label?.rule === 'label' ? label.key.split(' ') : [];
    if (words.length < 2) continue;
    for (const initials of [words.map((w) => w[0]).join(''), `${words[0]![0]}${words.at(-1)![0]}`])
      full.set(initials, (full.get(initials) ?? new Set()).add(label!.key));
  }
  for (const label of labels) {
    if (
      label?.rule !== 'label' ||
      !/^\p{Lu}\.? ?\p{Lu}(?:\.? ?\p{Lu})?\.?$/u.test(
        text.slice(label.label.start, label.label.end),
      )
    )
      continue;
    const keys = full.get(label.key.replace(/[. ]/g, ''));
    if (keys?.size === 1) label.key = [...keys][0]!;
  }
}

/** An article in which labels happen to repeat is no conversation: its paragraphs open with quotation marks, or its labels are few. */
function plausible(input: EngineText, turns: TurnDraft[], mode: string): TurnDraft[] {
  if (mode === 'always' || !turns.length) return turns;
  const { text, paragraphs } = input;
  let quoted = 0;
  let all = 0;
  for (const t of turns) {
    for (let p = t.from; p < t.to; p++) {
      all++;
      const at = p === t.from ? t.body : paragraphs[p]!.start;
      if (
        /^["“„«]/.test(text.slice(at, at + 1)) ||
        /[,?!]["”] (?:he|she|[A-Z]\w+) said/.test(
          text.slice(at, Math.min(paragraphs[p]!.end, at + 400)),
        )
      )
        quoted++;
    }
  }
  const before = paragraphs.length - all;
  return quoted * 4 > all || turns.length * 6 < all || before > all * 3 ? [] : turns;
}

const looksPerson = (l: Label, count: ReadonlyMap<string, number>) =>
  l.key.split(' ').length > 1 ||
  [...count.keys()].some((k) => k !== l.key && k.split(' ').includes(l.key));

/** Turns from labels: each runs to the next label. */
function cut(input: EngineText, labels: readonly (Label | null)[]): TurnDraft[] {
  const { text, paragraphs } = input;
  const turns: TurnDraft[] = [];
  for (let i = 0; i < paragraphs.length; i++) {
    const l = labels[i];
    if (!l) continue;
    let to = i + 1;
    while (
      to < paragraphs.length &&
      !labels[to] &&
      !OUTRO.test(text.slice(paragraphs[to]!.start, paragraphs[to]!.start + 60)) &&
      !/^\W{1,5}$/.test(
        text.slice(paragraphs[to]!.start, Math.min(paragraphs[to]!.end, paragraphs[to]!.start + 8)),
      )
    )
      to++;
    turns.push({
      number: turns.length + 1,
      kind: 'answer',
      label: l.label,
      key: l.key,
      from: i,
      to,
      body: l.body,
      rule: l.rule,
    });
  }
  decideSides(input, turns);
  return turns;
}

/** Which labels ask: by what the label says, by the names of interviewers, else by how their turns end. */
function decideSides(input: EngineText, turns: TurnDraft[]): void {
  const { text, paragraphs } = input;
  const asks = new Map<string, { asked: number; all: number; length: number }>();
  for (const t of turns) {
    const entry = asks.get(t.key) ?? { asked: 0, all: 0, length: 0 };
    const lastText = paragraphs[t.to - 1]!;
    entry.all++;
    entry.length += paragraphs[t.to - 1]!.end - t.body;
    if (endsAsking(text, lastText)) entry.asked++;
    asks.set(t.key, entry);
  }
  const interviewers = (input.interviewers ?? []).map((n) => n.toLowerCase());
  const stated = (key: string) =>
    SIDES[key] ??
    (interviewers.some((n) => n === key || n.endsWith(` ${key}`) || key.endsWith(` ${n}`))
      ? 'question'
      : undefined);
  const anyStated = [...asks.keys()].some((k) => stated(k) === 'question');
  const ratio = (key: string) => asks.get(key)!.asked / asks.get(key)!.all;
  const best = [...asks.keys()].sort(
    (a, b) =>
      ratio(b) - ratio(a) ||
      asks.get(a)!.length / asks.get(a)!.all - asks.get(b)!.length / asks.get(b)!.all,
  )[0]!;
  const second = Math.max(0, ...[...asks.keys()].filter((k) => k !== best).map(ratio));
  for (const t of turns) {
    const side = stated(t.key);
    t.kind =
      side ??
      (!anyStated &&
      ((ratio(t.key) >= 0.5 && (t.key === best || ratio(t.key) >= 0.6)) ||
        (t.key === best && ratio(best) >= 0.25 && ratio(best) >= 2 * second))
        ? 'question'
        : 'answer');
  }
}

/** Turns told by dashes or bold type: what ends in a question mark asks. */
function alternate(input: EngineText, labels: readonly (Label | null)[]): TurnDraft[] {
  const turns = cut(input, labels);
  for (const t of turns)
    t.kind =
      t.rule === 'bold'
        ? t.key === 'q'
          ? 'question'
          : 'answer'
        : endsAsking(input.text, input.paragraphs[t.to - 1]!)
          ? 'question'
          : 'answer';
  return turns;
}
