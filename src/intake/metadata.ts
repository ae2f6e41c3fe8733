import { printedDates } from '../languages/en/printed-dates.ts';
import { edtfOf } from '../model/dates.ts';
import { CUES } from '../languages/en/cues.ts';
import type { BlockRole, Inline, Span } from '../model/records.ts';
import type { CleanText } from './clean.ts';
import { findFurniture, isProse, type Furniture } from '../languages/en/boilerplate.ts';

/** A block with the part it plays in the article. */
export interface RoledBlock extends Span {
  role: BlockRole;
  inlines: Inline[];
  source: Span;
  bold: boolean;
  why: string | null;
  rule: string | null;
}

export interface PrintedByline {
  name: string;
  role: 'author' | 'interviewer' | 'desk';
}

/** What the text itself states about the article; cards may add or correct. */
export interface Metadata {
  blocks: RoledBlock[];
  title: string | null;
  dek: string | null;
  byline: PrintedByline[];
  bylinePrinted: string | null;
  /** Names under which the text names its publisher, best first. */
  outlets: string[];
  /** EDTF, where the text states a full date of publication. */
  published: { edtf: string; printed: string } | null;
  sections: { name: string; values: string[] }[];
  rights: { holder: string | null; statements: string[] };
  /** An opinion by its own label, or by a note that its author alone answers for it. */
  opinion: boolean;
  interviewers: string[];
}

const FILING =
  /^(region|themes?|topics?|tags?|categor(?:y|ies)|sections?|keywords?|filed under|in-depth report|series|column)\s*:\s*(.{1,200})$/i;
const OPINION_LABEL =
  /^(?:opinion|op-ed|comment(?:ary)?|editorial|analysis|viewpoint|column)\s*(?:[:|–—-]|$)/i;
const NAME =
  /^(?:(?:Dr|Prof|Sir|Mr|Mrs|Ms)\.? )?\p{Lu}[\p{L}.’'-]*(?: (?:\p{Lu}[\p{L}.’'-]*|al|bin|de|del|der|di|el|la|le|van|von)){1,4}$/u;
const DESK =
  /^((?:[\w-]+ )?(?:news ?desk|newsroom|desk|staff(?: (?:writers?|reporters?))?|editors?|editorial board|agencies|correspondents?|news service))\s*(?:[-–—|,/]|at|for)\s*(.{2,60})$/i;
const BYLINE =
  /^(?:(?:story|words|text|written|reported|report|analysis|opinion) )?by:?\s+(.{3,160})$/i;
const ORGANISATION =
  /\b(?:press|news|post|times|agency|wire|media|journal|herald|gazette|tribune|telegraph|guardian|chronicle|observer|review|magazine|daily|weekly|network|radio|tv|television|broadcasting|service|reuters|afp|ap|bbc)\b/i;
const ORGANISATION_OR_THE = new RegExp(`^The |${ORGANISATION.source}`, 'i');
const INTERVIEWED_BY =
  /^(?:interviewed|interview(?: conducted)?|questions?) by:?\s+(.{3,80}?)\.?$/i;
const CREDIT =
  /\((?:photo|image|picture|illustration|file photo|credit|source|AP|AFP|INA|Reuters|Getty|EPA|TASS|Xinhua|[A-Z]{2,5}(?: Photo)?)\b[^()]{0,80}\)\.?$|\b(?:photo|image|picture)(?: credit)?s?\s*(?:by|:)\s*\S|\/\s?(?:AP|AFP|Reuters|Getty Images|EPA)\b[^.]{0,40}$/i;

const emptyMetadata = (): Metadata => ({
  blocks: [],
  title: null,
  dek: null,
  byline: [],
  bylinePrinted: null,
  outlets: [],
  published: null,
  sections: [],
  rights: { holder: null, statements: [] },
  opinion: false,
  interviewers: [],
});

/** Says what each block is, and reads the head and tail of the article. */
export function readMetadata(clean: CleanText): Metadata {
  const furniture = findFurniture(clean);
  const lines = clean.blocks.map(({ start, end }) => clean.text.slice(start, end));
  const roles = new Array<BlockRole>(lines.length).fill('paragraph');
  const meta = emptyMetadata();
  const bodyStart = firstProse(lines, furniture);

  lines.forEach((line, i) => {
    if (furniture[i]) roles[i] = 'boilerplate';
    else if (i < bodyStart) roles[i] = headRole(line, clean.blocks[i]!.kind, meta);
    else roles[i] = bodyRole(lines, i, clean, meta, furniture);
  });
  promoteTitle(lines, roles, bodyStart, meta);
  const first = lines.find((_, i) => roles[i] === 'paragraph');
  if (first) readPlaceLine(first, meta);
  readTail(lines, furniture, meta);

  meta.blocks = clean.blocks.map((block, i) => ({
    role: roles[i]!,
    start: block.start,
    end: block.end,
    inlines: block.inlines,
    source: block.source,
    bold: block.bold,
    why:
      furniture[i]?.why ??
      (roles[i] === 'filing' ? 'the publisher’s own filing of the text' : null),
    rule: furniture[i]?.rule ?? (roles[i] === 'filing' ? 'filing-lines' : null),
  }));
  return meta;
}

/**
 * Where the running text begins: the first prose that is neither furniture nor a caption, a speaker's label, or
 * a shorter sentence that no line of the head follows.
 */
function firstProse(lines: readonly string[], furniture: readonly (Furniture | null)[]): number {
  const isLabelled = (line: string) =>
    LABEL.test(line) && !FILING.test(line) && !HEAD_LABEL.test(line);
  // one labelled line ("Exclusive: …") makes no interview
  const dialogue = lines.filter(isLabelled).length >= 2;
  const at = lines.findIndex(
    (line, i) =>
      i > 0 &&
      !furniture[i] &&
      ((isProse(line) && !CREDIT.test(line)) || (dialogue && isLabelled(line))),
  );
  const end = at >= 0 ? at : lines.length;
  const read = lines.flatMap((_, i) => (i < end && !furniture[i] ? [i] : []));
  const title = read.find((i) => !isHeadLine(lines[i] ?? '', false)) ?? -1;
  const below = read.filter((i) => i > title);
  const short =
    below.find((i) => isSentence(lines[i] ?? '') && !inHead(lines, below, i, at >= 0)) ??
    // without any sentence, whatever is no part of the head
    (at >= 0 ? undefined : below.find((i) => !inHead(lines, below, i, false)));
  return short ?? end;
}

const isSentence = (line: string) => /[.!?…]["”’»)\]]*$/.test(line);
/** "By Friday the boat will be gone." */
const isLongSentence = (line: string) => isSentence(line) && line.split(' ').length > 6;

/** Whether a line belongs to the head, or another one that does stands close below it with text after that. */
function inHead(
  lines: readonly string[],
  below: readonly number[],
  i: number,
  prose: boolean,
): boolean {
  const from = below.indexOf(i);
  const isOne = (k: number | undefined) => k !== undefined && isHeadLine(lines[k] ?? '');
  if (isOne(i)) return true;
  const next = [1, 2].find((step) => isOne(below[from + step]));
  return next !== undefined && (prose || below.slice(from + next).some((k) => !isOne(k)));
}

/** A line that says when, by whom or under what the text was published, or what a picture shows. */
function isHeadLine(line: string, captions = true): boolean {
  if (isLongSentence(line) && !CREDIT.test(line)) return false;
  const aside = { ...emptyMetadata(), title: '' };
  return (
    (captions && CREDIT.test(line)) ||
    readFiling(line, aside) ||
    readDateline(line, aside) ||
    readByline(line, aside) ||
    (captions && NAME.test(line) && line.length <= 48)
  );
}

const LABEL =
  /^(?:\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,4}|Q|A|\d?\d:\d\d(?::\d\d)?\s+\p{Lu}.{0,40}):\s+\S.{20,}/u;

/** Labels that belong to the head of an article, not to a speaker. */
const HEAD_LABEL =
  /^(?:published|posted|(?:last )?updated|dated?|issued|source|photos?|pictures?|images?|by|text|words|written by|author|credit|location|place)\s*:/i;

function headRole(line: string, kind: string, meta: Metadata): BlockRole {
  if (readFiling(line, meta)) return 'filing';
  if (readDateline(line, meta)) return 'dateline';
  if (readByline(line, meta)) return 'byline';
  if (CREDIT.test(line) && meta.title !== null) return 'caption';
  if (meta.title === null && line.length <= 300) {
    if (OPINION_LABEL.test(line)) {
      meta.opinion = true;
      if (line.length < 40 && !/[|:–—-]\s*\S/.test(line)) return 'filing';
    }
    meta.title = line;
    return 'title';
  }
  if (kind === 'heading') return 'heading';
  const names = line.split(/ and | & |, /);
  if (
    meta.byline.length === 0 &&
    names.every((name) => NAME.test(name)) &&
    line.length <= 28 * names.length + 20
  ) {
    meta.byline.push(...names.map((name) => ({ name, role: 'author' as const })));
    meta.bylinePrinted = line;
    return 'byline';
  }
  if (OPINION_LABEL.test(line) && line.length < 40) {
    meta.opinion = true;
    return 'filing';
  }
  if (
    meta.byline.length > 0 &&
    meta.outlets.length === 0 &&
    line.length <= 48 &&
    ORGANISATION.test(line) &&
    /^(?:\p{Lu}[\p{L}\d.&’'-]*(?: |$)|of |the |and )+$/u.test(line)
  ) {
    meta.outlets.push(line);
    return 'byline';
  }
  if (meta.dek === null && line.length >= 20 && !/[.!?] \p{Lu}/u.test(line)) {
    meta.dek = line;
    return 'dek';
  }
  return 'paragraph';
}

function bodyRole(
  lines: readonly string[],
  i: number,
  clean: CleanText,
  meta: Metadata,
  furniture: readonly (Furniture | null)[],
): BlockRole {
  const line = lines[i]!;
  const { kind } = clean.blocks[i]!;
  if (kind === 'heading') return 'heading';
  if (kind === 'quote') return 'quote';
  const interviewer = INTERVIEWED_BY.exec(line)?.[1];
  if (interviewer) {
    addInterviewer(interviewer, line, meta);
    return 'byline';
  }
  if (
    i >= lines.length - 3 &&
    BYLINE.test(line) &&
    meta.byline.length === 0 &&
    readByline(line, meta)
  )
    return 'byline';
  // at the very end, where the head names no day
  if (i >= lines.length - 3 && meta.published === null && readDateline(line, meta))
    return 'dateline';
  if (line.length <= 240 && CREDIT.test(line) && !/[.!?]$/.test(line)) return 'caption';
  return isHeading(lines, i, furniture) ? 'heading' : 'paragraph';
}

/** A short line like a title between paragraphs: no full stop, no label, and no quotation that it introduces. */
function isHeading(
  lines: readonly string[],
  i: number,
  furniture: readonly (Furniture | null)[],
): boolean {
  const line = lines[i]!;
  const next = lines[i + 1];
  if (line.length > 90 || line.split(' ').length > 10 || !/^[\p{Lu}\p{N}]/u.test(line))
    return false;
  if (/[.,:;!?…–—-]["”’)]?$/.test(line) || /["“”«»]|: /.test(line)) return false;
  if (next === undefined || furniture[i + 1] || next.length < 60 || next.length <= line.length)
    return false;
  // before a quotation a short line may be its lead-in: "A driver explained, saying"
  return (
    !/^["“”„«‘'—–]/.test(next) ||
    (line.split(' ').length <= 6 &&
      !line.includes(',') &&
      !/(?:ed|ing|says?|told|wrote|said|that)$/.test(line))
  );
}

function readFiling(line: string, meta: Metadata): boolean {
  const [, name, values] = FILING.exec(line) ?? [];
  if (!name || !values) return false;
  meta.sections.push({
    name,
    values: values
      .split(/,\s*/)
      .map((value) => value.trim())
      .filter(Boolean),
  });
  if (/\b(?:opinion|op-ed|commentary|editorial)\b/i.test(values)) meta.opinion = true;
  return true;
}

/** `Wednesday, March 27, 2024`; `Harbour Post, December 08, 2018`; `Published: 8 December 2018 10:15 GMT`. */
function readDateline(line: string, meta: Metadata): boolean {
  if (line.length > 120) return false;
  const date = printedDates(line).find(
    ({ year, month, day }) => year !== null && month !== null && day !== null,
  );
  if (!date) return false;
  const before = line.slice(0, date.start).replace(/[\s,|–—-]+$/, '');
  const after = line.slice(date.end);
  if (
    !/^[\s,.|–—-]*(?:T?(?:at )?\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{1,5})?)?[\s,.|–—-]*(?:(?:last )?(?:updated|modified)\b.{0,40})?$/i.test(
      after,
    )
  )
    return false;
  const label =
    /^(?:published|posted|updated|last updated|date|first published|issued)(?: on)?\s*:?$/i;
  const weekday = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?$/i;
  if (before !== '' && !label.test(before) && !weekday.test(before)) {
    // the outlet stands before the date
    if (before.split(' ').length > 6 || !/^\p{Lu}/u.test(before) || /[.!?“”"]/.test(before))
      return false;
    if (meta.title === null && !ORGANISATION.test(before)) return false;
    meta.outlets.push(before);
  }
  const edtf = edtfOf(date);
  if (edtf === null) return false;
  if (meta.published === null && !/^(?:last )?updated/i.test(before))
    meta.published = { edtf, printed: line };
  return true;
}

function readByline(line: string, meta: Metadata): boolean {
  const desk = DESK.exec(line);
  if (desk && line.length <= 100) {
    meta.byline.push({ name: desk[1]!, role: 'desk' });
    meta.bylinePrinted = line;
    meta.outlets.push(desk[2]!.trim());
    return true;
  }
  const interviewer = INTERVIEWED_BY.exec(line)?.[1];
  if (interviewer) {
    addInterviewer(interviewer, line, meta);
    return true;
  }
  const [, person, publisher] =
    /^(\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){1,3}), ((?:The )?\p{Lu}[^,.]{2,40})$/u.exec(
      line,
    ) ?? [];
  if (
    person &&
    publisher &&
    !/^by /i.test(person) &&
    NAME.test(person) &&
    (ORGANISATION_OR_THE.test(publisher) ||
      /^\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)+$/u.test(publisher)) &&
    meta.title !== null
  ) {
    meta.byline.push({ name: person, role: 'author' });
    meta.outlets.push(publisher.trim());
    meta.bylinePrinted = line;
    return true;
  }
  const list = BYLINE.exec(line)?.[1];
  if (!list || isLongSentence(line)) return false;
  const [people, ...rest] = list
    .replace(
      / (?:for|of|at) (?:the )?(\p{Lu}.*)$/u,
      (_, outlet: string) => (meta.outlets.push(outlet), ''),
    )
    .split(/\s+[|–—-]\s+|\s*,\s*(?=(?:the )?(?:[A-Z][\w.&’'-]*\s?)+$)/u);
  const names = people!
    .split(/\s*,\s*(?:and\s+)?|\s+and\s+|\s+&\s+/)
    .filter((name) => name && /^\p{Lu}/u.test(name));
  if (names.length === 0) return false;
  for (const name of names) {
    if (NAME.test(name) || /^\p{Lu}[\p{L}’'-]+$/u.test(name))
      meta.byline.push({ name, role: 'author' });
    else meta.byline.push({ name, role: 'desk' });
  }
  if (rest.length > 0 && (ORGANISATION.test(rest[0]!) || !NAME.test(rest[0]!)))
    meta.outlets.push(rest[0]!.trim());
  meta.bylinePrinted = line;
  return true;
}

function addInterviewer(name: string, line: string, meta: Metadata): void {
  meta.byline.push({ name, role: 'interviewer' });
  meta.interviewers.push(name);
  meta.bylinePrinted ??= line;
}

/** A Markdown heading is the title even where a line stands above it. */
function promoteTitle(
  lines: readonly string[],
  roles: BlockRole[],
  bodyStart: number,
  meta: Metadata,
): void {
  if (meta.title !== null) return;
  const at = roles.findIndex(
    (role, i) =>
      i <= bodyStart &&
      (role === 'heading' || role === 'dek' || role === 'paragraph') &&
      lines[i]!.length <= 300,
  );
  if (at < 0) return;
  if (roles[at] === 'dek') meta.dek = null;
  if (roles[at] === 'paragraph' && isProse(lines[at]!) && lines[at]!.length > 200) return;
  meta.title = lines[at]!;
  roles[at] = 'title';
}

/** `HARBOUR TOWN, Maine, Feb. 3, 2022 (Bay Wire) -- `: place, date and agency at the head of the running text. */
const PLACE_LINE =
  /^(?:\p{Lu}[\p{Lu}.’'-]+(?: \p{Lu}[\p{Lu}.’'-]*)*)(?:,? [\p{L}\d.,’' -]{0,60}?)?(?: ?\(([^()]{2,40})\))? ?(?:(?:--|—|–|- ) ?|\/([\p{Lu}\d][\p{L}\d ]{1,30})\/\.? ?(?:[–—-] ?)?)/u;

const MONTH =
  /^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|ober)?$/;

/** The second dash of a sentence, and the word after it. */
const SECOND_DASH =
  /^(?:(?!--| - )[^.!?–—]|[.!?](?!["”’)]*(?: |$))|(?<=\b(?:Mr|Mrs|Ms|Dr|St|\p{Lu}))\.)*(?:--|—|–| - ) ?(\p{L}+)/u;

/** The place line at the head of a paragraph; capitals may also begin a name with something between dashes. */
function findPlaceLine(paragraph: string): RegExpExecArray | null {
  const found = PLACE_LINE.exec(paragraph.slice(0, 140));
  if (!found || found[2]) return found;
  const outside = found[0].replace(/\([^()]*\)/, '').match(/[\p{L}’'-]+/gu) ?? [];
  if (outside.some((word) => /^[\p{Ll}’'-]*\p{Ll}[\p{Ll}’'-]*$/u.test(word) && !MONTH.test(word)))
    return null;
  const [, after = ''] = SECOND_DASH.exec(paragraph.slice(found[0].length, 600)) ?? [];
  const cue = CUES.get(after);
  return cue && cue.strength > 1 && (cue.form === 'past' || cue.form === 's') ? null : found;
}

/** Length of the place line at the head of a paragraph; 0 if there is none. */
export const placeLineLength = (paragraph: string): number =>
  findPlaceLine(paragraph)?.[0].length ?? 0;

function readPlaceLine(paragraph: string, meta: Metadata): void {
  const found = findPlaceLine(paragraph);
  if (!found) return;
  const agency = found[1] ?? found[2];
  if (agency && (found[2] || ORGANISATION.test(agency))) meta.outlets.push(agency);
  const date = printedDates(found[0]).find(
    ({ year, month, day }) => year !== null && month !== null && day !== null,
  );
  const edtf = date && edtfOf(date);
  if (edtf) meta.published ??= { edtf, printed: found[0].replace(/[\s–—-]+$/, '') };
}

/** Rights, the original source, and an author who is named only at the end. */
function readTail(
  lines: readonly string[],
  furniture: readonly (Furniture | null)[],
  meta: Metadata,
): void {
  const noted = new Set<string>();
  lines.forEach((line, i) => {
    const rule = furniture[i]?.rule;
    if (rule === 'rights' || rule === 'disclaimer') {
      meta.rights.statements.push(line);
      const [, holder] =
        /^(?:copyright|©|\(c\))[\s©(c)\d,–-]*([^,\d].*?)(?:,?\s*\d{4})?\.?$/i.exec(line) ?? [];
      if (holder && line.length <= 200) meta.rights.holder ??= holder.trim();
    }
    if (
      (rule === 'rights' || rule === 'disclaimer') &&
      /\bsole responsibility of the authors?\b|\b(?:solely|only) those of the authors?\b|\bviews expressed\b/i.test(
        line,
      )
    )
      noted.add('answers-alone');
    if (rule === 'masthead') meta.outlets.unshift(line);
    if (rule === 'rights') {
      const [, owner] =
        /^(?:copyright )?(?:©|\(c\)) ?(?:\d{4} )?([^.,\d]{3,48})\. all rights reserved\b/i.exec(
          line,
        ) ?? [];
      if (owner && ORGANISATION.test(owner)) meta.outlets.push(owner.trim());
    }
    if (rule === 'original-source') {
      const [, outlet] =
        /\b(?:is|was|in|on|by|at|source:|via:)\s+(?:published (?:in|on|by) )?([^,.]{2,60})$/i.exec(
          line,
        ) ?? [];
      if (outlet) meta.outlets.push(outlet.trim());
    }
    if (rule === 'comments' || rule === 'membership') {
      const [, outlet] =
        /^(?:comment on|become a (?:member|supporter|patron) of|sign up for(?= the)|support \w+ journalism from) (?:the )?((?:\p{Lu}[\p{L}\d’'-]*(?: |(?=\.?$))){1,5}?)(?:articles?\b|stories\b|on\b|page\b|(?:morning|evening|daily|weekly) (?:briefing|newsletter|e-?mail)|\.?$)/iu.exec(
          line,
        ) ?? [];
      if (outlet && /^\p{Lu}/u.test(outlet)) meta.outlets.push(outlet.trim());
    }
    if (rule === 'author-note') {
      noted.add('author-note');
      const [, name] =
        /^((?:\p{Lu}[\p{L}.’'-]*\s+){1,3}\p{Lu}[\p{L}.’'-]*) (?:is|was|lives|writes|covers|teaches)\b/u.exec(
          line,
        ) ?? [];
      if (name && meta.byline.length === 0) {
        meta.byline.push({ name, role: 'author' });
        meta.bylinePrinted = null;
      }
    }
    if (rule === 'articles-by' && meta.byline.length === 0) {
      const [, list] = /\bby:?\s+(.{3,120})$/i.exec(line) ?? [];
      if (list && NAME.test(list)) meta.byline.push({ name: list, role: 'author' });
    }
  });
  if (noted.has('answers-alone') && noted.has('author-note')) meta.opinion = true;
  meta.outlets = [...new Set(meta.outlets)];
}
