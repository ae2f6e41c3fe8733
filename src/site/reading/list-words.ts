/** Sentences above the lists of the archive, and what each list says of itself in results of a search. */
import type { ListPage } from '../../model/paging.ts';
import { capital, count, figures } from '../../model/wording.ts';

type Extent = Omit<ListPage<unknown>, 'items'>;

/** `, page 2 of 3`; `, the newest 100` on the list's own address; nothing where it holds all. */
export function pageInWords({ number, pages, first, last }: Extent): string {
  if (pages === 1) return '';
  return number === null ? `, the newest ${last - first + 1}` : `, page ${number} of ${pages}`;
}

/** `101 to 200 of 1,204 claims, counted from the oldest`; `the newest 100 of 1,204 claims`. */
export const extentOfPage = ({ number, first, last, all }: Extent, one: string): string =>
  number === null
    ? `the newest ${last - first + 1} of ${count(all, one)}`
    : `${figures(first)} to ${figures(last)} of ${count(all, one)}, counted from the oldest`;

/** `kinds` names what there is: `2 reports and 1 interview`; empty where there is nothing. */
export const articlesDescription = (articles: number, kinds: string, page: string): string =>
  `${capital(count(articles, 'article'))}, newest first${page}: ` +
  `${kinds ? `${kinds}, each with its quoted claims marked and addressed` : 'none yet'}.`;

export const claimsDescription = (page: string): string =>
  `The complete list of claims${page}: each with its speaker and its article.`;

/** `101 to 200 of 1,204 claims, counted from the oldest; by article, newest first.` */
export function claimsStandfirst(shown: Extent): string {
  if (shown.all === 0) return 'There are no claims in the archive yet.';
  if (shown.pages > 1) return `${capital(extentOfPage(shown, 'claim'))}; by article, newest first.`;
  const all = count(shown.all, 'claim');
  return `${all}, by article, newest first, in the order of each text.`;
}

export const outletsDescription = (outlets: number): string =>
  `${capital(count(outlets, 'outlet'))} whose articles stand in the archive, with whom they quote.`;

/** `1 article with 2 claims by 1 speaker.` */
export function outletSummary(articles: number, claims: number, speakers: number): string {
  if (articles === 0) return 'No articles yet.';
  const held = `${count(articles, 'article')} with ${count(claims, 'claim')}`;
  if (claims === 0) return `${held} yet.`;
  return speakers > 0
    ? `${held} by ${count(speakers, 'speaker')}.`
    : `${held}, none by a named speaker.`;
}

/** How many claims came through others and how many name no source. */
export function throughAndUnnamed(through: number, unnamed: number): string {
  const some = (n: number) => (n === 0 ? 'no claim' : count(n, 'claim'));
  return (
    `${capital(some(through))} came through somebody else than the outlet itself; ` +
    `${some(unnamed)} ${unnamed < 2 ? 'has' : 'have'} a source that is not named.`
  );
}

export const speakersDescription = (speakers: string): string =>
  `${capital(speakers)}: people, organisations and unnamed sources, with their claims.`;

export const topicsDescription = (topics: number): string =>
  `${capital(count(topics, 'question'))} that several claims answer, side by side, ` +
  'each with the stance its own words take.';

/** `2 claims by 1 speaker name Basra.` */
export function placeSummary(place: string, claims: number, speakers: number): string {
  const by = speakers > 0 ? ` by ${count(speakers, 'speaker')}` : '';
  return capital(`${count(claims, 'claim')}${by} ${claims === 1 ? 'names' : 'name'} ${place}.`);
}

export const quotingDescription = (speakers: number, outlets: number, chains: number): string =>
  'Which outlet prints whose words, and through whom they came: ' +
  `${count(speakers, 'speaker')}, ${count(outlets, 'outlet')}, ` +
  `${count(chains, 'chain')} of attribution.`;
