/** Labels at the head of paragraphs: who has the word in an interview or a transcript. */
import type { Span } from '../../model/records.ts';
import { first } from '../../text/certain.ts';
import type { ConversationReader } from '../pack.ts';
import type { EngineParagraph, EngineText } from '../types.ts';

/** What says that a paragraph begins a turn. */
export interface Label {
  /** The label without its colon; empty where a question is told by its bold type alone. */
  label: Span;
  /** What the label says: "q" and "a" for such labels, else the name in small letters. */
  key: string;
  /** Where the words begin, after label and time stamp. */
  body: number;
  rule: 'label' | 'question-answer' | 'bold' | 'dash' | 'question' | 'unlabelled';
  /** Why it may be no label: no mark stands behind "Q", or an article begins the name. */
  doubt?: 'bare' | 'article';
  /** Who asks from here on, where a line of a court's transcript says so: "BY MR. DOYLE:". */
  by?: Span;
}

/** The key of turns that begin with a dash, whoever speaks. */
export const DASH = '—';

const STAMP = /^[[(]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?[\])]?\s?(?:[-–—]\s?)?/;
/** The number of a question before a name: "12. Sarah Cole:" */
const NUMBER = /^(?:Q\s?)?\d{1,3}[.)]\s(?=\p{Lu}[^:?]{2,60}:\s)/u;
/** A time stamp after the name: "Ann Lee (00:12):" or "Ann Lee [00:12]" */
const NAME_AND_STAMP = /^([^:[(]{2,60}?)\s?[[(]\d{1,2}:\d\d(?::\d\d)?[\])]\s?:?\s?/;

/** How much of a paragraph may hold its label. */
const REACH = 170;
/** The farthest that a colon stands after a name, and after a name with a role. */
const COLON = 70;
const COLON_OF_ROLE = 140;
/** Words of the longest role behind a name. */
const LONGEST_ROLE = 14;
/** "(Kew)", "(10.42 am)", "[on camera]" */
const IN_BRACKETS = /\s*[([][^()[\]]*[)\]]/g;

/** Reads `Name:`, `Q:`, `[00:12] Name:` or `Name (00:12):` at the head of a paragraph, or a name alone in bold. */
export function readLabel(
  text: string,
  paragraph: EngineParagraph,
  language: ConversationReader,
): Label | null {
  return labelOf(text, paragraph, language) ?? boldName(text, paragraph, language);
}

function labelOf(text: string, p: EngineParagraph, language: ConversationReader): Label | null {
  if (p.kind === 'heading' || p.kind === 'caption') return null;
  const head = text.slice(p.start, Math.min(p.end, p.start + REACH));
  const stamp = (STAMP.exec(head) ?? NUMBER.exec(head))?.[0].length ?? 0;
  const from = p.start + stamp;
  const side = language.sideLabel(head.slice(stamp));
  if (side)
    return {
      label: { start: from + side.start, end: from + side.end },
      key: side.key,
      body: from + side.body,
      rule: 'question-answer',
      ...(side.isBare ? { doubt: 'bare' } : {}),
    };
  const dash = /^[—–―]\s?(?=\S)/.exec(head);
  if (dash)
    return {
      label: { start: p.start, end: p.start + 1 },
      key: DASH,
      body: p.start + dash[0].length,
      rule: 'dash',
    };
  const printed =
    nameWithStamp(head, stamp) ?? nameWithStop(head, stamp) ?? nameWithColon(head, stamp);
  const found = printed && withoutRole(printed, language);
  if (!found || !isSpeakerName(found.name, language)) return null;
  const name = nameBehindOffice(found.name, language) ?? withoutMarkup(found.name);
  const start = from + found.name.indexOf(name);
  return {
    label: { start, end: start + name.length },
    key: name
      .replace(IN_BRACKETS, '')
      .toLowerCase()
      .replace(/\s+/g, ' ')
      .replace(/[ʿʾʻʼ‘’`]/g, "'"),
    body: Math.min(p.end, p.start + found.body),
    rule: 'label',
    ...(isArticled(name, language) ? { doubt: 'article' } : {}),
  };
}

/** "The Almanac"; not "THE COURT", which is set as labels are. */
const isArticled = (name: string, language: ConversationReader): boolean =>
  language.isArticle(first(name.split(/\s+/)).toLowerCase()) &&
  name !== name.toUpperCase() &&
  !language.isRoleAlone(name.replace(IN_BRACKETS, '').toLowerCase());

/** A name as printed before the words of a turn, which begin at `body`. */
interface PrintedName {
  name: string;
  body: number;
}

function nameWithStamp(head: string, from: number): PrintedName | null {
  const [whole, name] = NAME_AND_STAMP.exec(head.slice(from)) ?? [];
  return whole === undefined || name === undefined ? null : { name, body: from + whole.length };
}

function nameWithColon(head: string, from: number): PrintedName | null {
  const colon = colonIn(head, from);
  if (colon < 0 || colon > COLON_OF_ROLE + from) return null;
  const isFiller = (i: number): boolean => /[\s*_]/.test(head.charAt(i));
  if (colon + 1 < head.length && !isFiller(colon + 1) && !OPENS.test(head.slice(colon + 1)))
    return null;
  let body = colon + 1;
  while (body < head.length && isFiller(body)) body++;
  return { name: head.slice(from, colon), body };
}

/** "Mr. HAYES. In August", "The CHAIRMAN. Thank you": an office and a name in capitals, as records of a congress set it. */
const WITH_STOP =
  /^((?:The \p{Lu}{4,}(?: \p{Lu}{2,})?|(?:\p{Lu}\p{Ll}+\.? ){1,3}(?:\p{Lu}\p{Ll}{1,2})?\p{Lu}{2,}[\p{Lu}’'-]*(?: \p{Lu}{2,}[\p{Lu}’'-]*)?(?: of (?:\p{Lu}\p{Ll}+ ?){1,2})?))\.\s+(?=[\p{Lu}[("“])/u;

function nameWithStop(head: string, from: number): PrintedName | null {
  const [whole, name] = WITH_STOP.exec(head.slice(from)) ?? [];
  return whole === undefined || name === undefined ? null : { name, body: from + whole.length };
}

/** "The Minister for Ports (Hugh Marsh)": the name in brackets; null where there is none. */
function nameBehindOffice(label: string, language: ConversationReader): string | null {
  const [, office, name] = /^([^()]+) \(([^()]{4,40})\)$/.exec(withoutMarkup(label)) ?? [];
  if (office === undefined || name === undefined) return null;
  const [head = ''] = office.split(' ');
  const isPerson = /^(?:\p{Lu}[\p{L}.’'-]*\s){1,3}\p{Lu}[\p{L}’'-]+$/u.test(name);
  return language.isArticle(head.toLowerCase()) && isPerson ? name : null;
}

/** The first colon that stands in no brackets: "Mr DOYLE (10:42 am):". */
function colonIn(head: string, from: number): number {
  let depth = 0;
  for (let i = from; i < head.length; i++) {
    const char = head.charAt(i);
    if (char === '(' || char === '[') depth++;
    else if (char === ')' || char === ']') depth--;
    else if (char === ':' && depth <= 0) return i;
  }
  return -1;
}

/**
 * "DANA FROST, HOST", "Ann Lee, mayor of Valmer" without what stands behind the name; null where it is too long for a
 * label, and as it is where it holds no role.
 */
function withoutRole(printed: PrintedName, language: ConversationReader): PrintedName | null {
  const { name, body } = printed;
  const [who = '', ...rest] = name.split(/,\s/);
  const role = withoutMarkup(rest.join(', '));
  if (role === '') return name.length > COLON ? null : printed;
  const words = who.replace(IN_BRACKETS, '').trim().split(/\s+/);
  const isLoud = name === name.toUpperCase();
  const isRole =
    role.split(/\s+/).length <= LONGEST_ROLE &&
    !/[.!?;"“”]\s/.test(language.withoutAbbreviations(role)) &&
    (isLoud || (words.length > 1 && !language.leadsIn(role)));
  return isRole ? { name: who, body } : null;
}

/** The first words of a turn right behind the colon, where bold type or a lost blank parted them from it. */
const OPENS = /^(?:\p{Lu}\p{Ll}|I[ ’'])/u;

const withoutMarkup = (raw: string): string => raw.trim().replace(/^[*_]+|[*_]+$/g, '');

const isUpperOrDigit = (c: string) => c !== c.toLowerCase() || (c >= '0' && c <= '9');

/** Letters of other alphabets that have no case, in the Latin one: ʿAli, ‘Abd, ʻAkau. */
const BEFORE_LETTER = /^[ʿʾʻʼ‘’'`](?=\p{Lu})/u;

/** A few capitalised words, perhaps with a bracket: a name as transcripts print it. */
function isSpeakerName(raw: string, language: ConversationReader): boolean {
  const name = withoutMarkup(raw);
  if (name.length < 1 || name.length > 60) return false;
  if (/[.!?;"“”]\s/.test(language.withoutAbbreviations(name))) return false;
  const words = name.replace(IN_BRACKETS, '').trim().split(/\s+/);
  const head = first(words);
  if (words.length > 6 || !head || language.isSalutation(head.toLowerCase())) return false;
  // "May 2009: We moved": a time of a chronicle
  if (/^(?:1[89]|20)\d\d$/.test(words.at(-1) ?? '')) return false;
  const isLoud = head.length > 2 && head === head.toUpperCase() && words.length > 1;
  const mayOpen = isLoud || (words.length > 1 && language.isArticle(head.toLowerCase()));
  if (language.namesNobody(head.toLowerCase()) && !mayOpen) return false;
  if (words.length === 1 && language.sideOf(head.toLowerCase())) return true;
  return words.every(
    (w, i) =>
      isUpperOrDigit(w.replace(BEFORE_LETTER, '').charAt(0)) || language.isInsideName(w, i === 0),
  );
}

/** A paragraph that holds nothing but a name, in bold: the speaker of what follows. */
function boldName(text: string, p: EngineParagraph, language: ConversationReader): Label | null {
  if (!p.bold || p.kind === 'caption' || p.end - p.start > 50) return null;
  const raw = text.slice(p.start, p.end).replace(/:$/, '');
  if (!isSpeakerName(raw, language) || /[.!?]$/.test(raw)) return null;
  return {
    label: { start: p.start, end: p.start + raw.trim().length },
    key: raw.trim().toLowerCase(),
    body: p.end,
    rule: 'label',
  };
}

/** "Obi:" beside "Mara Obi:" is the same label, where one full label only has that word at its end or beginning. */
export function withShortNamesJoined(labels: readonly (Label | null)[]): (Label | null)[] {
  const keys = new Set(labels.flatMap((label) => (label?.rule === 'label' ? [label.key] : [])));
  const full = new Map<string, Set<string>>();
  for (const key of keys) {
    const words = key.replace(/\s*[([].*$/, '').split(' ');
    if (words.length < 2) continue;
    for (const word of [words.at(-1) ?? '', words[0] ?? ''])
      full.set(word, (full.get(word) ?? new Set()).add(key));
  }
  return labels.map((label) => {
    if (label?.rule !== 'label') return label;
    const [key, other] = full.get(label.key) ?? [];
    return key !== undefined && other === undefined ? { ...label, key } : label;
  });
}

/** "JW:" after "Jonas Weber:" is the same label, where the letters fit one full label only. */
export function withInitialsJoined(
  text: string,
  labels: readonly (Label | null)[],
): (Label | null)[] {
  const full = new Map<string, Set<string>>();
  for (const label of labels) {
    const words = label?.rule === 'label' ? label.key.split(' ') : [];
    if (!label || words.length < 2) continue;
    const letters = words.map((word) => word[0]);
    for (const initials of [letters.join(''), (letters[0] ?? '') + (letters.at(-1) ?? '')])
      full.set(initials, (full.get(initials) ?? new Set()).add(label.key));
  }
  return labels.map((label) => {
    if (label?.rule !== 'label') return label;
    const printed = text.slice(label.label.start, label.label.end);
    if (!/^\p{Lu}\.? ?\p{Lu}(?:\.? ?\p{Lu})?\.?$/u.test(printed)) return label;
    const [key, other] = full.get(label.key.replace(/[. ]/g, '')) ?? [];
    return key !== undefined && other === undefined ? { ...label, key } : label;
  });
}

/** "Host: I'm Mia Dale" is the label of Mia Dale, who has one as well. */
export function withHostsJoined(
  { text, paragraphs }: EngineText,
  labels: readonly (Label | null)[],
  language: ConversationReader,
): (Label | null)[] {
  const keys = new Set(labels.flatMap((label) => (label?.rule === 'label' ? [label.key] : [])));
  const joined = new Map<string, string>();
  for (const [i, label] of labels.entries()) {
    const p = paragraphs[i];
    if (!p || label?.rule !== 'label' || !language.isRoleAlone(label.key)) continue;
    const own = language.ownName(text.slice(label.body, p.end))?.toLowerCase();
    if (own !== undefined && keys.has(own) && !joined.has(label.key)) joined.set(label.key, own);
  }
  return labels.map((label) =>
    label && joined.has(label.key) ? { ...label, key: joined.get(label.key) ?? label.key } : label,
  );
}
