/**
 * What a saved page states in places made for programs, held against what it prints: which is taken, and where they
 * disagree. What readers see comes first; of what only programs see, the places that are filled with most care.
 */
import type { PageReader } from '../languages/index.ts';
import { edtfBounds, edtfOf } from '../model/dates.ts';
import { MONTHS } from '../model/edtf/words.ts';
import { nameKey } from '../model/names.ts';
import type { StatedOnPage } from '../model/records.ts';
import { titleForms } from './formats/html/index.ts';
import type { StatedFact } from './formats/format.ts';
import type { Metadata, PrintedByline } from './printed.ts';

/** A fact of which a page states two. */
export interface Disagreement {
  fact: StatedOnPage['fact'];
  /** What is taken and where it stands; then the others. */
  taken: { value: string; where: string };
  others: { value: string; where: string }[];
}

export interface Settled {
  meta: Metadata;
  stated: StatedOnPage[];
  disagreements: Disagreement[];
}

/** The language that a page states: BCP 47. */
export function statedLanguage(stated: readonly StatedFact[]): StatedFact | null {
  for (const one of stated) {
    if (one.fact !== 'language') continue;
    const tag = /^([a-z]{2,3})(?:[-_]([a-z0-9]{2,8}))*$/i.exec(one.value.trim())?.[0];
    if (tag) return { ...one, value: tag.replaceAll('_', '-') };
  }
  return null;
}

/** The title that a page states, without the name of its site. */
export function statedTitle(stated: readonly StatedFact[]): StatedFact | null {
  const titles = stated.filter(({ fact }) => fact === 'title');
  const best =
    titles.find(({ where }) => where === 'JSON-LD headline') ??
    titles.find(({ where }) => where === 'citation_title') ??
    titles[0];
  if (!best) return null;
  const sites = new Set(
    stated.flatMap(({ fact, value }) => (fact === 'outlet' ? [nameKey(value)] : [])),
  );
  const cut = titleForms(best.value).find(
    (form) =>
      form !== best.value &&
      [...sites].some((site) => nameKey(best.value.replace(form, '')).includes(site)),
  );
  return { ...best, value: cut ?? best.value };
}

/** Settles what is taken of what a page states. */
export function settle(meta: Metadata, all: readonly StatedFact[], page: PageReader): Settled {
  const of = (fact: StatedFact['fact']) => all.filter((one) => one.fact === fact);
  const printed = meta.blocks.some(({ role }) => role === 'title') ? meta.title : null;
  const title = printed ?? statedTitle(all)?.value ?? meta.title;
  const outlets = outletsOf(of('outlet'), of('title'), title, page);
  const authors = authorsOf(meta, of('author'), outlets, page);
  const published = publishedOf(meta, of('published'), page);
  const address = addressOf(of('address'));
  const captured = capturedOf(of('captured'), page);
  const taken = new Set([
    ...of('title').filter(({ value }) =>
      titleForms(value).some((form) => nameKey(form) === nameKey(title ?? '')),
    ),
    ...of('outlet').filter(({ value }) => value === outlets[0]),
    ...of('author').filter(({ where }) => authors.where.includes(where)),
    ...published.from,
    ...of('address').filter(({ value }) => value === address),
    ...of('captured').filter(({ value }) => value === captured?.printed),
    ...of('description').filter(({ value }) => value === meta.dek),
  ]);
  return {
    meta: {
      ...meta,
      title,
      byline: authors.byline,
      outlets: [...new Set([...outlets, ...meta.outlets])],
      published: published.date,
      original: address,
      captured,
    },
    stated: all.map((one) => ({ ...one, taken: taken.has(one) })),
    disagreements: [authors.disagreement, published.disagreement].filter((one) => one !== null),
  };
}

/** When the page was saved, as the program that saved it notes. */
function capturedOf(
  stated: readonly StatedFact[],
  page: PageReader,
): NonNullable<Metadata['captured']> | null {
  for (const { value, where } of stated) {
    const edtf = dayOf(value, page);
    if (edtf !== null) return { edtf, printed: value, where };
  }
  return null;
}

/** Where many publish under names of their own: the name of the platform says least of who did. */
const PLATFORM =
  /^(?:medium|substack|blogger|blogspot|wordpress(?:\.com)?|tumblr|ghost|beehiiv|patreon|linkedin|facebook|twitter|x|x \(formerly twitter\)|youtube|flipboard|google docs)$/i;
const isDomain = (name: string) => /^(?:www\.|https?:)|^[\w-]+(?:\.[\w-]+)+$/i.test(name.trim());

/** Names of the outlet, best first; where nothing else names it, what stands beside the title in `<title>`. */
function outletsOf(
  stated: readonly StatedFact[],
  titles: readonly StatedFact[],
  title: string | null,
  page: PageReader,
): string[] {
  const order = ['og:site_name', 'JSON-LD publisher', 'JSON-LD WebSite'];
  const rank = ({ where, value }: StatedFact) =>
    (order.includes(where) ? order.indexOf(where) : order.length) +
    (isDomain(value) ? 10 : 0) +
    (PLATFORM.test(value.trim()) ? 20 : 0);
  const sorted = [...stated].sort((a, b) => rank(a) - rank(b)).map(({ value }) => value);
  const isNamed = sorted.some((name) => !PLATFORM.test(name.trim()));
  const beside = isNamed ? null : besideTitle(titles, title, page);
  return [...new Set([...(beside === null ? [] : [beside]), ...sorted])].slice(0, 6);
}

/** Marks with which pages part their title from the name of their site. */
const PARTED = /\s+[|–—•·:»-]+\s+|\s*_+\s*/;
const MONTH_ALONE = new RegExp(`^(?:${MONTHS.join('|')})\\w*,? \\d{4}$`, 'i');

/**
 * The name that stands beside the title in `<title>`: of several the one farthest from it that is no section, view of
 * the page, date, platform or name of a person who wrote it.
 */
function besideTitle(
  titles: readonly StatedFact[],
  title: string | null,
  { isSectionName: isSection, isOutletName: isOutlet, isViewOrSection }: PageReader,
): string | null {
  const whole = titles.find(({ where }) => where === '<title>')?.value;
  if (!whole || title === null) return null;
  const after = whole.startsWith(title)
    ? /^(?:\s+[|–—•·:»-]+\s+|\s*_+\s*)(.+)$/.exec(whole.slice(title.length))
    : null;
  const before = whole.endsWith(title)
    ? /^(.+?)(?:\s+[|–—•·:»-]+|:)\s+$/.exec(whole.slice(0, -title.length))
    : null;
  const parts = (after?.[1] ?? before?.[1] ?? '').split(PARTED).map((part) => part.trim());
  const isSite = (part: string) =>
    part !== '' && part.length <= 60 && !isViewOrSection(part) && !PLATFORM.test(part);
  // of a page whose heading says another thing, the window is called by its paper
  if (!after && !before && isOutlet(whole)) return whole;
  const sites = parts.filter((part) => isSite(part) && !MONTH_ALONE.test(part) && !isSection(part));
  return (after ? sites.at(-1) : sites[0]) ?? null;
}

interface NameList {
  where: string;
  names: string[];
}

function authorsOf(
  meta: Metadata,
  stated: readonly StatedFact[],
  outlets: readonly string[],
  page: PageReader,
): { byline: PrintedByline[]; where: string[]; disagreement: Disagreement | null } {
  const sites = new Set(outlets.map(nameKey));
  const lists: NameList[] = [];
  for (const { value, where } of stated) {
    const names = namesOf(value, page).filter((name) => !sites.has(nameKey(name)));
    const list = lists.find((one) => one.where === where);
    if (list)
      list.names.push(
        ...names.filter((name) => !list.names.some((other) => nameKey(other) === nameKey(name))),
      );
    else lists.push({ where, names });
  }
  const people = lists.filter(({ names }) => names.length > 0);
  const printed = meta.byline.filter(({ role }) => role === 'author').map(({ name }) => name);
  const shown = ` ${nameKey(meta.printedHead ?? '')} `;
  const isShown = (name: string) => shown.includes(nameKey(name));
  const candidates = people.filter(({ names }) => names.every(isShown));
  if (printed.length > 0) candidates.push({ where: 'as printed', names: printed });
  const longest = candidates.reduce<NameList | null>(
    (best, one) => (!best || one.names.length > best.names.length ? one : best),
    null,
  );
  const isPerson = ({ names }: NameList) => names.some((name) => page.isPersonName(name));
  const chosen = longest ?? people.find(isPerson) ?? people[0] ?? null;
  if (!chosen || meta.byline.some(({ role }) => role === 'interviewer'))
    return { byline: meta.byline, where: [], disagreement: null };
  // the page prints the name in capitals, and states elsewhere how it is spelled
  const spelled = (name: string): string =>
    name === name.toUpperCase()
      ? (people
          .flatMap(({ names }) => names)
          .find((other) => nameKey(other) === nameKey(name) && other !== other.toUpperCase()) ??
        name)
      : name;
  const keys = new Set(chosen.names.map(nameKey));
  const same = (one: NameList) => one.names.every((name) => keys.has(nameKey(name)));
  const others = people.filter((one) => isPerson(one) && !same(one));
  const desks = meta.byline.filter(
    ({ role, name }) => role !== 'author' && !keys.has(nameKey(name)),
  );
  return {
    byline: [
      ...chosen.names.map((name): PrintedByline => ({
        name: spelled(name),
        role: page.isPersonName(name) || chosen.where !== 'as printed' ? 'author' : 'desk',
      })),
      ...(longest ? desks : []),
    ],
    where: people.filter(same).map(({ where }) => where),
    disagreement:
      others.length === 0
        ? null
        : {
            fact: 'author',
            taken: { value: chosen.names.join(', '), where: chosen.where },
            others: others.map(({ names, where }) => ({ value: names.join(', '), where })),
          },
  };
}

/** Names in what a page gives as its author: no addresses, and of a list with titles only the names of people. */
function namesOf(value: string, page: PageReader): string[] {
  const line = value.replace(/\s*[<(]?\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+[>)]?/g, '').trim();
  if (line === '' || /^https?:|^@|^\d+$|^\/\//i.test(line)) return [];
  const read = page.isByline(line) ? page.authors(line)?.people.map(({ name }) => name) : null;
  if (read && read.length > 0) return read;
  const names = page
    .namesIn(line)
    .map((name) => name.trim())
    .filter((name) => /\p{L}/u.test(name) && !/^https?:|^@/i.test(name) && !LABEL.test(name));
  const people = names.filter((name) => page.isPersonName(name));
  if (names.length > 1 && people.length > 0) return people;
  if (names.length > 0) return names;
  return LABEL.test(line) ? [] : [line];
}

/** A label with words behind it that are not understood is nobody's name: `Photographs: …`, `… · …`. */
const LABEL = /:\s|\s[·|]\s/;

/** The letters by which programs name the months. */
const SHORT_MONTHS = MONTHS.map((name) => name.slice(0, 3));

/** The day that a program's date names, as it is written there: in the zone of the page. */
function dayOf(value: string, page: PageReader): string | null {
  const [, year, month, day] =
    /^\s*(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?!\d)/.exec(value) ??
    /^\s*((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/.exec(value) ??
    [];
  const edtf =
    year && [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-');
  if (edtf) return edtfBounds(edtf) ? edtf : null;
  // as programs of mail and JavaScript write it: `Fri, 01 Mar 2024 10:00:00 GMT`, `Fri Mar 01 2024 10:00:00 GMT+0100`
  const [, a, name, b] = /^\s*(?:\w{3},?\s+)?(\d{1,2})\s+(\w{3})\w*\s+(\d{4})\b/.exec(value) ?? [];
  const [, name2, d2, y2] = /^\s*(?:\w{3}\s+)?(\w{3})\s+(\d{1,2}),?\s+(\d{4})\b/.exec(value) ?? [];
  const at = SHORT_MONTHS.indexOf(name ?? name2 ?? '');
  if (at >= 0) {
    const made = `${b ?? y2}-${String(at + 1).padStart(2, '0')}-${(a ?? d2 ?? '').padStart(2, '0')}`;
    return edtfBounds(made) ? made : null;
  }
  const printed = page.fullDate(value);
  return printed ? edtfOf(printed) : null;
}

interface Dated {
  edtf: string;
  one: StatedFact;
}

const DAY = 86_400_000;
const apart = (a: string, b: string): number =>
  Math.abs(Date.parse(`${a}T00:00:00Z`) - Date.parse(`${b}T00:00:00Z`)) / DAY;
const isWhole = (edtf: string) => /^\d{4}-\d{2}-\d{2}$/.test(edtf);

function publishedOf(
  meta: Metadata,
  stated: readonly StatedFact[],
  page: PageReader,
): { date: Metadata['published']; from: StatedFact[]; disagreement: Disagreement | null } {
  const dated = stated.flatMap((one): Dated[] => {
    const edtf = dayOf(one.value, page);
    return edtf === null ? [] : [{ edtf, one }];
  });
  const order = ({ one: { where } }: Dated) => {
    if (where === 'JSON-LD datePublished') return 0;
    if (where === '<time>') return 3;
    return where === 'date' ? 2 : 1;
  };
  const [best] = [...dated].sort(
    (a, b) => Number(isWhole(b.edtf)) - Number(isWhole(a.edtf)) || order(a) - order(b),
  );
  const printed = meta.published;
  if (!best) return { date: printed, from: [], disagreement: null };
  // a program's day may be that of another zone: the day that is printed is the page's
  const nearby =
    printed && isWhole(printed.edtf) && isWhole(best.edtf) && apart(printed.edtf, best.edtf) === 1;
  const taken = nearby ? printed.edtf : best.edtf;
  const from = dated.filter(({ edtf }) => edtf === taken).map(({ one }) => one);
  const others = [
    ...dated
      .filter(({ edtf }) => edtf !== taken && !taken.startsWith(edtf) && !nearTo(edtf, taken))
      .map(({ one }) => one),
    ...(printed && printed.edtf !== taken && !nearTo(printed.edtf, taken)
      ? [{ value: printed.printed, where: 'as printed' }]
      : []),
  ];
  return {
    date: nearby ? printed : { edtf: taken, printed: best.one.value, where: best.one.where },
    from,
    disagreement:
      others.length === 0
        ? null
        : {
            fact: 'published',
            taken: nearby
              ? { value: printed.printed, where: 'as printed' }
              : { value: best.one.value, where: best.one.where },
            others: others.map(({ value, where }) => ({ value, where })),
          },
  };
}

const nearTo = (a: string, b: string) => isWhole(a) && isWhole(b) && apart(a, b) <= 1;

/** The address of the page: not that of the whole site, and none of a file. */
function addressOf(stated: readonly StatedFact[]): string | null {
  const order = ['canonical link', 'og:url', 'JSON-LD url'];
  const rank = ({ where }: StatedFact) =>
    order.includes(where) ? order.indexOf(where) : order.length;
  const saved = stated.find(
    ({ where, value }) => !order.includes(where) && URL.canParse(value),
  )?.value;
  const urls = [...stated]
    .sort((a, b) => rank(a) - rank(b))
    .flatMap(({ value }) => {
      if (URL.canParse(value)) return [new URL(value)];
      return saved !== undefined && URL.canParse(value, saved) ? [new URL(value, saved)] : [];
    })
    .filter(({ protocol, hostname }) => /^https?:$/.test(protocol) && hostname.includes('.'));
  const page = urls.find(({ pathname, search }) => pathname.length > 1 || search !== '');
  return (page ?? urls[0])?.href ?? null;
}
