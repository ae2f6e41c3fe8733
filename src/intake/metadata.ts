/**
 * What a captured text states of itself. In: the reading text and its blocks. Out: the part each block
 * plays, and title, byline, date, outlet, rights as they are printed.
 */
import type { Boilerplate, PageReader } from '../languages/index.ts';
import { edtfOf } from '../model/dates.ts';
import type { BlockRole, Inline, Span } from '../model/records.ts';
import { at } from '../text/certain.ts';
import { isLongSentence, isProse, isRunningText, isSentence } from '../text/lines.ts';
import type { CleanText } from './clean.ts';
import { headFact } from './formats/labelled-head.ts';
import { isHeading } from './headings.ts';

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

/** Says what each block is, and reads the head and tail of the article; `page` knows its language. */
export function readMetadata(clean: CleanText, page: PageReader): Metadata {
  const boilerplate = page.boilerplate(clean);
  const lines = clean.blocks.map(({ start, end }) => clean.text.slice(start, end));
  const readable = boilerplate.filter((one) => one === null).length;
  const reading = new Reading(page);
  const bodyStart = firstProse(lines, boilerplate, page);
  const ownRoles = clean.blocks.map(({ kind }, i): BlockRole => {
    const line = at(lines, i);
    if (boilerplate[i]) return 'boilerplate';
    if (i < bodyStart) return reading.headRole(line, kind, readable === 1);
    return (
      roleByFormat(kind) ??
      reading.bodyRole(line, i >= lines.length - 3) ??
      (isHeading(lines, i, boilerplate, page) ? 'heading' : 'paragraph')
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

/** A line that begins with the time of a recording is no title, even where none stands above it. */
const isStamped = (line: string): boolean => /^\[\d{1,2}:\d\d(?::\d\d)?\]\s/.test(line);

/**
 * Where the running text begins: the first prose that is neither boilerplate nor a caption, a speaker's label, or
 * a shorter sentence that no line of the head follows.
 */
function firstProse(
  lines: readonly string[],
  boilerplate: readonly (Boilerplate | null)[],
  page: PageReader,
): number {
  // one labelled line ("Exclusive: …") makes no interview
  const dialogue = lines.filter(page.isSpeakerLabel).length >= 2;
  const at = lines.findIndex(
    (line, i) =>
      !boilerplate[i] &&
      (isStamped(line) ||
        (i > 0 &&
          ((isProse(line) && !page.isCredit(line)) || (dialogue && page.isSpeakerLabel(line))))),
  );
  const end = at >= 0 ? at : lines.length;
  const read = lines.flatMap((_, i) => (i < end && !boilerplate[i] ? [i] : []));
  const facts = read.map((i) => headFact(lines[i] ?? '')?.fact);
  const hasLabels = facts.slice(0, 3).includes('title');
  const title = read.find((i) => !isHeadLine(page, lines[i] ?? '', false)) ?? -1;
  const below = read.filter((i, k) => i > title && !(hasLabels && facts[k] !== undefined));
  const isOne = (i: number | undefined) => i !== undefined && isHeadLine(page, lines[i] ?? '');
  const short =
    below.find((i) => isSentence(lines[i] ?? '') && !inHead(isOne, below, i, at >= 0)) ??
    // without any sentence, whatever is no part of the head
    (at >= 0 ? undefined : below.find((i) => !inHead(isOne, below, i, false)));
  return short ?? end;
}

/** Whether a line belongs to the head, or another one that does stands close below it with text after that. */
function inHead(
  isOne: (i: number | undefined) => boolean,
  below: readonly number[],
  i: number,
  prose: boolean,
): boolean {
  const from = below.indexOf(i);
  if (isOne(i)) return true;
  const next = [1, 2].find((step) => isOne(below[from + step]));
  return next !== undefined && (prose || below.slice(from + next).some((k) => !isOne(k)));
}

/** A line that says when, by whom or under what the text was published, or what a picture shows. */
function isHeadLine(page: PageReader, line: string, captions = true): boolean {
  if (isLongSentence(line) && !page.isCredit(line)) return false;
  const aside = new Reading(page, '');
  return (
    (captions && page.isCredit(line)) ||
    aside.readFiling(line) ||
    aside.readDateline(line) ||
    aside.readByline(line) ||
    (captions && page.isPersonName(line) && line.length <= 48)
  );
}

/** What is read off an article line by line; a line may mean something else after another. */
class Reading {
  readonly #page: PageReader;
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

  constructor(page: PageReader, title: string | null = null) {
    this.#page = page;
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
    const labelled = this.#readFact(line);
    if (labelled) return labelled;
    if (this.readDateline(line)) return 'dateline';
    if (this.readByline(line)) return 'byline';
    if (this.#page.isCredit(line) && this.#title !== null) return 'caption';
    if (this.#title === null && kind !== 'heading' && isRunningText(line, isAlone))
      return 'paragraph';
    if (this.#title === null && line.length <= 300) return this.#readTitle(line);
    if (kind === 'heading') return 'heading';
    if (this.#readNames(line)) return 'byline';
    if (this.#page.isOpinionLabel(line) && line.length < 40) {
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
    const signed = isTail && this.#byline.length === 0 && this.#page.isByline(line);
    if (signed && this.readByline(line)) return 'byline';
    // at the very end, where the head names no day
    if (isTail && this.#published === null && this.readDateline(line)) return 'dateline';
    return line.length <= 240 && this.#page.isCredit(line) && !/[.!?]$/.test(line)
      ? 'caption'
      : null;
  }

  /**
   * A line of a labelled head, and its role. The label of a title opens such a head; after it others count,
   * which by themselves may be words of the article: "Source: talks failed".
   */
  #readFact(line: string): BlockRole | null {
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
    if (fact === 'authors') return this.#readLabelledAuthors(line, value) ? 'byline' : null;
    if (fact === 'outlet') this.#outlets.push(value);
    return fact === 'outlet' ? 'byline' : 'filing';
  }

  /** Names behind a label, which says that they are names. */
  #readLabelledAuthors(line: string, value: string): boolean {
    const names = this.#page.namesIn(value).filter((name) => /^\p{Lu}/u.test(name));
    return names.length > 0 && this.#takeAuthors(names, line);
  }

  #takeAuthors(names: readonly string[], line: string): true {
    this.#byline.push(...names.map((name) => ({ name, role: 'author' as const })));
    this.#bylinePrinted = line;
    return true;
  }

  #readTitle(line: string): BlockRole {
    if (this.#page.isOpinionLabel(line)) {
      this.#opinion = true;
      if (line.length < 40 && !/[|:–—-]\s*\S/.test(line)) return 'filing';
    }
    this.#title = line;
    return 'title';
  }

  /** `Ann Lee and Bo Berg`: names alone on a line. */
  #readNames(line: string): boolean {
    const names = this.#page.namesIn(line);
    const isByline =
      this.#byline.length === 0 &&
      names.every(this.#page.isPersonName) &&
      line.length <= 28 * names.length + 20;
    return isByline && this.#takeAuthors(names, line);
  }

  /** The name of the outlet alone on a line below the byline. */
  #readOutlet(line: string): boolean {
    const isOutlet =
      this.#byline.length > 0 && this.#outlets.length === 0 && this.#page.isOutletAlone(line);
    if (isOutlet) this.#outlets.push(line);
    return isOutlet;
  }

  readFiling(line: string): boolean {
    const filing = this.#page.filing(line);
    if (!filing) return false;
    const { name, values, isOpinion } = filing;
    this.#sections.push({ name, values });
    this.#opinion ||= isOpinion;
    return true;
  }

  /** `Wednesday, March 27, 2024`; `Harbour Post, December 08, 2018`; `Published: 8 December 2018 10:15 GMT`. */
  readDateline(line: string): boolean {
    const found = this.#page.dateLine(line);
    if (!found) return false;
    const { date, before, namesOutlet, isUpdate } = found;
    if (namesOutlet && this.#title === null && !this.#page.isOutletName(before)) return false;
    if (namesOutlet) this.#outlets.push(before);
    const edtf = edtfOf(date);
    if (edtf === null) return false;
    if (!isUpdate) this.#published ??= { edtf, printed: line };
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
    const desk = this.#page.desk(line);
    if (!desk) return false;
    this.#byline.push({ name: desk.name, role: 'desk' });
    this.#bylinePrinted = line;
    this.#outlets.push(desk.outlet);
    return true;
  }

  #readInterviewer(line: string): boolean {
    const name = this.#page.interviewer(line);
    if (!name) return false;
    this.#byline.push({ name, role: 'interviewer' });
    this.#interviewers.push(name);
    this.#bylinePrinted ??= line;
    return true;
  }

  #readPersonAndOutlet(line: string): boolean {
    const found = this.#title === null ? null : this.#page.personAndOutlet(line);
    if (!found) return false;
    this.#byline.push({ name: found.person, role: 'author' });
    this.#outlets.push(found.outlet);
    this.#bylinePrinted = line;
    return true;
  }

  /** `By Ann Lee and Bo Berg for the Harbour Post`. */
  #readAuthors(line: string): boolean {
    const authors = this.#page.authors(line);
    if (!authors) return false;
    this.#outlets.push(...authors.outlets);
    if (authors.people.length === 0) return false;
    for (const { name, isPerson } of authors.people)
      this.#byline.push({ name, role: isPerson ? 'author' : 'desk' });
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
    const isAlone = roles.length === 1;
    const isText = (i: number) => roles[i] !== 'heading' && isRunningText(at(lines, i), isAlone);
    const begun = roles.findIndex((role, i) => role === 'paragraph' && isText(i));
    const place = roles.findIndex(
      (role, i) =>
        i <= bodyStart &&
        (begun < 0 || i < begun || role === 'heading') &&
        (role === 'heading' || role === 'dek' || role === 'paragraph') &&
        at(lines, i).length <= 300 &&
        !isStamped(at(lines, i)) &&
        !isText(i),
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
    const found = this.#page.placeLine(paragraph);
    if (!found) return;
    const { printed, agency } = found;
    if (agency) this.#outlets.push(agency);
    const date = this.#page.fullDate(printed);
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
        answersAlone ||= this.#page.answersAlone(line);
      }
      if (rule === 'masthead') this.#outlets.unshift(line);
      if (!rule) continue;
      const outlet = this.#page.outletIn(rule, line);
      if (outlet) this.#outlets.push(outlet);
      authorNoted ||= rule === 'author-note';
      const name = this.#byline.length === 0 ? this.#page.authorIn(rule, line) : null;
      if (name) this.#byline.push({ name, role: 'author' });
    }
    if (answersAlone && authorNoted) this.#opinion = true;
  }

  #readRights(line: string): void {
    this.#statements.push(line);
    this.#holder ??= this.#page.rightsHolder(line);
  }
}
