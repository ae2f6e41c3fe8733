/**
 * Atom feeds of claims: the whole archive, each outlet and topic, each speaker quoted in several articles, and each
 * article that had one published. They are the same
 * characters as the package `feed` writes, which the tests compare; a claim stands in four of them and
 * an archive has thousands, so what they share is written once.
 */
import type { VersionRow } from '../../ledger/schema.ts';
import type { ArticleRecord, ClaimRecord, SiteCard } from '../../model/records.ts';
import {
  absolute,
  articlePath,
  claimPath,
  feedPath,
  jsonFeedPath,
  outletPath,
  speakerPath,
  topicPath,
} from '../../model/urls.ts';
import { addressInWords, beginning, quoted, speakerAndVia } from '../../model/wording.ts';
import { inXml, inXmlAttribute } from '../../text/escape.ts';
import { lastAsked } from '../../text/last-asked.ts';
import { byText } from '../../text/order.ts';
import { statedDate } from './cited-dates.ts';
import { claimInLine, singleMarks, wordsInLine } from './describe.ts';
import type { Exporter } from './exporter.ts';
import { jsonFeed } from './json-feed.ts';

/** The newest that a feed holds: readers fetch it over and over. The data files hold everything. */
const MOST = 100;
/** Atom wants a day of each entry; it stands in where none is known, and the entry says so. */
const UNDATED = '1970-01-01';

/** When an article came into the archive and when it last changed there: what a reader of a feed has not seen. */
interface Days {
  /** The day by which its claims sort, the first that may be meant; null where none is known. */
  day: string | null;
  /** The day for Atom's `published`; null where nothing states it. */
  published: string | null;
  /** The day of the last change; null where nothing states it. */
  updated: string | null;
}

/** What a feed keeps of a claim: the records, and no text of its own. */
interface Entry extends Days {
  article: ArticleRecord;
  claim: ClaimRecord;
}

/** A feed's entries, newest first, never more than twice `MOST` of them held. */
class Newest {
  #entries: Entry[] = [];

  add(entry: Entry) {
    this.#entries.push(entry);
    if (this.#entries.length >= MOST * 2) this.#cut();
  }

  list(): Entry[] {
    this.#cut();
    return this.#entries;
  }

  #cut() {
    this.#entries.sort(
      (a, b) =>
        byText(b.day ?? UNDATED, a.day ?? UNDATED) ||
        byText(a.article.id, b.article.id) ||
        a.claim.number - b.claim.number,
    );
    this.#entries.length = Math.min(this.#entries.length, MOST);
  }
}

/** The published day, or the first day of its interval. */
const dayOf = ({ published, captured }: ArticleRecord): string | null =>
  published.from ?? published.to ?? captured?.from ?? null;

/**
 * Days of an article by those on which its versions were taken in, so that an old article which is new in the
 * archive is new in the feeds; where nobody noted them, by its own date.
 */
function daysOf(article: ArticleRecord, versions: readonly VersionRow[]): Days {
  const taken = versions.flatMap((version) => version.taken ?? []);
  const [entered] = taken;
  const day = entered ?? dayOf(article);
  const stated = day !== null && statedDate(article.published) === day ? day : null;
  return { day, published: entered ?? stated, updated: taken.at(-1) ?? stated };
}
/** The day that Atom has of an entry. */
const dated = ({ day, updated }: Days): string => updated ?? day ?? UNDATED;
const moment = (day: string) => `${day}T00:00:00.000Z`;

// HTML is escaped once and stands in a section that ends with `>`, which is escaped.
const html = inXml;

/** `Mara Obi in “Night ferry to stay” (Harbour Post): “We will keep it”`. */
const entryTitle = (claim: ClaimRecord, where: string): string =>
  `${speakerAndVia(claim)} in ${where}: ${wordsInLine(claim, 140)}`;

/** What the entries of one article share: its name in a title, and the text after a claim's. */
const sharedOf = lastAsked((article: ArticleRecord, root: string) => {
  const undated =
    article.published.basis === 'unknown'
      ? '<p>The article states no date of publication.</p>'
      : '';
  const inferred =
    article.published.basis === 'inferred' ? '<p>The date of publication is inferred.</p>' : '';
  const author = inXml(article.outlet?.name ?? article.byline[0]?.name ?? article.title);
  return {
    where: `${quoted(singleMarks(article.title))}${article.outlet ? ` (${article.outlet.name})` : ''}`,
    afterWords: `</p>${undated}${inferred}<p><a href="${absolute(root, articlePath(article.id))}">${html(article.title)}</a></p>]]></content>
        <author>
            <name>${author}</name>
        </author>
`,
  };
});

const STAND_IN =
  '<p>No day is known of this entry; that of the feed, in 1970, stands in for one.</p>';

function entryXml(entry: Entry, root: string): string {
  const { claim, article, published } = entry;
  const { where, afterWords } = sharedOf(article, root);
  const standIn = entry.day === null ? STAND_IN : '';
  const first = published ? `        <published>${moment(published)}</published>\n` : '';
  const address = absolute(root, claimPath(claim.id));
  return `    <entry>
        <title type="html"><![CDATA[${html(entryTitle(claim, where))}]]></title>
        <id>${inXml(address)}</id>
        <link href="${inXmlAttribute(address)}"/>
        <updated>${moment(dated(entry))}</updated>
        <content type="html"><![CDATA[${standIn}<p>${html(claimInLine(claim, article))}${afterWords}${first}    </entry>
`;
}

/** Under which licence what is added to the texts may be used, in a line. */
export const licenceInLine = ({ name, url }: NonNullable<SiteCard['licence']>): string =>
  `${name}${url ? ` (${url})` : ''}, of claims, annotations and notes, apart from the words of the texts`;

/** The day of the last change in a feed. */
const lastOf = (entries: readonly Entry[]): string =>
  entries.map(dated).sort(byText).at(-1) ?? UNDATED;

/** A feed of the given entries, newest first, in pieces; `page` is the page that it belongs to. */
export function atom(
  title: string,
  page: string,
  entries: readonly Entry[],
  { site, root }: { site: Pick<SiteCard, 'name' | 'licence'>; root: string },
): string[] {
  const self = absolute(root, feedPath(page));
  const head = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
    <id>${inXml(self)}</id>
    <title>${inXml(title)}</title>
    <updated>${moment(lastOf(entries))}</updated>
    <author>
        <name>${inXml(site.name)}</name>
        <uri>${inXml(absolute(root, ''))}</uri>
    </author>
    <link rel="alternate" href="${inXmlAttribute(absolute(root, page))}"/>
    <link rel="self" href="${inXmlAttribute(self)}"/>
    <subtitle>Who said what, as articles have it. The newest ${MOST} claims at most; the data files hold all.</subtitle>
${site.licence ? `    <rights>${inXml(licenceInLine(site.licence))}</rights>\n` : ''}`;
  return [head, ...entries.map((entry) => entryXml(entry, root)), '</feed>\n'];
}

/** Pages whose feed stays, without entries, where they have no claims today; readers go on asking for it. */
const HAD_FEED = /^(?:speakers|outlets|topics)\/[^/]+\/$/;

export const feeds: Exporter = {
  name: 'feeds',
  begin({ root, site, speakers, outlets, topics, addresses, versions }, files) {
    const followed = new Map(speakers.flatMap(({ id, name, feed }) => (feed ? [[id, name]] : [])));
    const groups = new Map<string, Newest>();
    const add = (page: string, entry: Entry) => {
      const group = groups.get(page) ?? new Newest();
      group.add(entry);
      groups.set(page, group);
    };
    const write = (page: string, title: string, newest = groups.get(page)) => {
      const entries = newest?.list() ?? [];
      files.write(feedPath(page), atom(title, page, entries, { site, root }));
      if (newest !== groups.get(page) || site.leaveOut?.includes('json-feed')) return;
      const items = entries.map(({ article, claim, published, updated }) => ({
        article,
        claim,
        title: entryTitle(claim, sharedOf(article, root).where),
        published: published && moment(published),
        updated: updated && moment(updated),
      }));
      files.write(jsonFeedPath(page), jsonFeed(title, page, items, { site, root }));
    };
    return {
      article({ article }) {
        const days = daysOf(article, versions(article));
        const own = article.beside ? new Newest() : null;
        for (const claim of article.claims) {
          const entry = { ...days, article, claim };
          own?.add(entry);
          add('', entry);
          if (claim.speaker && followed.has(claim.speaker.id))
            add(speakerPath(claim.speaker.id), entry);
          if (article.outlet) add(outletPath(article.outlet.id), entry);
          for (const topic of claim.topics) add(topicPath(topic), entry);
        }
        if (!own) return;
        write(
          articlePath(article.id),
          `${site.name}: claims in ${beginning(article.title, 120)}`,
          own,
        );
      },
      end() {
        write('', `${site.name}: latest claims`);
        for (const [id, name] of followed)
          write(speakerPath(id), `${site.name}: claims attributed to ${name}`);
        for (const { id, name } of outlets)
          write(outletPath(id), `${site.name}: claims in articles of ${name}`);
        for (const { id, question } of topics)
          write(topicPath(id), `${site.name}: ${beginning(question, 120)}`);
        for (const { kind, path } of addresses)
          if (kind === 'tombstone' && HAD_FEED.test(path))
            write(path, `${site.name}: ${addressInWords(path)}, no claims today`);
      },
    };
  },
};
