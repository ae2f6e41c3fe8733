/**
 * What a page states of its article in places made for programs: JSON-LD (schema.org), Open Graph, Highwire,
 * Dublin Core, microdata, `<time>`, `<html lang>`, and what programs that save pages note in them. Every
 * value with the place it stands in; which of them is taken is decided where they meet what the page prints.
 */
import { decodeHTMLStrict } from 'entities';
import { withoutControls } from '../../../text/unseen.ts';
import type { StatedFact } from '../format.ts';
import { withoutArchive } from './archived-copy.ts';
import { textIn } from './flow.ts';
import { graphOf, ORGANISATION, type LinkedData } from './linked-data.ts';
import type { PageElement } from './nodes.ts';
import type { PageTree } from './tree.ts';

type Fact = StatedFact['fact'];

/** Names of `<meta>`, in lower case, in the order in which they are believed. */
const META: readonly (readonly [Fact, readonly string[]])[] = [
  [
    'title',
    ['og:title', 'citation_title', 'dc.title', 'dcterms.title', 'parsely-title', 'twitter:title'],
  ],
  ['description', ['og:description', 'description', 'twitter:description', 'dc.description']],
  [
    'author',
    [
      'citation_author',
      'parsely-author',
      'sailthru.author',
      'byl',
      'author',
      'article:author',
      'dc.creator',
      'dcterms.creator',
      'dc.contributor',
      'cxenseparse:author',
      'og:author',
      'article:author_name',
      'book:author',
    ],
  ],
  [
    'outlet',
    [
      'og:site_name',
      'citation_journal_title',
      'application-name',
      'dc.publisher',
      'dcterms.publisher',
      'citation_publisher',
      'cre',
      'al:android:app_name',
    ],
  ],
  [
    'published',
    [
      'article:published_time',
      'citation_publication_date',
      'citation_date',
      'citation_online_date',
      'parsely-pub-date',
      'sailthru.date',
      'dc.date.issued',
      'dcterms.issued',
      'dc.date.created',
      'dcterms.created',
      'dc.date',
      'dcterms.date',
      'pubdate',
      'publish-date',
      'publishdate',
      'publish_date',
      'publication_date',
      'publication-date',
      'og:published_time',
      'og:article:published_time',
      'cxenseparse:recs:publishtime',
      'datepublished',
      'article.published',
      'date',
    ],
  ],
  ['address', ['og:url', 'citation_public_url', 'twitter:url']],
  [
    'language',
    [
      'og:locale',
      'dc.language',
      'dcterms.language',
      'citation_language',
      'content-language',
      'language',
    ],
  ],
];

/** One value in one line, as it is meant: what was escaped twice stands for what it is. */
function cleaned(value: string): string {
  const once = value.includes('&') ? decodeHTMLStrict(value) : value;
  return withoutControls(once)
    .replace(/<\/?(?:em|i|b|strong|span|br|q|sup|sub)\b[^<>]*>/gi, '')
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

export interface Facts {
  /** Everything that a page states, of each fact in the order in which it is believed. */
  facts: StatedFact[];
  /** The words of its article, where it states them for programs. */
  body: string | null;
}

/** What a page states of its article. */
export function factsOf({ root, comments }: PageTree): Facts {
  const found: StatedFact[] = [];
  const page = new Head(root);
  const note: Note = (fact, value, where, isOrganisation = false) => {
    const said = cleaned(value ?? '').slice(0, 1000);
    const known = found.some(
      (one) => one.fact === fact && one.value === said && one.where === where,
    );
    if (said !== '' && !known && found.length < MOST_FACTS)
      found.push({ fact, value: said, where, ...(isOrganisation && { isOrganisation }) });
  };
  const data = graphOf(page.linkedData);
  fromLinkedData(data, note);
  for (const [fact, names] of META)
    for (const name of names)
      for (const value of page.metas.get(keyOf(name)) ?? []) note(fact, value, name);
  for (const marked of page.marked) note(...marked);
  note('title', page.title, '<title>');
  note('language', page.language, '<html lang>');
  fromComments(comments, note);
  if (page.saved) note('address', page.saved, 'the program that saved the page');
  return { facts: withoutArchive(found), body: data.article?.body ?? null };
}

/** A name of `<meta>` whichever marks part its words: `article:published_time`, `article:published:time`. */
const keyOf = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s:._-]+/g, ':');

const MOST_FACTS = 200;
/** Beyond so many properties in microdata a page tells of other things. */
const MOST_THINGS = 1000;

type Note = (
  fact: Fact,
  value: string | null | undefined,
  where: string,
  isOrganisation?: boolean,
) => void;

function fromLinkedData({ article, site }: LinkedData, note: Note): void {
  if (article) {
    note('title', article.headline, 'JSON-LD headline');
    note('description', article.description, 'JSON-LD description');
    for (const { name, isOrganisation } of article.authors)
      note('author', name, 'JSON-LD author', isOrganisation);
    note('outlet', article.publisher, 'JSON-LD publisher');
    note('published', article.published, 'JSON-LD datePublished');
    note('address', article.address, 'JSON-LD url');
    note('language', article.language, 'JSON-LD inLanguage');
  }
  note('outlet', site, 'JSON-LD WebSite');
}

/** A page saved by SingleFile, by a browser ("saved from url"), or by the Internet Archive. */
function fromComments(comments: readonly string[], note: Note): void {
  for (const comment of comments) {
    const single =
      /\bPage saved with SingleFile\b[\s\S]*?\burl:\s*(\S+)(?:[\s\S]*?\bsaved date:\s*([^\n]+))?/i.exec(
        comment,
      );
    note('address', single?.[1], 'SingleFile');
    note('captured', single?.[2], 'SingleFile');
    note(
      'address',
      /\bsaved from url=\(\d+\)(\S+)/i.exec(comment)?.[1],
      'the browser that saved the page',
    );
    const archived = /\bFILE ARCHIVED ON [\d:]+ (\w{3} \d{1,2}, \d{4})\b/.exec(comment)?.[1];
    note('captured', archived, 'the Internet Archive');
  }
}

/** The elements of a page that state something. */
class Head {
  #things = 0;
  readonly metas = new Map<string, string[]>();
  readonly linkedData: string[] = [];
  readonly marked: Parameters<Note>[] = [];
  title: string | null = null;
  language: string | null = null;
  saved: string | null = null;

  constructor(root: PageElement) {
    this.#visit(root, false);
  }

  #visit(element: PageElement, inArticle: boolean): void {
    if (!element.isHtml) return;
    this.#read(element);
    const inside = inArticle || element.name === 'article' || element.name === 'main';
    for (const child of element.children)
      if (child.type === 'element' && !(child.name === 'template')) this.#visit(child, inside);
  }

  #read(element: PageElement): void {
    const { name } = element;
    if (name === 'html') this.#readRoot(element);
    else if (name === 'meta') this.#readMeta(element);
    else if (name === 'title') this.title ??= rawText(element);
    else if (name === 'script') {
      if (/^\s*application\/ld\+json\b/i.test(element.get('type') ?? ''))
        this.linkedData.push(rawText(element));
    } else if (name === 'a') {
      // a reader view of Firefox, above its title
      if (/(?:^|\s)reader-domain(?:\s|$)/.test(element.get('class') ?? ''))
        this.marked.push(['address', element.get('href'), 'the reader view']);
    } else if (name === 'link') {
      if (isRel(element, 'canonical'))
        this.marked.push(['address', element.get('href'), 'canonical link']);
      const property = element.get('itemprop');
      if (property === 'url' || property === 'mainEntityOfPage')
        this.marked.push(['address', element.get('href'), `itemprop=${property}`]);
    }
    if (element.attributes.length > 0 && name !== 'html') this.#readMicrodata(element);
  }

  #readRoot(element: PageElement): void {
    this.language ??= element.get('lang') ?? element.get('xml:lang');
    this.saved ??= element.get('data-scrapbook-source');
  }

  #readMeta(element: PageElement): void {
    const content = element.get('content');
    const names = [element.get('property'), element.get('name'), element.get('http-equiv')];
    for (const name of names) {
      const key = keyOf(name ?? '');
      if (key === '' || content === null) continue;
      const values = this.metas.get(key) ?? [];
      if (values.length < MOST_FACTS) values.push(content);
      this.metas.set(key, values);
    }
  }

  #readMicrodata(element: PageElement): void {
    const property = element.get('itemprop') ?? '';
    if (property !== '' && this.#things++ > MOST_THINGS) return;
    const stated = () =>
      element.get('content') ??
      element.get('datetime') ??
      (element.name === 'abbr' ? element.get('title') : null) ??
      textIn(element);
    if (/\bheadline\b/.test(property)) this.marked.push(['title', stated(), 'itemprop=headline']);
    if (/\bdatePublished\b/.test(property))
      this.marked.push(['published', stated(), 'itemprop=datePublished']);
    if (/\binLanguage\b/.test(property))
      this.marked.push(['language', stated(), 'itemprop=inLanguage']);
    if (element.name === 'time' && element.get('pubdate') !== null)
      this.marked.push(['published', element.get('datetime') ?? textIn(element), '<time pubdate>']);
    if (/\bauthor\b/.test(property) && !isNestedThing(element)) this.#readAuthor(element, property);
  }

  /** The name of an author in microdata: of a person with properties of his own the one that is his name. */
  #readAuthor(element: PageElement, property: string): void {
    const named = element.get('itemscope') === null ? null : namedIn(element);
    const value = named ?? element.get('content') ?? textIn(element);
    const isOrganisation = ORGANISATION.test(element.get('itemtype') ?? '');
    if (value.length <= 120)
      this.marked.push(['author', value, `itemprop=${property}`, isOrganisation]);
  }
}

const isRel = (element: PageElement, rel: string): boolean =>
  (element.get('rel') ?? '').toLowerCase().split(/\s+/).includes(rel);

/** Whether an element is of a comment or of another article within the page. */
function isNestedThing(element: PageElement): boolean {
  for (let one = element.parent; one; one = one.parent)
    if (
      /\b(?:comment|review)\b/i.test(one.get('itemprop') ?? '') ||
      /Comment|Review/.test(one.get('itemtype') ?? '')
    )
      return true;
  return false;
}

/** What the property `name` of a thing in microdata says. */
function namedIn(element: PageElement): string | null {
  for (const child of element.children) {
    if (child.type !== 'element') continue;
    if (child.get('itemprop') === 'name') return child.get('content') ?? textIn(child);
    const inner = namedIn(child);
    if (inner !== null) return inner;
  }
  return null;
}

/** The text of an element that is not drawn. */
const rawText = (element: PageElement): string =>
  element.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
