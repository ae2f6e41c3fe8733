/**
 * What a captured text states of itself. In: the reading text and its blocks. Out: the part each block
 * plays, and title, byline, date, outlet, rights as they are printed.
 */
import type { Boilerplate, PageReader } from '../languages/index.ts';
import { nameKey } from '../model/names.ts';
import type { BlockRole } from '../model/records.ts';
import { at } from '../text/certain.ts';
import { isLongSentence, isProse, isSentence } from '../text/lines.ts';
import type { CleanBlock, CleanText } from './clean.ts';
import { Reading } from './head-reading.ts';
import { firstProse, opensConversation, signsOrDates, titleLine } from './head.ts';
import { isHeading } from './headings.ts';
import type { Metadata, RoledBlock } from './printed.ts';

/** Where the parts of an article are, before its lines are read. */
interface Plan {
  boilerplate: readonly (Boilerplate | null)[];
  /** The line that is the title, where there is one. */
  title: number | null;
  /** The first line of the running text. */
  bodyStart: number;
}

/**
 * Says what each block is, and reads the head and tail of the article; `page` knows its language. `title` is the one
 * that the source or its card states; `isPage` says that the source is a saved page.
 */
export function readMetadata(
  clean: CleanText,
  page: PageReader,
  { title = null, ...about }: { title?: string | null; isPage?: boolean } = {},
): Metadata {
  const lines = clean.blocks.map(({ start, end }) => clean.text.slice(start, end));
  const isPage = about.isPage ?? clean.blocks.some(({ role, aside }) => role ?? aside);
  const plan = isPage ? planOfPage(clean, lines, page) : planOfText(clean, lines, page, title);
  const { boilerplate, bodyStart } = plan;
  const readable = boilerplate.filter((one) => one === null).length;
  const reading = new Reading(page, lines[plan.title ?? -1] ?? (isPage ? title : null));
  const head = lines.slice(0, bodyStart);
  const below = readBelow(lines, boilerplate);
  const isTurn = isPage ? opensConversation(lines, page) : () => false;
  reading.expectSignature(head.some((line) => page.isByline(line)));
  const signature = signatureIn(lines, plan, page);
  const kept = lines.flatMap((_, i) => (boilerplate[i] ? [] : [i]));
  const foot = Math.min(kept.at(-TAIL) ?? 0, lines.length - TAIL);
  // whom or what the text tells of did not write it
  const isNamedAbove = (i: number) =>
    page
      .peopleInByline(at(lines, i))
      .some((name) => kept.some((k) => k < i && at(lines, k).includes(name)));
  const placeOf = (i: number, block: CleanBlock) => ({
    isTail: i >= lines.length - TAIL && !isBelowLink(boilerplate, i),
    isFoot: i >= foot,
    isSignature: i === signature,
    isSetOff:
      isPage &&
      i === kept.at(-1) &&
      (block.bold || block.italic) &&
      !block.inlines.some(({ mark }) => mark === 'link') &&
      !isNamedAbove(i),
  });
  const ownRoles = clean.blocks.map((block, i): BlockRole => {
    const { kind, role } = block;
    const line = at(lines, i);
    if (boilerplate[i]) return 'boilerplate';
    if (role) return reading.readMarked(role, line);
    if (i === plan.title) return 'title';
    if (i < bodyStart) {
      const place = { kind, isAlone: readable === 1, isAbove: i < (plan.title ?? 0) };
      return reading.headRole(line, place, below[i]);
    }
    // a question that is set as a heading above its answer
    if (kind === 'heading' && isTurn(line) && isTurn(below[i] ?? '')) return 'paragraph';
    return (
      roleByFormat(kind) ??
      reading.bodyRole(line, placeOf(i, block)) ??
      (!isPage && isHeading(lines, i, boilerplate, page) ? 'heading' : 'paragraph')
    );
  });
  const roles = reading.promoteTitle(lines, ownRoles, bodyStart);
  const firstLine = lines.find((_, i) => roles[i] === 'paragraph');
  if (firstLine !== undefined) reading.readPlaceLine(firstLine);
  reading.readTail(lines, boilerplate);

  const meta = reading.metadata(
    clean.blocks.map((block, i) => ({
      role: at(roles, i),
      start: block.start,
      end: block.end,
      inlines: block.inlines.flatMap(({ mark, ...place }) =>
        mark === 'attribute' ? [] : [{ ...place, mark }],
      ),
      source: block.source,
      bold: block.bold,
      italic: block.italic,
      ...reasonFor(at(roles, i), boilerplate[i] ?? null),
    })),
  );
  return isPage ? { ...meta, printedHead: edgesOf(lines, roles) } : meta;
}

/** First lines of the running text of which one may sign it, and last ones. */
const OPENING = 4;
const TAIL = 3;

/** A label, which says what the name behind it is for. */
const LABELLED = /^\p{L}[\p{L}/ ]{2,19}: /u;

/** The line of the running text that signs it; none where others sign parts of it, or what is linked between them. */
function signatureIn(
  lines: readonly string[],
  { boilerplate, bodyStart }: Plan,
  page: PageReader,
): number {
  const body = lines.flatMap((_, i) => (i >= bodyStart && !boilerplate[i] ? [i] : []));
  const isTail = (k: number) => k >= body.length - TAIL;
  const [signed, ...more] = body.flatMap((i, k) => {
    const line = at(lines, i);
    const mayBe = k < OPENING || isTail(k) || LABELLED.test(line);
    return page.signs(line) ? [{ i, mayBe }] : [];
  });
  const isAlone = signed !== undefined && more.length === 0 && signed.mayBe;
  return isAlone && !isBelowLink(boilerplate, signed.i) ? signed.i : -1;
}

/** Whether a line stands right below the link to another article. */
const isBelowLink = (boilerplate: Plan['boilerplate'], i: number): boolean =>
  boilerplate[i - 1]?.rule === 'page-related';

/** For each line the next one below it that is read. */
function readBelow(
  lines: readonly string[],
  boilerplate: Plan['boilerplate'],
): (string | undefined)[] {
  const below: (string | undefined)[] = [];
  let next: string | undefined;
  for (let i = lines.length - 1; i >= 0; i--) {
    below[i] = next;
    if (!boilerplate[i]) next = lines[i];
  }
  return below;
}

/** Of a text, whose lines alone tell. */
function planOfText(
  clean: CleanText,
  lines: readonly string[],
  page: PageReader,
  known: string | null,
): Plan {
  const found = page.boilerplate(clean);
  const bodyStart = firstProse(lines, found, page);
  const kinds = clean.blocks.map(({ kind }) => kind);
  const same = known === null ? '' : nameKey(known);
  const printed = lines.findIndex(
    (line, i) => i < bodyStart && same !== '' && nameKey(line) === same,
  );
  const title = printed >= 0 ? printed : titleLine(lines, kinds, found, page, bodyStart);
  // `Opinion` between other sections says nothing of this article
  const isInMenu = (i: number): boolean =>
    [i - 1, i + 1].every((k) => k !== title && page.isSectionName(lines[k] ?? ''));
  const isFollowed = (i: number): boolean =>
    page.isNameAlone(lines[i] ?? '') && page.isFollowButton(lines[i + 1] ?? '');
  const boilerplate = found.map((one, i) =>
    one === null &&
    title !== null &&
    i < title &&
    ((isFurniture(lines[i] ?? '', page) && !isFollowed(i)) || isInMenu(i))
      ? ABOVE
      : one,
  );
  return { boilerplate, title, bodyStart };
}

/** Of a saved page, which marks its title and what is no part of the article. */
function planOfPage(clean: CleanText, lines: readonly string[], page: PageReader): Plan {
  const boilerplate = ofPage(clean, page);
  const titled = clean.blocks.findIndex(({ role }) => role === 'title');
  const bodyStart = firstText(clean, lines, boilerplate, titled);
  return { boilerplate, title: titled < 0 ? null : titled, bodyStart };
}

/** What is no part of the article: by the format, and of the rest by its words. */
function ofPage(clean: CleanText, page: PageReader): (Boilerplate | null)[] {
  const kept = clean.blocks.flatMap(({ aside }, i) => (aside ? [] : [i]));
  const own = page.boilerplate({
    text: clean.text,
    blocks: kept.map((i) => at(clean.blocks, i)),
  });
  const all = clean.blocks.map(({ aside }): Boilerplate | null => aside ?? null);
  for (const i of [...signedAbove(clean, page), ...signedNear(clean, page)]) all[i] = null;
  for (const [k, i] of kept.entries())
    if (clean.blocks[i]?.role !== 'title') all[i] = own[k] ?? null;
  return all;
}

/** Lines above the title among which a page may say who wrote it. */
const MOST_ABOVE = 8;

/** Lines right above the title that name who wrote it, each with a button to follow them or with the day. */
function signedAbove({ text, blocks }: CleanText, page: PageReader): number[] {
  const title = blocks.findIndex(({ role }) => role === 'title');
  const from = Math.max(0, title - MOST_ABOVE);
  const above = blocks.slice(from, Math.max(0, title)).map(({ start, end, aside }, k) => ({
    i: from + k,
    line: text.slice(start, end),
    isFree: aside?.rule === 'page-outside' || aside?.rule === 'page-controls',
  }));
  const names = above.filter(({ line, isFree }) => isFree && page.isNameAlone(line));
  const dated = above.filter(({ line, isFree }) => isFree && page.dateLine(line) !== null);
  const isFollowed = above.some(({ line }) => page.isFollowButton(line));
  const isSigned = names.length > 0 && (dated.length > 0 || isFollowed);
  return isSigned ? [...names, ...dated].map(({ i }) => i) : [];
}

/** Lines above the title and below it among which one signs the article that stands among buttons and links. */
const NEAR_ABOVE = 1;
const NEAR_BELOW = 5;
/** What is signed by others, or is no part of the page that readers see. */
const OF_OTHERS = /^page-(?:comments|hidden|navigation|advertisement|times|repeated)$/;

/** A line beside the title that says by whom and no more, where the page names nobody in the head of the article. */
function signedNear({ text, blocks }: CleanText, page: PageReader): number[] {
  const title = blocks.findIndex(({ role }) => role === 'title');
  if (title < 0 || blocks.some(({ role }) => role === 'byline')) return [];
  const lines = blocks
    .slice(0, title + 1 + NEAR_BELOW)
    .map(({ start, end }) => text.slice(start, end));
  const opens = lines.findIndex((line, i) => i > title && !blocks[i]?.aside && isProse(line));
  const near = lines.flatMap((line, i) => {
    const rule = blocks[i]?.aside?.rule;
    const isNear = i >= title - NEAR_ABOVE && (opens < 0 || i < opens);
    const mayBe = isNear && rule !== undefined && !OF_OTHERS.test(rule);
    return mayBe && page.signs(line) ? [i] : [];
  });
  return near.length === 1 ? near : [];
}

/** Where the text of a page begins: below its title, the first sentence that the page does not mark as of its head. */
function firstText(
  { blocks }: CleanText,
  lines: readonly string[],
  boilerplate: readonly (Boilerplate | null)[],
  title: number,
): number {
  const found = lines.findIndex(
    (line, i) =>
      i > title &&
      !boilerplate[i] &&
      !blocks[i]?.role &&
      (isProse(line) ||
        isLongSentence(line) ||
        blocks[i]?.kind === 'quote' ||
        // a piece without a title has no head above its first sentence
        (title < 0 && line.length >= 40 && isSentence(line))),
  );
  return found >= 0 ? found : lines.length;
}

/** Lines above the text, its first paragraph and its last ones. */
function edgesOf(lines: readonly string[], roles: readonly BlockRole[]): string {
  const kept = lines.filter((_, i) => roles[i] !== 'boilerplate' && roles[i] !== 'title');
  const first = lines.findIndex((_, i) => roles[i] === 'paragraph');
  const above = lines.filter(
    (_, i) => i <= first && roles[i] !== 'boilerplate' && roles[i] !== 'title',
  );
  const marked = lines.filter((_, i) => roles[i] === 'byline');
  return [...above, ...marked, ...kept.slice(-3)].join('\n');
}

const ABOVE: Boilerplate = { why: 'a line of the page above the title', rule: 'above-title' };

/** Whether a line above the title says nothing of the article: it neither dates, signs nor files it. */
const isFurniture = (line: string, page: PageReader): boolean =>
  !signsOrDates(page, line) &&
  !page.isOpinionLabel(line) &&
  !page.isCredit(line) &&
  page.filing(line) === null;

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
