/** What the lines of an article's head and tail say, one after the other. */
import type { Boilerplate, PageReader } from '../languages/index.ts';
import { edtfOf } from '../model/dates.ts';
import type { BlockRole } from '../model/records.ts';
import { at } from '../text/certain.ts';
import { isLongSentence, isProse, isRunningText } from '../text/lines.ts';
import { headFact } from './formats/labelled-head.ts';
import type { Metadata, PrintedByline, RoledBlock } from './printed.ts';

/** A line that begins with the time of a recording is no title, even where none stands above it. */
export const isStamped = (line: string): boolean => /^\[\d{1,2}:\d\d(?::\d\d)?\]\s/.test(line);

/** Characters of the longest label that stands alone: `Written by`. */
const LONGEST_LABEL = 14;

/** Two sentences, or a long one: what introduces a conversation. */
const isIntroduction = (line: string): boolean =>
  /[.…]$/.test(line) && (/[.!?…] \p{Lu}/u.test(line) || line.split(' ').length > 12);

/** A time of day with a few words, and no sentence: `Updated 9:40 a.m. CET`. */
const isOfTime = (line: string): boolean =>
  /\b\d{1,2}[:.]\d{2}\b/.test(line) && line.split(' ').length <= 7 && !/\w{3}[.!?]$/.test(line);

const dates = (page: PageReader, line: string | undefined): boolean =>
  line !== undefined && !isLongSentence(line) && page.dateLine(line) !== null;

/** Where a line of the running text stands. */
interface BodyPlace {
  /** Among the last three of the source, or of what is no boilerplate. */
  isTail: boolean;
  isFoot: boolean;
  /** The one that signs the text, among the first or the last. */
  isSignature: boolean;
  /** The last of a saved page, and set in bold or in italics. */
  isSetOff: boolean;
}

/** What is read off an article line by line; a line may mean something else after another. */
export class Reading {
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
  /** Whether the date stands above the title, where pages print that of the day. */
  #isOfPage = false;
  /** Whether the head holds a line that says by whom. */
  #isSigned = false;
  /** Whether the line above was `By` and no more. */
  #isNamed = false;
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

  /** Whether a line of the head says by whom: then a name alone is nobody's who wrote it. */
  expectSignature(isSigned: boolean): void {
    this.#isSigned = isSigned;
  }

  /** The role of a line above the running text; `next` is the line below it. */
  headRole(
    line: string,
    { kind, isAlone, isAbove }: { kind: string; isAlone: boolean; isAbove: boolean },
    next: string | undefined,
  ): BlockRole {
    if (this.readFiling(line)) return 'filing';
    const labelled = this.#readFact(line);
    if (labelled) return labelled;
    const signed = this.#readSignature(line, next, isAbove);
    if (signed) return signed;
    if (this.#page.isCredit(line) && this.#title !== null) return 'caption';
    if (this.#title === null) return this.#firstRole(line, kind, isAlone, next);
    if (this.#isOpinionLabel(line)) return 'filing';
    if (kind === 'heading') return 'heading';
    if (this.#page.isCalling(line) && (this.#byline.length > 0 || this.#isSigned)) return 'byline';
    if (this.#readNames(line, isAbove)) return 'byline';
    if (this.#readOutlet(line) || this.#readNobody(line, next)) return 'byline';
    if (this.#dek === null && this.#isStandfirst(line)) {
      this.#dek = line;
      return 'dek';
    }
    return 'paragraph';
  }

  /** By whom or when, in one line, in several parts of it, or in a label and the line below. */
  #readSignature(line: string, next: string | undefined, isAbove: boolean): BlockRole | null {
    if (this.#readParts(line)) return 'byline';
    const dated = this.readDateline(line, isAbove || this.#title === null);
    const names = dated && !this.#page.isByline(line) ? false : this.readByline(line);
    if (names && !dated) this.#readDay(line);
    if (names) return 'byline';
    if (dated) return 'dateline';
    if (this.#isNamed) {
      this.#isNamed = false;
      if (this.#readNames(line)) return 'byline';
    }
    // `By`, and the name on the next line
    if (line.length > LONGEST_LABEL || next === undefined) return null;
    if (!this.#page.isByline(`${line} ${next}`) || this.#page.isByline(next)) return null;
    this.#isNamed = true;
    this.#isSigned = false;
    return 'byline';
  }

  /** `Ann Lee | Harbour Post | 3 May 2021`: every part says by whom, for whom or when. */
  #readParts(line: string): boolean {
    const parts = line.split(/\s*[|·•∙]\s*/).filter(Boolean);
    if (parts.length < 2 || parts.length > 5) return false;
    if (this.#title === null || this.#page.isByline(line)) return false;
    const aside = new Reading(this.#page, '');
    const kinds = parts.map((part) => {
      if (aside.readDateline(part)) return 'date';
      if (this.#page.isCalling(part)) return 'calling';
      if (this.#page.isOutletName(part)) return 'outlet';
      return this.#page.isNameAlone(part) ? 'name' : null;
    });
    if (kinds.includes(null) || !(kinds.includes('date') || kinds.includes('name'))) return false;
    const names = parts.filter((_, i) => kinds[i] === 'name');
    for (const [i, part] of parts.entries()) {
      if (kinds[i] === 'date') this.readDateline(part);
      if (kinds[i] === 'outlet') this.#outlets.push(part);
    }
    if (names.length > 0 && this.#byline.length === 0) this.#takeAuthors(names, line);
    return true;
  }

  #firstRole(line: string, kind: string, isAlone: boolean, next: string | undefined): BlockRole {
    const isText = isRunningText(line, isAlone) || this.#introduces(line, next);
    if (kind !== 'heading' && isText) return 'paragraph';
    return line.length <= 300 ? this.#readTitle(line) : 'paragraph';
  }

  /** Whether a line introduces the conversation that begins below it. */
  #introduces(line: string, next: string | undefined): boolean {
    return next !== undefined && this.#page.isSpeakerLabel(next) && isIntroduction(line);
  }

  #isOpinionLabel(line: string): boolean {
    const isOne = this.#page.isOpinionLabel(line) && line.length < 40;
    this.#opinion ||= isOne;
    return isOne;
  }

  /** A line of the head that is long enough; words of somebody are read for claims, wherever they stand. */
  #isStandfirst(line: string): boolean {
    if (line.length < 20 || isOfTime(line)) return false;
    return isProse(line) || /[.!?] \p{Lu}/u.test(line) ? !/["“”«»„]/.test(line) : true;
  }

  /** Reads a line whose part is known from how it is marked; the part it plays. */
  readMarked(role: BlockRole, line: string): BlockRole {
    // in the box of the first picture
    if (role === 'caption' && this.#byline.length === 0 && this.#page.signs(line))
      return this.readByline(line) ? 'byline' : role;
    if (role === 'byline' && !this.readByline(line) && !this.#readNames(line))
      this.#readPeople(line);
    if ((role === 'byline' || role === 'dateline') && !this.readDateline(line)) this.#readDay(line);
    if (role === 'dek') this.#dek ??= line;
    return role;
  }

  /** The role of a line of the running text; null where it is plain. */
  bodyRole(line: string, { isTail, isFoot, isSignature, isSetOff }: BodyPlace): BlockRole | null {
    if (this.#readInterviewer(line)) return 'byline';
    // a name beside the date may be that of whoever put the article up
    if (isSignature && !this.#page.isByline(this.#bylinePrinted ?? '')) this.#byline = [];
    const mayBe = isSignature || (isTail && this.#page.isByline(line));
    if (this.#byline.length === 0 && mayBe && this.readByline(line)) return 'byline';
    if (this.#byline.length === 0 && isSetOff && this.#readSetOff(line)) return 'byline';
    // at the very end, where the head names no day
    if (isFoot && this.#published === null && this.readDateline(line)) return 'dateline';
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
    if (fact === 'day') return this.readDateline(value) ? 'dateline' : null;
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

  /** `Ann Lee and Bo Berg`: names alone on a line; above the title each may have its own. */
  #readNames(line: string, isAbove = false): boolean {
    // a button that follows the name without a blank
    const words = line.replace(/(?<=\p{Ll})Follow(?:ing)?$/u, '');
    const names = this.#page.namesIn(words).filter((name) => !this.#page.isCalling(name));
    const isByline =
      (this.#byline.length === 0 || isAbove) &&
      !this.#isSigned &&
      names.length > 0 &&
      names.every(this.#page.isNameAlone) &&
      line.length <= 28 * names.length + 20;
    return isByline && this.#takeAuthors(names, line);
  }

  /** Names and nothing else, in a line that is set off from the text above it. */
  #readSetOff(line: string): boolean {
    const names = this.#page.peopleInByline(line);
    const isAll =
      names.reduce((rest, name) => rest.replace(name, ''), line).length <= 6 * (names.length - 1);
    const isNobody = names.some(
      (name) =>
        !this.#page.isSurelyPerson(name) ||
        this.#page.isOrganisation(name) ||
        this.#page.isOutletName(name),
    );
    return names.length > 0 && isAll && !isNobody && this.#takeAuthors(names, line);
  }

  /** Names among callings, places and agencies, in a line that the page calls the by-line. */
  #readPeople(line: string): void {
    const names = this.#page.peopleInByline(line);
    const isRow = line.length <= 40 * names.length + 60;
    if (this.#byline.length === 0 && names.length > 0 && isRow) this.#takeAuthors(names, line);
  }

  /** The name of the outlet alone on a line below the byline. */
  #readOutlet(line: string): boolean {
    const isOutlet =
      this.#byline.length > 0 && this.#outlets.length === 0 && this.#page.isOutletAlone(line);
    if (isOutlet) this.#outlets.push(line);
    return isOutlet;
  }

  /** An agency above the date (`Associated Bay Press`), or staff without names: `Tribune staff report`. */
  #readNobody(line: string, next: string | undefined): boolean {
    if (this.#byline.length > 0 || this.#isSigned || line.length > 60) return false;
    const isAgency = this.#page.isOutletAlone(line) && dates(this.#page, next);
    if (!isAgency && !this.#page.isStaff(line)) return false;
    this.#byline.push({ name: line, role: 'desk' });
    this.#bylinePrinted = line;
    if (isAgency) this.#outlets.push(line);
    return true;
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
  readDateline(line: string, isAbove = false): boolean {
    const found = this.#page.dateLine(line);
    if (!found) return false;
    const { date, before, namesOutlet, isUpdate } = found;
    if (namesOutlet && this.#title === null && !this.#page.isOutletName(before)) return false;
    if (namesOutlet) this.#readBesideDate(before, line);
    const edtf = edtfOf(date);
    if (edtf === null) return false;
    if (isUpdate && this.#published !== null && !this.#isOfPage) return true;
    if (this.#published === null || (this.#isOfPage && !isAbove)) {
      this.#published = { edtf, printed: line };
      this.#isOfPage = isAbove || isUpdate;
    }
    return true;
  }

  /** Before a date stands for whom or by whom: `Harbour Post`, `Ann Lee`, `Ann Lee, Harbour Post`, `By Ann Lee`. */
  #readBesideDate(before: string, line: string): void {
    if (this.#page.isByline(before)) return;
    if (this.#byline.length === 0 && this.#readPersonAndOutlet(before)) return;
    const isName = this.#page.isPersonName(before) && !this.#page.isOutletName(before);
    if (!isName) this.#outlets.push(before);
    else if (this.#byline.length === 0) this.#takeAuthors([before], line);
  }

  /** The day in a line of which a page says that it dates or signs the article, whatever else it says. */
  #readDay(line: string): void {
    const date = this.#page.fullDate(line);
    const edtf = date && edtfOf(date);
    if (edtf) this.#published ??= { edtf, printed: line };
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
    const isText = (i: number) =>
      roles[i] !== 'heading' &&
      (isRunningText(at(lines, i), isAlone) || this.#introduces(at(lines, i), lines[i + 1]));
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
