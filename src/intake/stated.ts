/**
 * What a saved page states in places made for programs, held against what it prints: which is taken, and where they
 * disagree. What readers see comes first; of what only programs see, the places that are filled with most care.
 */
import type { PageReader } from '../languages/index.ts';
import { edtfBounds, edtfOf } from '../model/dates.ts';
import { MONTHS } from '../model/edtf/words.ts';
import { nameKey } from '../model/names.ts';
import type { StatedOnPage } from '../model/records.ts';
import { COMPANY } from './author-names.ts';
import { authorsOf } from './authors.ts';
import { titleForms } from './formats/html/title-block.ts';
import type { StatedFact } from './formats/format.ts';
import type { Disagreement, Metadata } from './printed.ts';

export interface Settled {
  meta: Metadata;
  stated: StatedOnPage[];
  disagreements: Disagreement[];
}

/** A tag as it is written: `en-GB` for `En-gb`; as it stands where it breaks the rules of tags. */
function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag;
  } catch {
    return tag;
  }
}

/** The language that a page states: BCP 47. */
export function statedLanguage(stated: readonly StatedFact[]): StatedFact | null {
  for (const one of stated) {
    if (one.fact !== 'language') continue;
    const tag = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.exec(one.value.trim())?.[0];
    if (tag) return { ...one, value: canonical(tag.replaceAll('_', '-')) };
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

/** Blanks, and the marks that part a line from the one below it. */
const PARTING = /[\s:|–—-]+/gu;

/** A printed title as the page states it where that alone has the mark which stands for the end of a line: `Ferries: …`. */
function withItsMarks(printed: string, titles: readonly StatedFact[]): string {
  const letters = printed.replace(PARTING, '');
  const same = titles
    .flatMap(({ value }) => titleForms(value))
    .find(
      (form) =>
        form.length > printed.length &&
        form.replace(PARTING, '') === letters &&
        form.startsWith(printed.slice(0, 1)) &&
        form.endsWith(printed.slice(-1)),
    );
  return same ?? printed;
}

/** Settles what is taken of what a page states. */
export function settle(meta: Metadata, all: readonly StatedFact[], page: PageReader): Settled {
  const of = (fact: StatedFact['fact']) => all.filter((one) => one.fact === fact);
  const printed = meta.blocks.some(({ role }) => role === 'title') ? meta.title : null;
  const title =
    (printed && withItsMarks(printed, of('title'))) ?? statedTitle(all)?.value ?? meta.title;
  const outlets = outletsOf(of('outlet'), of('title'), title, page);
  const authors = authorsOf(
    meta,
    of('author'),
    [...outlets, ...outlets.flatMap(partsOf), ...hostNames(of('address'))],
    page,
  );
  const published = publishedOf(meta, of('published'), page);
  const address = addressOf(of('address'));
  const captured = capturedOf(of('captured'), page);
  const taken = new Set([
    ...of('title').filter(({ value }) =>
      titleForms(value).some((form) => nameKey(form) === nameKey(title ?? '')),
    ),
    ...of('outlet').filter(({ value }) => ownName(value, of('outlet')) === outlets[0]),
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
    stated: all.map((one) => {
      const { fact, value, where } = one;
      return { fact, value, where, taken: taken.has(one) };
    }),
    disagreements: [authors.disagreement, published.disagreement].filter((one) => one !== null),
  };
}

/** What the host of an address is called: `post.example`, `post`. */
function hostNames(addresses: readonly StatedFact[]): string[] {
  const address = addressOf(addresses);
  const host = address === null ? null : new URL(address).hostname.replace(/^www\./, '');
  return host === null ? [] : [host, host.split('.').at(-2) ?? host];
}

/** The names in one that a site makes of its own and another: `Harbour | Bay Wire`, `Newsroom - Bay Wire`. */
const partsOf = (name: string): string[] => {
  const parts = name.split(/\s+[|–—-]\s+/);
  return parts.length > 1 ? parts : [];
};

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
/** What some pages give for their name: the country of an edition. */
const EDITION =
  /^(?:u\.?s\.?|usa|u\.?k\.?|e\.?u\.?|africa|asia|australia|canada|europe|india|america|international|global|world|[a-z]{2}[-_][a-z]{2})\.?$/i;

const isDomain = (name: string) => /^(?:www\.|https?:)|^[\w-]+(?:\.[\w-]+)+$/i.test(name.trim());

/** A name without marks of an address or an account; where it is put down as one word, as the page spells it elsewhere. */
function ownName(value: string, stated: readonly StatedFact[]): string {
  const name = value.trim().replace(/^@(?=\S+$)/, '');
  if (/^https?:/i.test(name) && URL.canParse(name))
    return new URL(name).hostname.replace(/^www\./, '');
  const letters = (of: string) => of.toLowerCase().replace(/\s/g, '');
  const spelled = /^\p{Ll}+$/u.test(name)
    ? stated.find((one) => /\s/.test(one.value.trim()) && letters(one.value) === letters(name))
    : undefined;
  return spelled?.value.trim() ?? name;
}

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
    (COMPANY.test(value) ? 5 : 0) +
    (PLATFORM.test(value.trim()) ? 20 : 0);
  const mayBeOutlet = (name: string): boolean =>
    !EDITION.test(name.trim()) && (title === null || nameKey(name) !== nameKey(title));
  const sorted = [...stated]
    .sort((a, b) => rank(a) - rank(b))
    .map(({ value }) => ownName(value, stated))
    .filter(mayBeOutlet);
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
  const mayBeBeside = (part: string) =>
    part !== '' && part.length <= 60 && !isViewOrSection(part) && !PLATFORM.test(part);
  // of a page whose heading says another thing, the window is called by its paper
  if (!after && !before && isOutlet(whole)) return whole;
  const sites = parts.filter(
    (part) => mayBeBeside(part) && !MONTH_ALONE.test(part) && !isSection(part),
  );
  return (after ? sites.at(-1) : sites[0]) ?? null;
}

/** The letters by which programs name the months. */
const SHORT_MONTHS = MONTHS.map((name) => name.slice(0, 3));

/** What programs write where no date was set: the first moment that they can count from. */
const UNSET = /^\s*(?:0000|0001-01-01|(?:1900|1970)-01-01[T ]00:00:00)/;

/** The day that a program's date names, as it is written there: in the zone of the page. */
function dayOf(value: string, page: PageReader): string | null {
  if (UNSET.test(value)) return null;
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
