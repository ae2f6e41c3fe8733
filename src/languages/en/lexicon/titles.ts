/**
 * Titles and honorifics before a name.
 * Source: `tables/honorifics.ts`, and by hand. The lists differ on purpose: `TITLES` are all words that a name
 * sheds on its left, `AMBIGUOUS_TITLES` those of them that may be part of it, `COURTESY` those that only a person
 * has, and `TITLE` those after which a small word ("May", "Will") is a name.
 */
import { set } from './set.ts';
import { SHORTENED_TITLES } from './tables/honorifics.ts';

/** Words before a name that are no part of it. */
export const TITLES: ReadonlySet<string> = new Set([
  ...SHORTENED_TITLES,
  ...set(
    'class miss professor emeritus emerita dame lord lady king queen prince princess president vice prime minister premier chancellor secretary senator ' +
      'representative congressman congresswoman governor mayor ambassador envoy general colonel col col. major lieutenant captain sergeant admiral commander ' +
      'judge justice attorney chief officer sheriff detective inspector superintendent constable police pope cardinal bishop archbishop reverend father sister imam rabbi ayatollah grand sheikh sultan emir ' +
      'engineer architect historian scientist researcher lawyer prosecutor activist poet painter philosopher filmmaker pastor teacher doctor nurse skipper founder host entrepreneur businessman businesswoman novelist writer photographer musician comedian ' +
      'director chairman chairwoman chair spokesman spokeswoman spokesperson coach captain manager analyst economist professor author journalist reporter correspondent editor columnist actor actress singer ' +
      "deputy former ex acting interim foreign defense defence finance interior health state speaker leader party majority minority whip councillor councilman councilmember councilwoman commissioner candidate nominee mp u.s. us uk eu un american british russian chinese french german israeli iranian iraqi syrian turkish ukrainian indian democratic republican democrat gop president-elect first lady special presidential head supreme hon hon. commander-in-chief brigadier charge d'affaires st. st fr. msgr msgr. det det. insp insp. supt supt. " +
      'tempore tem executive headteacher headmaster headmistress principal barrister barr barr. advocate adv adv. justices garda cllr cllr. fr ' +
      'sisters brothers twins seri alhaji alhaja hajia hajiya mallam datuk datin dato haji hajj tuan puan shri smt smt. engr engr. otunba comrade madam madame monsieur frau herr ' +
      'brigadier-general lieutenant-general major-general lieutenant-colonel vice-chancellor vice-president vice-chairman ' +
      'co-founder co-chair co-author cofounder supervisor taoiseach tanaiste tánaiste alderman alderwoman selectman comptroller postmaster',
  ),
]);
/** Titles that are also names: "Stephen King Jones" keeps its middle. */
export const AMBIGUOUS_TITLES = set(
  'king prince major pope bishop judge st st. miss lord chase dean sir father justice president-elect first grand state health head us uk eu un american british russian chinese french german israeli iranian iraqi syrian turkish ukrainian indian democratic republican',
);
/** Callings that stand before a whole name at the head of a sentence, and are no first names: "Farmer Mia Dale". */
export const TRADES = set(
  'accountant acrobat producer coroner sophomore freshman junior senior astronaut athlete baker ballerina banker barber barista bartender biologist blacksmith boxer bricklayer broadcaster builder bus butcher camper campaigner carer caretaker cashier chef chemist cleaner clerk climber consultant councilman cyclist dancer defender dentist designer developer diver dressmaker driver economist electrician entrepreneur farmer ferryman fisherman firefighter forester forward gardener geologist goalkeeper goldsmith grandmother grandfather grocer guide hairdresser harbourmaster homeowner housewife illustrator inventor investigator jockey joiner keeper labourer landlord landlady librarian lifeguard linguist locksmith magistrate mechanic meteorologist midfielder midwife miner mother neighbour neighbor nutritionist optician organiser organizer paediatrician paramedic parent passenger pensioner pharmacist physicist pianist pilot planner playwright plumber politician postman programmer protester psychiatrist psychologist publisher rancher ranger realtor referee rescuer resident roofer sailor sculptor seamstress secretary shepherd shopkeeper singer sociologist soldier solicitor songwriter sprinter statistician steward stockbroker striker student surfer surgeon surveyor survivor tailor technician tenant trader trainer trucker tutor undertaker mum mom mam dad gran nan grandad granddad vet veteran veterinarian vicar violinist virologist volunteer waiter waitress walker welder witness worker zookeeper zoologist',
);
/** Ranks and offices that are written in capitals. */
export const LETTER_TITLE =
  /^(?:DI|DCI|DS|DSU|DCS|PC|PCSO|WPC|DAC|ACP|ASP|DSP|SSP|CSP|DIG|IGP|AIG|CP|CS|PS|AG|CJ|CJI|MP|MEP|MSP|MLA|MNA|MPA|MCA|MK|TD|CEO|CFO|COO|CTO|PM|VP|DA|MEC)$/;
/** Letters of ranks, orders and degrees behind a name, which are no part of it: "Thandi Jacobs SC". */
export const LETTERS_AFTER =
  /^(?:KC|QC|SC|SAN|MP|MEP|MSP|MLA|TD|OBE|MBE|CBE|KBE|DBE|OAM|OFR|JD|MD|DDS|DVM|RN|JP|PP|FRS|CPA|MBA|MPH|Esq|Ph ?D|(?:Ed|Psy|Pharm|Th|Sc|Eng|Litt|LL)[DMBS]|[DMB](?:Phil|Sc|Ed|Eng|Litt|Mus|Th|Arch))$/;
/** A degree as it is printed with its points: "Ph.D.", "Ed.D.", "M.Sc.". */
export const DEGREE =
  /^(?:Ph\. ?D|(?:Ed|Psy|Pharm|Th|Sc|Eng|Litt|LL)\.[DMBS]|[DMB]\.(?:Phil|Sc|Ed|Eng|Litt|Mus|Th|Arch))\.(?!\p{L})/u;
/** What an office looks after, before the name of who holds it: "Minister for |Children| Ann Lee". */
export const LOOKED_AFTER = set(
  'home affairs children education health care justice finance defence defense foreign interior trade industry commerce energy water agriculture ' +
    'food rural environment climate transport roads works housing labour labor employment welfare pensions social family women youth sports sport ' +
    'culture arts tourism communications information technology science innovation digital media planning development local government lands mines ' +
    'petroleum power railways aviation ports fisheries forestry immigration integration equality security state public service services economy ' +
    'treasury economic regional national international relations cooperation veterans parliamentary higher skills opposition house senate assembly sea oceans cities regions towns islands elderly disability investment growth business enterprise humanitarian works operations policy police crime fire rescue law communities customs revenue parks wildlife',
);
/** A title that only a person's name follows. */
export const COURTESY =
  /^(?:mr|mrs|ms|miss|dr|prof|sen|rep|gov|sgt|lt|capt|col|sir|dame|lady|mme|rev|hon|mayor|senator|captain|judge|officer|detective|sergeant|councill?or|congressman|congresswoman)\.?$/;
/** A title that is nobody's name and, where no name follows, means nobody. */
export const HONORIFIC =
  /^(?:mr|mrs|ms|mx|messrs|mme|mlle|dr|prof|sen|rep|gov|sgt|lt|capt|cmdr|col|rev|hon|sir|esq|madam)\.?$/;
/** Words that make another office of the title after them. */
export const OFFICE_BEFORE = set('former late acting interim deputy vice assistant associate');
export const TITLE =
  /^(?:mr|mrs|ms|miss|dr|prof|sen|rep|gov|sgt|lt|capt|col|gen|sir|dame|lady|mme|rev|hon|judge|mayor|president|minister|senator|secretary|professor|officer|captain|detective|chief|justice|councill?or|congressman|congresswoman|chairman|chairwoman|spokesman|spokeswoman)\.?$/;
