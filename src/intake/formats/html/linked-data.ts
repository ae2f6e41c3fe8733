/** The article that a page describes in JSON-LD with the words of schema.org. */

interface LinkedAuthor {
  name: string;
  isOrganisation: boolean;
}

export interface LinkedData {
  article: {
    headline: string | null;
    description: string | null;
    authors: LinkedAuthor[];
    publisher: string | null;
    published: string | null;
    address: string | null;
    language: string | null;
    /** The words of the article, as far as they are stated. */
    body: string | null;
  } | null;
  /** Name of the site. */
  site: string | null;
}

type Thing = Record<string, unknown>;

const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] => {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as unknown[]) : [value];
};
const typesOf = (thing: Thing): string[] =>
  listOf(thing['@type']).filter((type): type is string => typeof type === 'string');

const ARTICLE = /(?:Article|BlogPosting|^Report|OpinionPiece|^Review)$/;
/** What a page is about that has no article to speak of. */
const RECORDING = /^(?:VideoObject|AudioObject|PodcastEpisode|RadioEpisode|TVEpisode|NewsVideo)$/;
const SITE = /^WebSite$/;
export const ORGANISATION = /(?:Organization|Corporation|LocalBusiness)$/;

/** Reads the scripts of a page; one that is no JSON, even after what is often wrong in it is mended, is left out. */
export function graphOf(scripts: readonly string[]): LinkedData {
  const things: Thing[] = [];
  for (const script of scripts) collect(parsedLoosely(script), things, 0);
  const byId = new Map<string, Thing>();
  for (const thing of things) {
    const id = thing['@id'];
    if (typeof id === 'string' && Object.keys(thing).length > 1) byId.set(id, thing);
  }
  const whole = (value: unknown): unknown => {
    const id = isThing(value) && Object.keys(value).length <= 2 ? value['@id'] : undefined;
    return typeof id === 'string' ? (byId.get(id) ?? value) : value;
  };
  const richest = (types: RegExp) =>
    things
      .filter((thing) => typesOf(thing).some((type) => types.test(type)))
      .sort((a, b) => richness(b) - richness(a))[0];
  const article = richest(ARTICLE) ?? richest(RECORDING);
  const site = things.find((thing) => typesOf(thing).some((type) => SITE.test(type)));
  return {
    article: article ? described(article, whole) : null,
    site: site ? nameOf(site) : null,
  };
}

/** How much a thing says of an article: a list of articles names each with little. */
const richness = (thing: Thing): number =>
  ['headline', 'datePublished', 'author', 'publisher', 'articleBody', 'mainEntityOfPage'].filter(
    (key) => thing[key] !== undefined,
  ).length;

function described(thing: Thing, whole: (value: unknown) => unknown): LinkedData['article'] {
  const page = whole(thing.mainEntityOfPage);
  return {
    headline: textOf(thing.headline) ?? textOf(thing.name),
    description: textOf(thing.description),
    authors: namesOfAuthors(thing, whole),
    publisher: listOf(thing.publisher).map((one) => nameOf(whole(one)))[0] ?? null,
    published: textOf(thing.datePublished) ?? textOf(thing.dateCreated) ?? textOf(thing.uploadDate),
    address:
      textOf(thing.url) ??
      textOf(page) ??
      (isThing(page) ? (textOf(page['@id']) ?? textOf(page.url)) : null),
    language: isThing(thing.inLanguage)
      ? (textOf(thing.inLanguage.alternateName) ?? textOf(thing.inLanguage.name))
      : textOf(thing.inLanguage),
    body: textOf(thing.articleBody),
  };
}

/** Names of those who wrote a thing; one who did in a role stands within that. */
function namesOfAuthors(
  thing: Thing,
  whole: (value: unknown) => unknown,
  depth = 0,
): LinkedAuthor[] {
  return listOf(thing.author ?? thing.creator)
    .flat()
    .flatMap((one) => {
      const author = whole(one);
      if (!isThing(author))
        return typeof author === 'string' ? [{ name: author, isOrganisation: false }] : [];
      const types = typesOf(author);
      // some programs call whoever runs a site both
      const isOrganisation =
        types.some((type) => ORGANISATION.test(type)) && !types.includes('Person');
      const names = listOf(author.name).flatMap((name) => textOf(name) ?? []);
      if (names.length > 0) return names.map((name) => ({ name, isOrganisation }));
      const parts = [author.givenName, author.familyName].flatMap((part) => textOf(part) ?? []);
      if (parts.length > 0) return [{ name: parts.join(' '), isOrganisation }];
      return depth < 2 ? namesOfAuthors(author, whole, depth + 1) : [];
    });
}

function textOf(value: unknown): string | null {
  const [one] = listOf(value);
  if (typeof one === 'string') return one;
  return isThing(one) && typeof one['@value'] === 'string' ? one['@value'] : null;
}

function nameOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return isThing(value) ? textOf(value.name) : null;
}

const DEEPEST = 6;
/** What leads from one thing to what the page is about. */
const LEADS = [
  '@graph',
  'mainEntity',
  'mainEntityOfPage',
  'hasPart',
  'itemReviewed',
  'author',
  'publisher',
  'isPartOf',
  'article',
];

function collect(value: unknown, out: Thing[], depth: number): void {
  if (depth > DEEPEST || out.length > 500) return;
  for (const one of listOf(value)) {
    if (Array.isArray(one)) collect(one, out, depth + 1);
    if (!isThing(one)) continue;
    out.push(one);
    for (const lead of LEADS) if (one[lead] !== undefined) collect(one[lead], out, depth + 1);
  }
}

/** Deeper than this no data of an article nests; the parser of JSON would run out of stack. */
const BRACKETS = /(?:[[{]\s*){500}/;

function parsedLoosely(script: string): unknown {
  const text = script.trim();
  if (text.length > 2_000_000 || BRACKETS.test(text)) return null;
  for (const mend of [(same: string) => same, mended]) {
    try {
      return JSON.parse(mend(text)) as unknown;
    } catch {
      // the next one
    }
  }
  return null;
}

/** Without what templates leave in it: marks of CDATA and comments around it, line breaks in strings, last commas. */
const mended = (text: string): string =>
  text
    .replace(
      /^\s*(?:\/\/|\/\*)?\s*<!\[CDATA\[\s*(?:\*\/)?|(?:\/\/|\/\*)?\s*\]\]>\s*(?:\*\/)?\s*$/g,
      '',
    )
    .replace(/^\s*<!--|-->\s*$/g, '')
    .replace(/;\s*$/, '')
    .replace(/"(?:[^"\\]|\\[\s\S])*"/g, (string) => string.replace(/[\n\r\t]+/g, ' '))
    .replace(/,(?=\s*[}\]])/g, '');
