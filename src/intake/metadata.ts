/**
 * What a captured text states of itself. In: the reading text and its blocks. Out: the part each block
 * plays, and title, byline, date, outlet, rights as they are printed.
 */
import { findBoilerplate, isProse, type Boilerplate } from '../languages/en/boilerplate.ts';
import { edtfOf } from '../model/dates.ts';
import type { BlockRole, Inline, Span } from '../model/records.ts';
import { at } from '../text/certain.ts';
import type { CleanText } from './clean.ts';
import {
  BYLINE,
  CREDIT,
  dateLine,
  DESK,
  FILING,
  fullDateIn,
  HEAD_LABEL,
  headFact,
  INTERVIEWED_BY,
  isHeading,
  isLongSentence,
  isRunningText,
  isSentence,
  LABEL,
  NAME,
  OPINION_LABEL,
  ORGANISATION,
  personAndOutlet,
} from './head-lines.ts';
import { findPlaceLine } from './place-line.ts';

export { placeLineLength } from './place-line.ts';

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

/** Says what each block is, and reads the head and tail of the article. */
export function readMetadata(clean: CleanText): Metadata {
  const boilerplate = findBoilerplate(clean);
  const lines = clean.blocks.map(({ start, end }) => clean.text.slice(start, end));
  const readable = boilerplate.filter((one) => one === null).length;
  const reading = new Reading();
  const bodyStart = firstProse(lines, boilerplate);
  const ownRoles = clean.blocks.map(({ kind }, i): BlockRole => {
    const line = at(lines, i);
    if (boilerplate[i]) return 'boilerplate';
    if (i < bodyStart) return reading.headRole(line, kind, readable === 1);
    return (
      roleByFormat(kind) ??
      reading.bodyRole(line, i >= lines.length - 3) ??
      (isHeading(lines, i, boilerplate) ? 'heading' : 'paragraph')
    );
  });
  const roles = reading.promoteTitle(lines, ownRoles, bodyStart);
  const opening = lines.find((_, i) => roles[i] === 'paragraph');
  if (opening !== undefined) reading.readPlaceLine(opening);
  reading.readTail(lines, boilerplate);

  return reading.metadata(
    clean.blocks.map((block, i) => ({
      role: at(roles, i),
      start: block.start,
      end: block.end,
      inlines: block.inlines,
      source: block.source,
      bold: block.bold,
      ...reasonFor(at(roles, i), boilerplate[i] ?? null),
    })),
  );
}

const roleByFormat = (kind: CleanText['blocks'][number]['kind']): BlockRole | null =>
  kind === 'heading' || kind === 'quote' ? kind : null;

/** Why a block is no part of what is read for claims. */
function reasonFor(
  role: BlockRole,
  boilerplate: Boilerplate | null,
): Pick<RoledBlock, 'why' | 'rule'> {
  if (boilerplate) return { why: boilerplate.why, rule: boilerplate.rule };
  return role === 'filing'
    ? { why: 'the publisher’s own filing of the text', rule: 'filing-lines' }
    : { why: null, rule: null };
}

/**
 * Where the running text begins: the first prose that is neither boilerplate nor a caption, a speaker's label, or
 * a shorter sentence that no line of the head follows.
 */
function firstProse(
  lines: readonly string[],
  boilerplate: readonly (Boilerplate | null)[],
): number {
  const isLabelled = (line: string) =>
    LABEL.test(line) && !FILING.test(line) && !HEAD_LABEL.test(line);
  // one labelled line ("Exclusive: …") makes no interview
  const dialogue = lines.filter(isLabelled).length >= 2;
  const at = lines.findIndex(
    (line, i) =>
      i > 0 &&
      !boilerplate[i] &&
      ((isProse(line) && !CREDIT.test(line)) || (dialogue && isLabelled(line))),
  );
  const end = at >= 0 ? at : lines.length;
  const read = lines.flatMap((_, i) => (i < end && !boilerplate[i] ? [i] : []));
  const facts = read.map((i) => headFact(lines[i] ?? '')?.fact);
  const hasLabels = facts.slice(0, 3).includes('title');
  const title = read.find((i) => !isHeadLine(lines[i] ?? '', false)) ?? -1;
  const below = read.filter((i, k) => i > title && !(hasLabels && facts[k] !== undefined));
  const short =
    below.find((i) => isSentence(lines[i] ?? '') && !inHead(lines, below, i, at >= 0)) ??
    // without any sentence, whatever is no part of the head
    (at >= 0 ? undefined : below.find((i) => !inHead(lines, below, i, false)));
  return short ?? end;
}

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
  const aside = new Reading('');
  return (
    (captions && CREDIT.test(line)) ||
    aside.readFiling(line) ||
    aside.readDateline(line) ||
    aside.readByline(line) ||
    (captions && NAME.test(line) && line.length <= 48)
  );
}

/** What is read off an article line by line; a line may mean something else after another. */
class Reading {
  #title: string | null;
  #dek: string | null = null;
  #byline: PrintedByline[] = [];
  #bylinePrinted: string | null = null;
  #outlets: string[] = [];
  #published: Metadata['published'] = null;
  #sections: Metadata['sections'] = [];
  #holder: string | null = null;
  #statements: string[] = [];
  #opinion = false;
  #interviewers: string[] = [];
  /** Whether the head gives its facts by labels: `Title: …`. */
  #hasLabels = false;

  constructor(title: string | null = null) {
    this.#title = title;
  }

  /** What the lines said, together. */
  metadata(blocks: RoledBlock[]): Metadata {
    return {
      blocks,
      title: this.#title,
      dek: this.#dek,
      byline: this.#byline,
      bylinePrinted: this.#bylinePrinted,
      outlets: [...new Set(this.#outlets)],
      published: this.#published,
      sections: this.#sections,
      rights: { holder: this.#holder, statements: this.#statements },
      opinion: this.#opinion,
      interviewers: this.#interviewers,
    };
  }

  /** The role of a line above the running text. */
  headRole(line: string, kind: string, isAlone: boolean): BlockRole {
    if (this.readFiling(line)) return 'filing';
    const labelled = this.readFact(line);
    if (labelled) return labelled;
    if (this.readDateline(line)) return 'dateline';
    if (this.readByline(line)) return 'byline';
    if (CREDIT.test(line) && this.#title !== null) return 'caption';
    if (this.#title === null && kind !== 'heading' && isRunningText(line, isAlone))
      return 'paragraph';
    if (this.#title === null && line.length <= 300) return this.#readTitle(line);
    if (kind === 'heading') return 'heading';
    if (this.#readNames(line)) return 'byline';
    if (OPINION_LABEL.test(line) && line.length < 40) {
      this.#opinion = true;
      return 'filing';
    }
    if (this.#readOutlet(line)) return 'byline';
    if (this.#dek === null && line.length >= 20 && !/[.!?] \p{Lu}/u.test(line)) {
      this.#dek = line;
      return 'dek';
    }
    return 'paragraph';
  }

  /** The role of a line of the running text; null where it is plain. `isTail`: among the last three. */
  bodyRole(line: string, isTail: boolean): BlockRole | null {
    if (this.#readInterviewer(line)) return 'byline';
    const signed = isTail && this.#byline.length === 0 && BYLINE.test(line);
    if (signed && this.readByline(line)) return 'byline';
    // at the very end, where the head names no day
    if (isTail && this.#published === null && this.readDateline(line)) return 'dateline';
    return line.length <= 240 && CREDIT.test(line) && !/[.!?]$/.test(line) ? 'caption' : null;
  }

  /**
   * A line of a labelled head, and its role. The label of a title opens such a head; after it others count,
   * which by themselves may be words of the article: "Source: talks failed".
   */
  readFact(line: string): BlockRole | null {
    const stated = headFact(line);
    if (!stated) return null;
    const { fact, value } = stated;
    if (fact === 'title') {
      if (this.#title !== null) return null;
      this.#title = value;
      this.#hasLabels = true;
      return 'title';
    }
    if (!this.#hasLabels || isLongSentence(value)) return null;
    if (fact === 'authors') return this.#readAuthors(`By ${value}`) ? 'byline' : null;
    if (fact === 'outlet') this.#outlets.push(value);
    return fact === 'outlet' ? 'byline' : 'filing';
  }

  #readTitle(line: string): BlockRole {
    if (OPINION_LABEL.test(line)) {
      this.#opinion = true;
      if (line.length < 40 && !/[|:–—-]\s*\S/.test(line)) return 'filing';
    }
    this.#title = line;
    return 'title';
  }

  /** `Ann Lee and Bo Berg`: names alone on a line. */
  #readNames(line: string): boolean {
    const names = line.split(/ and | & |, /);
    const isByline =
      this.#byline.length === 0 &&
      names.every((name) => NAME.test(name)) &&
      line.length <= 28 * names.length + 20;
    if (!isByline) return false;
    this.#byline.push(...names.map((name) => ({ name, role: 'author' as const })));
    this.#bylinePrinted = line;
    return true;
  }

  /** The name of the outlet alone on a line below the byline. */
  #readOutlet(line: string): boolean {
    const isOutlet =
      this.#byline.length > 0 &&
      this.#outlets.length === 0 &&
      line.length <= 48 &&
      ORGANISATION.test(line) &&
      /^(?:\p{Lu}[\p{L}\d.&’'-]*(?: |$)|of |the |and )+$/u.test(line);
    if (isOutlet) this.#outlets.push(line);
    return isOutlet;
  }

  readFiling(line: string): boolean {
    const [, name, values] = FILING.exec(line) ?? [];
    if (!name || !values) return false;
    this.#sections.push({
      name,
      values: values
        .split(/,\s*/)
        .map((value) => value.trim())
        .filter(Boolean),
    });
    if (/\b(?:opinion|op-ed|commentary|editorial)\b/i.test(values)) this.#opinion = true;
    return true;
  }

  /** `Wednesday, March 27, 2024`; `Harbour Post, December 08, 2018`; `Published: 8 December 2018 10:15 GMT`. */
  readDateline(line: string): boolean {
    const found = dateLine(line);
    if (!found) return false;
    const { date, before, namesOutlet } = found;
    if (namesOutlet && this.#title === null && !ORGANISATION.test(before)) return false;
    if (namesOutlet) this.#outlets.push(before);
    const edtf = edtfOf(date);
    if (edtf === null) return false;
    if (this.#published === null && !/^(?:last )?updated/i.test(before))
      this.#published = { edtf, printed: line };
    return true;
  }

  readByline(line: string): boolean {
    return (
      this.#readDesk(line) ||
      this.#readInterviewer(line) ||
      this.#readPersonAndOutlet(line) ||
      this.#readAuthors(line)
    );
  }

  #readDesk(line: string): boolean {
    const [, name, outlet] = DESK.exec(line) ?? [];
    if (!name || !outlet || line.length > 100) return false;
    this.#byline.push({ name, role: 'desk' });
    this.#bylinePrinted = line;
    this.#outlets.push(outlet.trim());
    return true;
  }

  #readInterviewer(line: string): boolean {
    const name = INTERVIEWED_BY.exec(line)?.[1];
    if (!name) return false;
    this.#byline.push({ name, role: 'interviewer' });
    this.#interviewers.push(name);
    this.#bylinePrinted ??= line;
    return true;
  }

  #readPersonAndOutlet(line: string): boolean {
    const found = this.#title === null ? null : personAndOutlet(line);
    if (!found) return false;
    this.#byline.push({ name: found.person, role: 'author' });
    this.#outlets.push(found.outlet);
    this.#bylinePrinted = line;
    return true;
  }

  /** `By Ann Lee and Bo Berg for the Harbour Post`. */
  #readAuthors(line: string): boolean {
    const list = BYLINE.exec(line)?.[1];
    if (!list || isLongSentence(line)) return false;
    const [, employer] = FOR_OUTLET.exec(list) ?? [];
    if (employer) this.#outlets.push(employer);
    const [people = '', outlet] = list
      .replace(FOR_OUTLET, '')
      .split(/\s+[|–—-]\s+|\s*,\s*(?=(?:the )?(?:[A-Z][\w.&’'-]*\s?)+$)/u);
    const names = people
      .split(/\s*,\s*(?:and\s+)?|\s+and\s+|\s+&\s+/)
      .filter((name) => name && /^\p{Lu}/u.test(name));
    if (names.length === 0) return false;
    for (const name of names) {
      const isPerson = NAME.test(name) || /^\p{Lu}[\p{L}’'-]+$/u.test(name);
      this.#byline.push({ name, role: isPerson ? 'author' : 'desk' });
    }
    if (outlet !== undefined && (ORGANISATION.test(outlet) || !NAME.test(outlet)))
      this.#outlets.push(outlet.trim());
    this.#bylinePrinted = line;
    return true;
  }

  /** A Markdown heading is the title even where a line stands above it; the roles with that change. */
  promoteTitle(
    lines: readonly string[],
    roles: readonly BlockRole[],
    bodyStart: number,
  ): readonly BlockRole[] {
    if (this.#title !== null) return roles;
    const begun = roles.findIndex(
      (role, i) => role === 'paragraph' && isRunningText(at(lines, i), false),
    );
    const place = roles.findIndex(
      (role, i) =>
        i <= bodyStart &&
        (begun < 0 || i < begun || role === 'heading') &&
        (role === 'heading' || role === 'dek' || role === 'paragraph') &&
        at(lines, i).length <= 300 &&
        (role === 'heading' || !isRunningText(at(lines, i), roles.length === 1)),
    );
    const line = lines[place];
    if (line === undefined) return roles;
    if (roles[place] === 'dek') this.#dek = null;
    if (roles[place] === 'paragraph' && isProse(line) && line.length > 200) return roles;
    this.#title = line;
    return roles.with(place, 'title');
  }

  /** Agency and date of the place line at the head of the running text. */
  readPlaceLine(paragraph: string): void {
    const found = findPlaceLine(paragraph);
    if (!found) return;
    const [printed, inBrackets, betweenSlashes] = found;
    const agency = inBrackets ?? betweenSlashes;
    if (agency && (betweenSlashes || ORGANISATION.test(agency))) this.#outlets.push(agency);
    const date = fullDateIn(printed);
    const edtf = date && edtfOf(date);
    if (edtf) this.#published ??= { edtf, printed: printed.replace(/[\s–—-]+$/, '') };
  }

  /** Rights, the original source, and an author who is named only at the end. */
  readTail(lines: readonly string[], boilerplate: readonly (Boilerplate | null)[]): void {
    let answersAlone = false;
    let authorNoted = false;
    for (const [i, line] of lines.entries()) {
      const rule = boilerplate[i]?.rule;
      if (rule === 'rights' || rule === 'disclaimer') {
        this.#readRights(line);
        answersAlone ||= ANSWERS_ALONE.test(line);
      }
      if (rule === 'masthead') this.#outlets.unshift(line);
      const outlet = rule && outletInTail(rule, line);
      if (outlet) this.#outlets.push(outlet);
      if (rule === 'author-note') {
        authorNoted = true;
        this.#readAuthorNote(line);
      }
      if (rule === 'articles-by' && this.#byline.length === 0) {
        const [, name] = /\bby:?\s+(.{3,120})$/i.exec(line) ?? [];
        if (name && NAME.test(name)) this.#byline.push({ name, role: 'author' });
      }
    }
    if (answersAlone && authorNoted) this.#opinion = true;
  }

  #readRights(line: string): void {
    this.#statements.push(line);
    const [, holder] =
      /^(?:copyright|©|\(c\))[\s©(c)\d,–-]*([^,\d].*?)(?:,?\s*\d{4})?\.?$/i.exec(line) ?? [];
    if (holder && line.length <= 200) this.#holder ??= holder.trim();
  }

  #readAuthorNote(line: string): void {
    const [, name] =
      /^((?:\p{Lu}[\p{L}.’'-]*\s+){1,3}\p{Lu}[\p{L}.’'-]*) (?:is|was|lives|writes|covers|teaches)\b/u.exec(
        line,
      ) ?? [];
    if (!name || this.#byline.length > 0) return;
    this.#byline.push({ name, role: 'author' });
    this.#bylinePrinted = null;
  }
}

const FOR_OUTLET = / (?:for|of|at) (?:the )?(\p{Lu}.*)$/u;

const ANSWERS_ALONE =
  /\bsole responsibility of the authors?\b|\b(?:solely|only) those of the authors?\b|\bviews expressed\b/i;

/** `Become a member of the Harbour Post`, `Comment on Harbour Post articles`. */
const INVITATION =
  /^(?:comment on|become a (?:member|supporter|patron) of|sign up for(?= the)|support \w+ journalism from) (?:the )?((?:\p{Lu}[\p{L}\d’'-]*(?: |(?=\.?$))){1,5}?)(?:articles?\b|stories\b|on\b|page\b|(?:morning|evening|daily|weekly) (?:briefing|newsletter|e-?mail)|\.?$)/iu;

/** Where a line that a rule took for boilerplate names the outlet, and what the name must look like. */
const OUTLET_IN_TAIL: Record<string, { name: RegExp; looksLike?: RegExp }> = {
  rights: {
    name: /^(?:copyright )?(?:©|\(c\)) ?(?:\d{4} )?([^.,\d]{3,48})\. all rights reserved\b/i,
    looksLike: ORGANISATION,
  },
  'original-source': {
    name: /\b(?:is|was|in|on|by|at|source:|via:)\s+(?:published (?:in|on|by) )?([^,.]{2,60})$/i,
  },
  comments: { name: INVITATION, looksLike: /^\p{Lu}/u },
  membership: { name: INVITATION, looksLike: /^\p{Lu}/u },
};

function outletInTail(rule: string, line: string): string | null {
  const form = OUTLET_IN_TAIL[rule];
  const name = form?.name.exec(line)?.[1];
  if (!form || !name || form.looksLike?.test(name) === false) return null;
  return name.trim();
}
