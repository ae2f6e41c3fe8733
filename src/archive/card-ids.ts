/** What cards say of other cards: ids that are none, former ids and names that two of them lay claim to. */
import { nearest, type Card } from '../intake/cards/read.ts';
import type {
  ArticleCard,
  OutletCard,
  PlaceCard,
  SpeakerCard,
  TopicCard,
} from '../intake/cards/schema.ts';
import {
  complain,
  formerlyLive,
  formerlyTaken,
  nameTaken,
  unknownArticle,
  unknownId,
} from '../model/messages.ts';
import { nameKey } from '../model/names.ts';

type Cards<T> = ReadonlyMap<string, Card<T>>;

/** All cards that name one another, by id. */
export interface NamingCards {
  articles: Cards<ArticleCard>;
  speakers: Cards<SpeakerCard>;
  outlets: Cards<OutletCard>;
  topics: Cards<TopicCard>;
  places: Cards<PlaceCard>;
}

/** The ids of all articles, and of all speakers, with a card or without. */
export interface KnownIds {
  articles: ReadonlySet<string>;
  speakers: ReadonlySet<string>;
}

/** Each fault is one message on the card that has it. */
export function checkCardIds(cards: NamingCards, known: KnownIds): void {
  for (const [section, own] of Object.entries(cards) as [keyof NamingCards, Cards<Formerly>][])
    checkFormerIds(section, own, section === 'articles' ? known.articles : new Set(own.keys()));
  checkNamedIds(cards, known);
  for (const section of ['outlets', 'places'] as const) checkNames(section, cards[section]);
}

interface Formerly {
  formerly?: readonly string[] | undefined;
}

/** A former id leads to one card, and stands for nothing that is there. */
function checkFormerIds(
  section: keyof NamingCards,
  cards: Cards<Formerly>,
  live: ReadonlySet<string>,
): void {
  const pathOf = (id: string) =>
    cards.has(id) ? `content/${section}/${id}.md` : `content/sources/${id}`;
  const holders = new Map<string, string>();
  for (const [id, { data, file, place }] of cards)
    for (const [i, old] of (data.formerly ?? []).entries()) {
      const where = place(['formerly', i]);
      const holder = holders.get(old);
      // Two that name each other are one fault.
      const isSaid = old !== id && holders.get(id) === old;
      if (live.has(old)) {
        if (!isSaid) complain(file, where, formerlyLive(old, old === id ? null : pathOf(old)));
      } else if (holder !== undefined && holder !== id)
        complain(file, where, formerlyTaken(old, pathOf(holder)));
      if (holder === undefined) holders.set(old, id);
    }
}

/** Speakers and articles that cards name. */
function checkNamedIds({ articles, speakers, outlets }: NamingCards, known: KnownIds): void {
  const checkSpeaker = (
    { file, place }: Card<unknown>,
    path: PropertyKey[],
    id: string | undefined,
  ) => {
    if (id !== undefined && !known.speakers.has(id))
      complain(file, place(path), unknownId('speaker', id, nearest(id, [...known.speakers])));
  };
  const checkArticle = (
    { file, place }: Card<unknown>,
    path: PropertyKey[],
    id: string | undefined,
  ) => {
    if (id !== undefined && !known.articles.has(id))
      complain(file, place(path), unknownArticle(id, nearest(id, [...known.articles])));
  };
  for (const card of articles.values())
    for (const [i, { speaker }] of (card.data.byline ?? []).entries())
      checkSpeaker(card, ['byline', i, 'speaker'], speaker);
  for (const card of outlets.values()) checkSpeaker(card, ['speaker'], card.data.speaker);
  for (const card of speakers.values()) {
    checkArticle(card, ['only'], card.data.only);
    for (const [i, { article }] of (card.data.roles ?? []).entries())
      checkArticle(card, ['roles', i, 'article'], article);
    for (const [i, alias] of (card.data.aliases ?? []).entries())
      if (typeof alias !== 'string') checkArticle(card, ['aliases', i, 'article'], alias.article);
  }
}

/** No two outlets, and no two places, have one name. */
function checkNames(
  section: 'outlets' | 'places',
  cards: Cards<{ name: string; aliases?: readonly string[] | undefined }>,
): void {
  const holders = new Map<string, string>();
  for (const [id, { data, file, place }] of cards)
    for (const [i, name] of [data.name, ...(data.aliases ?? [])].entries()) {
      const key = nameKey(name);
      const holder = holders.get(key);
      if (holder === undefined) holders.set(key, id);
      else if (holder !== id)
        complain(
          file,
          place(i === 0 ? ['name'] : ['aliases', i - 1]),
          nameTaken(name, `content/${section}/${holder}.md`),
        );
    }
}
