/** The list of speakers in pages: those with a name by its letters, then those described without one. */
import { beginningInWords, beginningsOf, groupsOf, groupsWithin } from '../../model/grouping.ts';
import type { Group } from '../../model/grouping.ts';
import type { SpeakerRecord } from '../../model/records.ts';
import { count } from '../../model/wording.ts';
import { memo } from '../../text/memo.ts';
import { derived } from '../../archive/asking.ts';
import type { Archive } from '../../archive/query.ts';

/** Speakers on one page. */
const MOST = 500;
/** Before the letters of those without a name; longer than all beginnings of names. */
const NAMELESS = 'without-name-';

const isNamed = ({ kind }: SpeakerRecord): boolean => kind !== 'unnamed' && kind !== 'group';

/** Sources without a name are sorted as they are described, the others by family name. */
export const listedAs = (speaker: SpeakerRecord): string =>
  isNamed(speaker) ? speaker.sortName : speaker.name;

const beginnings = memo(beginningsOf, 100_000);
const keysOf = (speaker: SpeakerRecord): string[] =>
  isNamed(speaker)
    ? beginnings(speaker.sortName)
    : beginnings(speaker.name).map((key) => NAMELESS + key);

/** All speakers by kind of name; `letters` and `described` are empty where one page holds all. */
export const speakersInPages = derived('speakersInPages', (archive: Archive) => {
  const named = archive.speakers.filter(isNamed);
  const others = archive.speakers.filter((speaker) => !isNamed(speaker));
  const division = { keys: keysOf, weight: () => 1, most: MOST };
  const isShort = archive.speakers.length <= MOST;
  const letters = isShort ? [] : groupsOf(named, division);
  const described = isShort ? [] : groupsOf(others, division);
  return { named, others, letters, described, pages: groupsWithin([...letters, ...described]) };
});

/** A short list needs no letters to find a name in. */
const MOST_WITHOUT_LETTERS = 60;

/** Speakers of one page, under their letters where they are more than a few. */
export function byLetter(named: readonly SpeakerRecord[]): [string, SpeakerRecord[]][] {
  const isShort = named.length <= MOST_WITHOUT_LETTERS;
  const letterOf = ({ sortName }: SpeakerRecord) =>
    sortName
      .normalize('NFD')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .charAt(0)
      .toUpperCase() || '#';
  return [...Map.groupBy(named, (speaker) => (isShort ? 'By name' : letterOf(speaker)))];
}

const linksOf = (groups: readonly Group<SpeakerRecord>[]) =>
  groups.map((group) => ({
    key: group.key,
    name: beginningOfGroup(group),
    items: group.items.length,
  }));
const known = new WeakMap<readonly Group<SpeakerRecord>[], ReturnType<typeof linksOf>>();

/** Groups as links; every page of the list has those of the whole list. */
export function inBeginnings(groups: readonly Group<SpeakerRecord>[]): ReturnType<typeof linksOf> {
  const links = known.get(groups) ?? linksOf(groups);
  known.set(groups, links);
  return links;
}

export const isNameless = (key: string): boolean => key.startsWith(NAMELESS);

/** `Al`; parts of what no letter divides are numbered. */
export function beginningOfGroup({ key, items: [one] }: Group<SpeakerRecord>): string {
  const beginning = isNameless(key) ? key.slice(NAMELESS.length) : key;
  return beginningInWords(beginning, one ? listedAs(one) : '');
}

/** `Speakers: Al`. */
export const titleOfGroup = (group: Group<SpeakerRecord>): string =>
  isNameless(group.key)
    ? `Without a name: ${beginningOfGroup(group)}`
    : `Speakers: ${beginningOfGroup(group)}`;

export const extentOfGroup = ({ items }: Group<SpeakerRecord>): string =>
  count(items.length, 'speaker');
