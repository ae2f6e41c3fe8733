/** Sentences of a page that says what became of an address: neutral, and as exact as the record. */
import type { AddressRecord, ArticleRecord } from '../../model/records.ts';
import {
  STATUSES_IN_WORDS,
  addressInWords,
  beginning,
  capital,
  dayInWords,
  sourceLine,
} from '../../model/wording.ts';

/** A capital at the beginning and a full stop at the end, where there are words. */
export const asSentence = (words: string): string =>
  words ? `${capital(words)}${/[.!?…]$/.test(words) ? '' : '.'}` : '';

/** `Claim h4tm9w was merged into claim k7…`: what the page is named. */
export function goneHeading({ path, kind, status, successor }: AddressRecord): string {
  const what = addressInWords(path);
  const heir = successor ? addressInWords(successor).replace(/^Claim/, 'claim') : null;
  if (kind === 'redirect') return `${what} has moved`;
  if (kind === 'orphan') return `${what} has lost its place`;
  if (status === 'merged') return `${what} was merged${heir ? ` into ${heir}` : ''}`;
  if (status === 'superseded') return `${what} was superseded${heir ? ` by ${heir}` : ''}`;
  if (path.startsWith('dates/')) return `${what}: none stand here today`;
  return status === 'withdrawn' ? `${what} was withdrawn` : `${what} has no claims today`;
}

/** The kind of page, in the rail: `Moved`, `Undecided`, `Withdrawn`. */
export function goneKind({ kind, status }: AddressRecord): string {
  if (kind === 'redirect') return 'Moved';
  if (kind === 'orphan') return 'Undecided';
  return status ? capital(STATUSES_IN_WORDS[status]) : 'Not filed';
}

const versionOf = ({ since }: AddressRecord): string | undefined =>
  /^version (\d+)$/.exec(since ?? '')?.[1];

/** `version 2 of the source, taken in on 6 February 2024`; null where the record names no version. */
export function versionTaken(gone: AddressRecord): string | null {
  const version = versionOf(gone);
  if (!version) return null;
  return `version ${version} of the source${gone.date ? `, taken in on ${dayInWords(gone.date)}` : ''}`;
}

/** What follows "This address was published and stays.": why, and what happens next. */
export function goneReason(gone: AddressRecord): string {
  if (gone.kind !== 'orphan') return gone.status ? '' : asSentence(gone.reason);
  const version = versionOf(gone);
  const newest = version ? `Version ${version}` : 'A newer version';
  const taken = gone.date ? `was taken in on ${dayInWords(gone.date)}` : 'is the newest';
  const reason = gone.reason || 'the words lost their place';
  return (
    `${newest} of its article’s source ${taken}: ${reason}. ` +
    'The claim was not moved to a look-alike; a person will decide.'
  );
}

const SECTIONS: Record<string, string> = {
  articles: 'Articles',
  claims: 'Claims',
  speakers: 'Speakers',
  outlets: 'Outlets',
  topics: 'Topics',
  places: 'Places',
};

/** Where the page stands: the list it was in, its article, its own name. */
export function goneCrumbs(
  { path }: AddressRecord,
  article: { line: string; path: string } | null,
): { text: string; path?: string }[] {
  const [folder = '', id = '', ...below] = path.split('/').filter(Boolean);
  const section = SECTIONS[folder];
  if (folder === 'claims')
    return [
      { text: 'Claims', path: 'claims/' },
      ...(article ? [{ text: article.line, path: article.path }] : []),
      { text: id ? `claim ${id}` : '' },
    ];
  if (!section) return [{ text: addressInWords(path) }];
  return [{ text: section, path: `${folder}/` }, { text: [id, ...below].join(' / ') }];
}

/** What stood at an address, in one line of a list. */
export const goneName = ({ path, words }: AddressRecord): string =>
  words ? `“${beginning(words, 200)}”` : addressInWords(path);

/** Whose words they were, where they stood, and what became of them, in one line. */
export function goneFacts(gone: AddressRecord, article: ArticleRecord | undefined): string {
  const { words, speaker, status, fate, reason } = gone;
  const where = article ? sourceLine(article) : gone.article && `article ${gone.article}`;
  return [
    ...(words ? [speaker ?? 'Speaker not named'] : []),
    ...(where ? [where] : []),
    ...(status ? [`status: ${STATUSES_IN_WORDS[status]}`] : []),
    ...(fate ? [`words in the newest version: ${fate}`] : []),
    ...(reason ? [reason] : []),
  ].join('; ');
}
