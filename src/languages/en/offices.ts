/** Offices and callings as printed beside a name, and which descriptions may stand for them. */
import { DETERMINERS, PREPOSITIONS } from './phrases.ts';

const set = (words: string) => new Set(words.split(' '));

/**
 * Which words of a role a word of a description may stand for beside itself: a diplomat may be the ambassador,
 * but an officer who is called a general is no lieutenant.
 */
const STANDS_FOR: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [
    ['diplomat', 'ambassador envoy charge chargé consul attache attaché representative'],
    ['envoy', 'ambassador representative'],
    ['ambassador', 'envoy'],
    ['minister', 'secretary'],
    ['secretary', 'minister'],
    ['representative', 'rep'],
    ['congressman', 'rep representative'],
    ['congresswoman', 'rep representative'],
    ['senator', 'sen'],
    ['lawmaker', 'senator sen rep representative congressman congresswoman mp legislator'],
    ['legislator', 'senator sen rep representative congressman congresswoman mp lawmaker'],
    [
      'politician',
      'senator sen rep representative congressman congresswoman mp minister mayor governor gov',
    ],
    ['leader', 'president'],
    ['governor', 'gov'],
    ['spokesman', 'spokesperson'],
    ['spokeswoman', 'spokesperson'],
    ['spokesperson', 'spokesman spokeswoman'],
    ['general', 'gen'],
    ['colonel', 'col'],
    ['captain', 'capt'],
    ['lieutenant', 'lt'],
    ['sergeant', 'sgt'],
    ['major', 'maj'],
    ['admiral', 'adm'],
    ['commander', 'cmdr general gen colonel col'],
    [
      'officer',
      'general gen colonel col major maj captain capt lieutenant lt sergeant sgt commander constable detective inspector',
    ],
    ['professor', 'prof'],
    ['scholar', 'professor prof historian academic researcher'],
    ['academic', 'professor prof historian scholar researcher'],
    ['researcher', 'professor prof scholar academic scientist'],
    ['scientist', 'researcher'],
    ['judge', 'justice'],
    ['magistrate', 'judge'],
    ['chief', 'head director chairman chairwoman chair ceo boss'],
    ['head', 'chief director chairman chairwoman chair'],
    ['boss', 'chief head director chairman chairwoman chair ceo executive founder'],
    ['executive', 'ceo'],
    ['ceo', 'executive'],
    ['chairman', 'chair'],
    ['chairwoman', 'chair'],
    ['chair', 'chairman chairwoman'],
    ['founder', 'cofounder'],
    ['analyst', 'expert economist strategist'],
    ['expert', 'analyst economist strategist professor prof researcher'],
    ['strategist', 'analyst'],
    ['doctor', 'dr physician surgeon'],
    ['physician', 'dr doctor surgeon'],
    ['surgeon', 'dr'],
    ['author', 'writer novelist'],
    ['writer', 'author novelist columnist journalist'],
    ['novelist', 'author writer'],
    ['journalist', 'reporter columnist correspondent'],
    ['reporter', 'journalist correspondent'],
    ['candidate', 'nominee contender hopeful'],
    ['contender', 'candidate nominee hopeful'],
    ['hopeful', 'candidate contender'],
    ['actor', 'actress'],
    ['star', 'actor actress singer'],
    ['singer', 'musician'],
    ['musician', 'singer rapper'],
    ['lawyer', 'attorney'],
    ['attorney', 'lawyer'],
  ].map(([word, others]) => [word!, set(others!)]),
);

/** Words that may describe somebody by any word of the role: "Republican Senator Ann Lee" is the Republican. */
const ANYWHERE: ReadonlyMap<string, string> = new Map([
  ['republican', 'republican'],
  ['democrat', 'democratic'],
  ['diplomat', 'embassy'],
]);

/** Words that make another office of one: description and role agree on each of them. */
export const LEVELS = set(
  'deputy vice assistant associate acting interim former ex late then under shadow elect designate prime press private permanent lieutenant attorney inspector surgeon solicitor consul auditor advocate postmaster comptroller co',
);
/** Words that tell offices of one name apart: a description that has one fits no role without it. */
const FIELDS = set(
  'foreign defence finance treasury interior home health justice education culture trade transport transportation energy agriculture labour housing environment sports industry commerce immigration police fire state district chief executive managing ' +
    'majority minority opposition union campaign security intelligence supreme first second senior regional national general',
);
/** Ranks that are called by their last word alone: "the general" for a major general. */
const SHORTENED: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['general', set('lieutenant lt major maj brigadier')],
  ['gen', set('lieutenant lt major maj brigadier')],
  ['colonel', set('lieutenant lt')],
  ['col', set('lieutenant lt')],
  ['admiral', set('vice rear')],
]);
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['defense', 'defence'],
  ['labor', 'labour'],
  ['lt', 'lieutenant'],
  ['sport', 'sports'],
  ['cofounder', 'founder'],
]);
/** Where somebody is from or holds office, as an adjective. */
const DEMONYMS = set(
  'american british english scottish welsh irish french german spanish italian portuguese dutch belgian swiss austrian polish czech slovak hungarian romanian bulgarian greek turkish russian ukrainian belarusian serbian croatian bosnian albanian swedish norwegian danish finnish estonian latvian lithuanian ' +
    'iranian iraqi syrian lebanese jordanian israeli palestinian saudi qatari kuwaiti emirati yemeni egyptian libyan tunisian algerian moroccan sudanese ethiopian somali kenyan nigerian ghanaian chinese japanese korean taiwanese vietnamese thai indian pakistani afghan bangladeshi indonesian malaysian philippine australian canadian mexican cuban brazilian argentine chilean colombian venezuelan peruvian european',
);

/** An office as its words tell: the noun it ends in, and what goes before and after. */
export interface Office {
  head: string;
  words: ReadonlySet<string>;
  /** Words that must agree. */
  levels: ReadonlySet<string>;
}

/** Reads a role or description; "president and founder" is two. */
export function officesOf(role: string): Office[] {
  return role
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/\s+and\s+|[,/;]/)
    .flatMap((part) => {
      const all = part
        .replace(/\./g, '')
        .split(/[\s-]+/)
        .map((w) => w.replace(/^['"“‘]+|'s?$|["”]+$/g, ''))
        .flatMap((w) =>
          w === 'premier' ? ['prime', 'minister'] : w ? [SPELLINGS.get(w) ?? w] : [],
        );
      while (all.length && DETERMINERS.has(all[0]!)) all.shift();
      let end = all.findIndex((w, k) => k > 0 && PREPOSITIONS.has(w));
      if (end < 0) end = all.length;
      let last = end - 1;
      while (last > 0 && /^(?:elect|designate)$/.test(all[last]!)) last--;
      const head = all[last];
      if (!head) return [];
      const levels = new Set(
        all
          .slice(0, end)
          .filter((w, k) => k !== last && LEVELS.has(w) && !SHORTENED.get(head)?.has(w)),
      );
      // "Secretary General": the first noun tells which general.
      if (
        head === 'general' &&
        last > 0 &&
        /^(?:secretary|director|governor)$/.test(all[last - 1]!)
      )
        levels.add(all[last - 1]!);
      return [{ head, words: new Set(all), levels }];
    });
}

/** Words of roles that a description may stand for; whoever has one of them is looked at. */
export function rolesFor(description: Office): string[] {
  const { head } = description;
  return [
    ...new Set([
      head,
      ...(STANDS_FOR.get(head) ?? []),
      ...(ANYWHERE.has(head) ? [ANYWHERE.get(head)!] : []),
    ]),
  ];
}

/** Whether a description may mean the holder of an office. */
export function fits(description: Office, office: Office): boolean {
  const { head, words, levels } = description;
  const anywhere = ANYWHERE.get(head);
  const same =
    head === office.head ||
    STANDS_FOR.get(head)?.has(office.head) ||
    (anywhere !== undefined && office.words.has(anywhere));
  if (!same) return false;
  if (levels.size !== office.levels.size || [...levels].some((w) => !office.levels.has(w)))
    return false;
  for (const w of words) {
    if (w === head || office.words.has(w)) continue;
    if (FIELDS.has(w) || SHORTENED.get(head)?.has(w)) return false;
    if (DEMONYMS.has(w) && [...office.words].some((other) => DEMONYMS.has(other))) return false;
  }
  return true;
}

/** Whether the role says all that the description does. */
export const saysAll = (description: Office, office: Office): boolean =>
  [...description.words].every((w) => w === description.head || office.words.has(w));
