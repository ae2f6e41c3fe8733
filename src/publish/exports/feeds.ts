/** Atom feeds of claims: the whole archive, each article, speaker, outlet and topic. */
import { Feed, type Item } from 'feed';
import type { ArticleRecord, ClaimRecord, SiteCard } from '../../model/records.ts';
import {
  absolute,
  articlePath,
  claimPath,
  feedPath,
  outletPath,
  speakerPath,
  topicPath,
} from '../../model/urls.ts';
import { beginning, quoted, speakerAndVia } from '../../model/wording.ts';
import { byText } from '../../text/order.ts';
import { statedDate } from './cited-dates.ts';
import { claimInLine, singleMarks, wordsInLine } from './describe.ts';
import type { Exporter } from './exporter.ts';

/** The newest that a feed holds: readers fetch it over and over. The data files hold everything. */
const MOST = 100;
const UNDATED = '1970-01-01';

/** What a feed keeps of a claim: its text, not the records, so that a large archive fits in memory. */
interface Entry {
  day: string;
  article: string;
  number: number;
  item: Item;
}

/** A feed's entries, newest first, never more than `MOST` of them held. */
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
      (a, b) => byText(b.day, a.day) || byText(a.article, b.article) || a.number - b.number,
    );
    this.#entries.length = Math.min(this.#entries.length, MOST);
  }
}

/** The published day, or the first day of its interval, by which entries sort; Atom wants a date of each. */
const dayOf = ({ published, captured }: ArticleRecord): string =>
  published.from ?? published.to ?? captured?.from ?? UNDATED;
const moment = (day: string) => new Date(`${day}T00:00:00Z`);

// Characters that XML 1.0 cannot hold, even escaped.
const xmlText = (text: string) =>
  text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '�');
const html = (text: string) =>
  xmlText(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** `Mara Obi in “Night ferry to stay” (Harbour Post): “We will keep it”`. */
const entryTitle = (claim: ClaimRecord, article: ArticleRecord): string =>
  `${speakerAndVia(claim)} in ${quoted(singleMarks(article.title))}${article.outlet ? ` (${article.outlet.name})` : ''}: ${wordsInLine(claim, 140)}`;

function item(claim: ClaimRecord, article: ArticleRecord, day: string, root: string): Item {
  const date = moment(day);
  const undated =
    article.published.basis === 'unknown'
      ? '<p>The article states no date of publication.</p>'
      : '';
  const inferred =
    article.published.basis === 'inferred' ? '<p>The date of publication is inferred.</p>' : '';
  return {
    title: html(entryTitle(claim, article)),
    id: absolute(root, claimPath(claim.id)),
    link: absolute(root, claimPath(claim.id)),
    date,
    ...(statedDate(article.published) === day ? { published: date } : {}),
    content: `<p>${html(claimInLine(claim, article))}</p>${undated}${inferred}<p><a href="${absolute(root, articlePath(article.id))}">${html(article.title)}</a></p>`,
    author: [{ name: xmlText(article.outlet?.name ?? article.byline[0]?.name ?? article.title) }],
  };
}

function atom(title: string, page: string, entries: Entry[], site: SiteCard, root: string): string {
  const feed = new Feed({
    id: absolute(root, feedPath(page)),
    title: xmlText(title),
    description: `Who said what, as articles have it. The newest ${MOST} claims at most; the data files hold all.`,
    link: absolute(root, page),
    feed: absolute(root, feedPath(page)),
    updated: moment(entries[0]?.day ?? UNDATED),
    generator: false,
    author: { name: xmlText(site.name), link: root },
  });
  for (const entry of entries) feed.addItem(entry.item);
  return `${feed.atom1()}\n`;
}

export const feeds: Exporter = {
  name: 'feeds',
  *files({ root, site, articles, speakers, outlets, topics }) {
    const groups = new Map<string, Newest>();
    const add = (page: string, entry: Entry) => {
      const group = groups.get(page) ?? new Newest();
      group.add(entry);
      groups.set(page, group);
    };
    for (const article of articles) {
      const day = dayOf(article);
      for (const claim of article.claims) {
        const entry = {
          day,
          article: article.id,
          number: claim.number,
          item: item(claim, article, day, root),
        };
        add('', entry);
        add(articlePath(article.id), entry);
        if (claim.speaker) add(speakerPath(claim.speaker.id), entry);
        if (article.outlet) add(outletPath(article.outlet.id), entry);
        for (const topic of claim.topics) add(topicPath(topic), entry);
      }
    }
    const file = (page: string, title: string) => ({
      path: feedPath(page),
      chunks: [atom(title, page, groups.get(page)?.list() ?? [], site, root)],
    });
    yield file('', `${site.name}: latest claims`);
    for (const article of articles)
      yield file(
        articlePath(article.id),
        `${site.name}: claims in ${beginning(article.title, 120)}`,
      );
    for (const speaker of speakers)
      yield file(speakerPath(speaker.id), `${site.name}: claims attributed to ${speaker.name}`);
    for (const outlet of outlets)
      yield file(outletPath(outlet.id), `${site.name}: claims in articles of ${outlet.name}`);
    for (const topic of topics)
      yield file(topicPath(topic.id), `${site.name}: ${beginning(topic.question, 120)}`);
  },
};
