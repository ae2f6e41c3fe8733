/** Names in a text: which capitalised words name the same person or body, and of what kind they are. */
import type { Span, SpeakerKind } from '../../model/records.ts';
import { TIME } from './phrases.ts';
import type { Token } from './words.ts';

const set = (words: string) => new Set(words.split(' '));

/** Words before a name that are no part of it. */
export const TITLES = set(
  'mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor sir dame lord lady king queen prince princess president vice prime minister premier chancellor secretary senator sen sen. sens. reps. ' +
    'representative rep rep. congressman congresswoman governor gov gov. mayor ambassador envoy general gen gen. colonel col col. major maj. maj lieutenant lt lt. captain capt capt. sergeant sgt sgt. admiral adm. commander ' +
    'judge justice attorney chief officer sheriff detective inspector superintendent constable police pope cardinal bishop archbishop reverend rev rev. father sister imam rabbi ayatollah grand sheikh sultan emir ' +
    'engineer architect historian scientist researcher lawyer prosecutor activist poet painter philosopher filmmaker pastor teacher doctor nurse skipper founder host entrepreneur businessman businesswoman novelist writer photographer musician comedian ' +
    'director chairman chairwoman chair spokesman spokeswoman spokesperson coach captain manager analyst economist professor author journalist reporter correspondent editor columnist actor actress singer ' +
    "deputy former ex acting interim foreign defense defence finance interior health state speaker leader party majority minority whip councillor councilman councilwoman commissioner candidate nominee mp u.s. us uk eu un american british russian chinese french german israeli iranian iraqi syrian turkish ukrainian indian democratic republican democrat gop president-elect first lady special presidential head supreme commander-in-chief brigadier charge d'affaires hon. hon st. st",
);
const ORGANISATION = set(
  'ministry department party university college institute institution council committee commission agency bureau office court senate congress parliament house government administration bank group company corporation corp corp. inc inc. ltd llc co co. news times post journal tribune herald guardian telegraph magazine radio television tv press network foundation association society union league club center centre school hospital church forces army navy police campaign coalition alliance organization organisation federation board authority service services team embassy consulate pentagon kremlin wire agency reuters ' +
    'fund trust museum airlines airport industries technologies systems holdings partners research watch international nations front brigade militia movement',
);
const PLACES = set(
  'washington moscow beijing london paris berlin tehran baghdad damascus kyiv kiev jerusalem brussels ankara riyadh cairo tokyo seoul pyongyang delhi islamabad kabul doha beirut amman rome madrid ottawa canberra warsaw vienna athens caracas havana brasilia ' +
    'iraq iran syria russia china america israel ukraine turkey egypt jordan lebanon yemen saudi arabia france germany britain england scotland wales ireland italy spain poland canada mexico japan korea india pakistan afghanistan qatar kuwait libya sudan cuba venezuela brazil australia europe nato taiwan uk us u.s.',
);
/** Places and bodies of two words to which envoys and presidents belong. */
const LONG_PLACES = new Set([
  'united states',
  'united kingdom',
  'united nations',
  'european union',
  'african union',
  'saudi arabia',
  'south africa',
  'north korea',
  'south korea',
  'new zealand',
  'hong kong',
  'sri lanka',
  'czech republic',
  'costa rica',
]);
/** Words of two-word names that are no person's: "Islamic State", "White House", "Middle East". */
const NO_PERSON = set(
  'islamic state states white house middle east west north south eastern western northern southern united national american british european russian chinese iraqi iranian syrian israeli palestinian turkish saudi african asian indian french german ' +
    'street square avenue road park city county town village river sea ocean gulf bay island islands mountain valley province district region republic kingdom union day week month year war act law bill deal plan award prize cup open games festival ' +
    'green red black blue golden new old great central general public popular supreme high federal local civil human social world global international twitter facebook google youtube instagram tesla amazon microsoft apple nato muslim christian jewish catholic catholics americans republicans democrats christmas easter ramadan eid ' +
    'lake belt rust mount fort cape beach creek coast airport bridge tower building hall museum theatre theater stadium station highway line election elections debate convention summit conference security defence defense intelligence guard guards police revolutionary liberation mobilization mobilisation democratic republican socialist communist workers labour labor',
);
/** Capitalised at the head of a sentence, but no name. */
const COMMON = set(
  'the a an this that these those his her their its our my your he she they it we i you and but or so as in on at to for from with by of if when while after before because although though since until where what who why how not no yes some many most several few all both each other another one two three four five ' +
    'there here then now still also yet even just only perhaps maybe however meanwhile instead indeed according despite during among about over under around earlier later last next more less such like unlike nor whether once let is are was were do does did have has had will would can could should may might must please thanks',
);
/** First names that tell whether "he" or "she" fits; a person whose name is not here fits both. */
const SHE_NAMES = set(
  'mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa margaret betty sandra ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura sharon cynthia kathleen amy angela anna ann anne brenda emma nicole helen samantha katherine catherine christine debra rachel carolyn janet maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith andrea hannah megan cheryl jacqueline martha gloria teresa sara janice marie julia kathryn grace judy theresa beverly denise marilyn amber danielle brittany diana abigail jane lori hillary ivanka melania chelsea carly kellyanne huma theresa angela alina jill kate katie claire alice sophie charlotte lucy fatima aisha leila layla zainab mariam maryam noor yasmin irina olga natalia svetlana elena tatiana marina',
);
const HE_NAMES = set(
  'james robert john michael david william richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle walter ethan jeremy harold keith christian roger noah gerald carl terry sean austin arthur lawrence jesse dylan bryan joe jordan billy bruce albert willie gabriel logan alan juan wayne roy ralph randy eugene vincent russell louis philip bobby johnny bradley barack bernie ted marco jeb mitt mike tom tim bill jim bob ben chris steve greg dan rick rand vladimir igor sergei dmitry ivan mohammed mohammad muhammad ahmed ali hassan hussein omar ibrahim abdullah khalid mahmoud yusuf boris nigel tony gordon simon ian neil martin graham stuart oliver harry luke',
);

/** First names that fit both, or whose sex the lists above do not tell. */
const FIRST_NAMES = set(
  'nora mara ida ines nina lena sonja petra greta astrid ingrid freya frieda hedda karin kirsten birgit anneke marieke saskia femke elsa elsie ella eva evelina flora florence fiona gemma georgina gillian gwen hazel heidi helena holly imogen irene iris isabel isabella isla ivy jade jasmine jean jenny jenna jo joanna joanne johanna josephine joy juliet june kathy katy kayla kerry kim kirsty kristen kristin lana leah leanne lesley lillian lily lorraine louise lucia lucinda lydia lynn madeleine madison mandy marcia margot marianne marina marlene mavis maureen maxine may mia mildred mina miranda miriam molly mona monica muriel naomi natalie natasha norma nuala paige pam paula pauline penelope penny philippa phoebe phyllis polly priscilla rita roberta robin robyn rosa rosalind rose rosemary rosie roxanne sabrina sadie sally sasha selma shannon sheila shirley sian sienna silvia simone sonia stacey stella sue susannah suzanne sylvia tamara tanya tara tess tina tracey tracy ursula vanessa vera veronica violet wendy winifred yvonne zara zoe ' +
    'adrian al alastair alec alex alfie alfred alistair allan allen alvin andy angus anton antonio archie arnold art barry bart basil bert brad bradford brendan brent brett bryn byron calvin cameron carlos casey cecil cedric chad charlie chester clarence clark claude clay clayton clement cliff clifford clint clive clyde cody colin conor conrad craig curtis cyril damian damon danny darren darryl dave dean declan derek desmond dirk dominic don doug drew duncan dustin dwight earl ed eddie edgar edmund edwin eli elliot elliott elmer emil enrique erik ernest ernie ervin evan felix fergus fernando floyd francis francisco franklin fred freddie frederick fritz gareth garth gavin gene geoff geoffrey george gerard gilbert giles glen glenn godfrey gordon grant guy hank hans hector herbert herman hubert hugh hugo humphrey ian ignacio irving isaac ivor jaime jake jamal jamie jan jared jarvis jasper javier jay jed jerome jesus jim jimmy joel jon jonas jonny jorge julian karl kay kelvin ken kenny kent kirk kurt kwame kofi lance lars laurence lee leo leon leonard leroy leslie lester lewis lloyd lionel lorenzo lou lucas luis luther malcolm manuel marcus mario marshall mathew matt maurice max maxwell melvin miguel miles milton mitchell morgan morris murray nat nate ned neal neville nick nicolas norman olaf olav olivier orlando oscar otto owen pablo paddy pat pedro percy perry pete phil pierre piers quentin rafael ralf ramon ray reggie reginald reuben rex ricardo rich richie rob robbie rod roderick rodney roland rolf ron ronnie rory ross rowan rufus rupert russ salvador sam sanjay sebastian seth sheldon sid sidney spencer stan stanley stefan stewart stu sven ted terence theo theodore theresa thom tobias toby todd tomas tommy travis trevor tristan troy valentine vernon vic victor wallace wade walt warren wendell wilbur wilfred will willard willis winston woody xavier yan yannick zac zach condoleezza cherie',
);
/** Last names spelt like what makes a name a place's or a body's: Gordon Brown, Cherie Church, Hugh Park. */
const SURNAMES = set(
  'green white black blue golden gold old day bill bills law street road park parks church churches house post press price hall halls west east north south hill hills rivers river lake bay coast beach creek brook bridge bridges tower towers plan king mount fort guard banks bank bond temple abbey center centre fields german french english english irish welsh scott england ireland wales london paris jordan israel german rome china chad war week year month games best power powers german august march cape mountain wall field battle marsh stone section service award highway human savage world social general local',
);
const isFirstName = (word: string) => {
  const key = nameKey(word);
  return SHE_NAMES.has(key) || HE_NAMES.has(key) || FIRST_NAMES.has(key);
};
/** "Cherie Church", "Gordon Brown": a first name makes a person of a word that else names a place or a body. */
const isPersonal = (words: readonly string[]): boolean =>
  words.length > 1 &&
  words.length < 4 &&
  isFirstName(words[0]!) &&
  SURNAMES.has(
    words
      .at(-1)!
      .toLowerCase()
      .replace(/['’]s$/, ''),
  ) &&
  words.slice(1, -1).every((word) => isFirstName(word) || /^\p{Lu}\.?$/u.test(word));

export type Gender = 'he' | 'she' | null;

/** A name as found at one place: `name` leaves out titles and a possessive ending. */
export interface NameAt extends Span {
  words: string[];
  /** Capitalised words before the name that are titles or offices, as printed. */
  title: string | null;
  gender: Gender;
  paragraph: number;
}

/** "al-Amin", "Amin" and "Al-Amin" are one. */
export const nameKey = (word: string) =>
  word
    .toLowerCase()
    .replace(/[’']s$|[’']$/, '')
    .replace(/[’'‘‛`´′ʹʻʼʽʾʿˈˊ.]/g, '')
    .replace(/^(?:al|el)-/, '')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');

const PARTICLE = set(
  'de del della di da du la le el al bin ibn ben bint van von der den ter ten dos das abu st st. y',
);
/** Titles that are also names: "Stephen King Jones" keeps its middle. */
const AMBIGUOUS_TITLES = set(
  'king prince major pope bishop judge st st. miss lord chase dean sir father justice president-elect first grand state health head us uk eu un american british russian chinese french german israeli iranian iraqi syrian turkish ukrainian indian democratic republican',
);
const isTitle = (w: string) => TITLES.has(w);
/** A title that only a person's name follows. */
const COURTESY =
  /^(?:mr|mrs|ms|miss|dr|prof|sen|rep|gov|sgt|lt|capt|col|sir|dame|lady|mme|rev|hon|mayor|senator|captain|judge|officer|detective|sergeant|councill?or|congressman|congresswoman)\.?$/;
/** Words that make another office of the title after them. */
const OFFICE_BEFORE = set('former late acting interim deputy vice assistant associate');

function genderOf(title: readonly string[], first: string): Gender {
  for (const t of title) {
    if (
      /^(?:mr\.?|sir|king|lord|prince|congressman|chairman|spokesman|councilman|father|pope|actor)$/.test(
        t,
      )
    )
      return 'he';
    if (
      /^(?:mrs\.?|ms\.?|miss|dame|lady|queen|princess|congresswoman|chairwoman|spokeswoman|councilwoman|sister|actress)$/.test(
        t,
      )
    )
      return 'she';
  }
  const key = nameKey(first);
  return SHE_NAMES.has(key) ? 'she' : HE_NAMES.has(key) ? 'he' : null;
}

/** "O’NEILL-LEE" -> "O’Neill-Lee". */
export const properCase = (word: string) =>
  word
    .toLowerCase()
    .replace(
      /(^|[-’'])(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    );

/** "March" in "Last March Ann Lee said", "Early Monday" in "Early Monday Ann Lee said". */
const isWhen = (tokens: readonly Token[], at: number): boolean =>
  WHEN.test(tokens[at]!.lower) ||
  (/^(?:early|late|mid)$/.test(tokens[at]!.lower) && WHEN.test(tokens[at + 1]?.lower ?? ''));
const WHEN =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/;

/** Splits a run of tokens that holds a name into titles and name; null where nothing is left of it. */
export function readName(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  paragraph: number,
): NameAt | null {
  let end = to;
  // the name is the last run of capitalised words
  while (end > from && !(tokens[end - 1]!.kind === 'word' && tokens[end - 1]!.cap)) end--;
  let start = end;
  while (start > from) {
    const t = tokens[start - 1]!;
    if (t.kind !== 'word') break;
    if (t.cap) start--;
    else if (
      PARTICLE.has(t.lower) &&
      start - 1 > from &&
      tokens[start - 2]!.kind === 'word' &&
      tokens[start - 2]!.cap
    )
      start--;
    else if (/^al-|^el-/.test(t.lower)) start--;
    else break;
  }
  if (start === end) return null;
  // "the embassy in Damascus Ann Lee": the place is no part of the name.
  const article = tokens[start - 1]?.lower === 'the' ? 1 : 0;
  const ahead = tokens[start - 1 - article];
  if (
    end - start >= 3 &&
    ahead?.kind === 'word' &&
    /^(?:in|to|of|for|at|from)$/.test(ahead.lower)
  ) {
    let k = start;
    while (k < end - 2) {
      const long = LONG_PLACES.has(`${tokens[k]!.lower} ${tokens[k + 1]!.lower}`);
      if (long ? k + 2 > end - 2 : !PLACES.has(tokens[k]!.lower)) break;
      k += long ? 2 : 1;
    }
    start = k;
  }
  // "the Foreign Ministry", "State Department": an office's name keeps words that before a person are a title
  // but "Mr. Church", "Prime Minister Ann Church" are people
  const printed = tokens
    .slice(Math.max(start, end - 2), end)
    .map(({ start: a, end: b }) => text.slice(a, b));
  const body =
    ORGANISATION.has(tokens[end - 1]!.lower) &&
    !(end - start > 1 && COURTESY.test(tokens[end - 2]!.lower)) &&
    !isPersonal(printed);
  let first = start;
  while (
    first < end - 1 &&
    ((!body && isTitle(tokens[first]!.lower)) ||
      COMMON.has(tokens[first]!.lower) ||
      isWhen(tokens, first))
  )
    first++;
  // "Ohio Gov. John Kasich", "Labor Secretary Ann Lee": the office ends before the name.
  for (let k = body ? 0 : Math.min(end - 2, first + 4); k > first; k--) {
    if (isTitle(tokens[k]!.lower) && !AMBIGUOUS_TITLES.has(tokens[k]!.lower)) {
      first = k + 1;
      break;
    }
  }
  if (
    COMMON.has(tokens[first]!.lower) ||
    (TIME.has(tokens[first]!.lower) &&
      end - first === 1 &&
      !/^(?:may|april|june|august)$/.test(tokens[first]!.lower))
  )
    return null;
  const words: string[] = [];
  for (let k = first; k < end; k++)
    words.push(text.slice(tokens[k]!.start, tokens[k]!.end).replace(/[’']s$|(?<=s)[’']$/, ''));
  while (words.length > 2 && /^(?:jr|sr|ii|iii|iv)\.?$/i.test(words.at(-1)!)) words.pop();
  // A name set in capitals is the same name: NORA FINCH.
  if (
    words.length > 1 &&
    words.every((w) => w.length > 2 && w === w.toUpperCase() && /^[\p{Lu}’'-]+$/u.test(w))
  )
    words.forEach((w, k) => (words[k] = properCase(w)));
  const titleWords = tokens.slice(start, first).filter((t) => !COMMON.has(t.lower));
  // "former President Ann Lee": small letters, and yet part of the office.
  let office = start;
  while (
    titleWords.length &&
    office > 0 &&
    tokens[office - 1]!.kind === 'word' &&
    !tokens[office - 1]!.cap &&
    OFFICE_BEFORE.has(tokens[office - 1]!.lower)
  )
    office--;
  const title = titleWords.length
    ? text.slice(
        office < start ? tokens[office]!.start : titleWords[0]!.start,
        titleWords.at(-1)!.end,
      )
    : null;
  const lastToken = tokens[end - 1]!;
  const possessive = /[’']s$/.exec(text.slice(lastToken.start, lastToken.end))?.[0].length ?? 0;
  return {
    start: tokens[first]!.start,
    end: lastToken.end - possessive,
    words,
    title,
    gender: genderOf(
      titleWords.map((t) => t.lower),
      words[0]!,
    ),
    paragraph,
  };
}

/** Whether one word names a body: "Wikinews" does, "Lee" does not. */
export const isBody = (word: string) =>
  ORGANISATION.has(word.toLowerCase()) ||
  /(?:news|times|post|press|tv|radio|magazine|media|today)$/i.test(word);

/** What a capitalised name is likely to name. */
export function kindOfName(words: readonly string[], title: string | null): SpeakerKind {
  const keys = words.map((w) => w.toLowerCase());
  const last = keys.at(-1)!;
  if (
    title &&
    title
      .split(/\s+/)
      .some((t) =>
        /^(?:mr|mrs|ms|dr|president|minister|senator|sen|gov|ambassador|general|rep|spokesman|spokeswoman|judge|mayor|secretary|professor|sir|coach|king|queen|captain|colonel|lt|sgt|officer)\.?$/i.test(
          t,
        ),
      )
  )
    return 'person';
  if (isPersonal(words)) return 'person';
  if (keys.some((k) => ORGANISATION.has(k))) return 'organisation';
  if (keys.every((k) => PLACES.has(k)) || (keys.length === 2 && PLACES.has(keys.join(' '))))
    return 'place';
  if (
    words.some(
      (w) =>
        w.length > 1 && w === w.toUpperCase() && /^[A-Z&.-]+$/.test(w) && !/^[A-Z]\.?$/.test(w),
    ) &&
    words.length < 3 &&
    !words.every((w) => w === w.toUpperCase() && words.length > 1)
  )
    return 'organisation';
  if (
    /(?:s|ans|ese|ish)$/.test(last) &&
    words.length === 1 &&
    /^(?:republicans|democrats|americans|russians|iraqis|syrians|israelis|palestinians|ukrainians|iranians|britons|germans|europeans|muslims|christians|conservatives|liberals|kurds)$/.test(
      last,
    )
  )
    return 'group';
  if (
    words.length >= 2 &&
    words.length < 6 &&
    !keys.some((k) => NO_PERSON.has(k.replace(/'s$/, '')))
  )
    return 'person';
  return 'organisation';
}

/** Every name of a paragraph, in order. */
export function namesIn(text: string, tokens: readonly Token[], paragraph: number): NameAt[] {
  const found: NameAt[] = [];
  for (let k = 0; k < tokens.length; k++) {
    const t = tokens[k]!;
    if (t.kind !== 'word' || !t.cap || t.lower === 'i' || /^i'/.test(t.lower)) continue;
    let end = k + 1;
    while (end < tokens.length && end - k < 10) {
      const n = tokens[end]!;
      if (
        n.kind !== 'word' ||
        /[’']s$/.test(text.slice(tokens[end - 1]!.start, tokens[end - 1]!.end))
      )
        break;
      if (n.cap && COMMON.has(n.lower)) break;
      if (n.cap && n.lower !== 'i') end++;
      else if (
        (PARTICLE.has(n.lower) || /^(?:al|el)-/.test(n.lower)) &&
        (tokens[end + 1]?.cap || /^(?:al|el)-/.test(n.lower))
      )
        end++;
      else break;
    }
    const name = readName(text, tokens, k, end, paragraph);
    if (name) found.push(name);
    k = end - 1;
  }
  return found;
}
