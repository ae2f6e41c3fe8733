/**
 * Words that decide, anywhere in a sentence, who said something, whether, and how surely; abbreviations after whose
 * point a sentence goes on; words that are others with a capital.
 * Source: written by hand from the closed classes of English and its words of degree and number.
 */
import { set, words } from './set.ts';

export const DECIDING: readonly string[] = words(`
  i we you he she it they him her them his its their me us our my your who whom whose
  may might could would will shall should must can ought
  if unless whether perhaps maybe possibly probably allegedly reportedly apparently supposedly purportedly
  hardly barely scarcely almost nearly falsely wrongly jokingly rarely seldom once formerly later
  former ex acting deputy vice interim alleged supposed purported
  zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
  eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen
  first second third fourth fifth sixth seventh eighth ninth tenth half
  no none nothing
`);

export const ABBREVIATED = set(
  'mr mrs ms dr st gen sen rep gov prof lt col sgt capt cpl maj rev hon jr sr messrs mme mlle m no',
);

/** What stands after a name as a part of it: which of the family, which seat, order or degree. */
export const AFTER_NAMES = set(
  'jr jnr sr snr ii iii iv esq mp mep msp mla qc kc jp sj mbe obe cbe kbe ma mba md phd dphil msc bsc rn',
);

/** Names of people, peoples, places, months, parties, churches, clubs, troops and papers that are common words in small letters. */
export const OTHER_WITH_CAPITAL = set(`
  march may august april june sun
  polish turkey turkish china chinese chile chili japan jersey guinea guernsey morocco panama java cologne hamburg wales
  welsh dutch danish swede swedes finn finns lent nice reading bath cork mobile orange tours split brest sale bury wells
  deal rugby limerick tangier tangiers georgia natal hull ware ham mali niger chad oman cuba male lima nancy lens
  bill bob brown carol chase chip chuck clay cliff colt dale dawn daisy dean don drew duke earl eve faith fay flora
  forest forester frank gene grace grant gray green guy hall hardy harry hill holly hope hunter iris ivory ivy jack jade
  jasmine jean jimmy joy judge king knight lance lily long lord marina mark marsh mason mat matt max mercy miles miller
  mo moor myrtle norm olive page park parker pat patience pearl penny peter piper pope price ray rich rob robin rod rose
  ruby rusty sage sally sandy shaw sky smith sterling stone stuart sue summer swift tanner temple turner victor viola
  violet wade walker wall ward warren west white will wolf wood woods young
  labour labor liberal liberals conservative conservatives democrat democrats democratic republican republicans green
  greens socialist socialists communist communists independent independents federalist federalists union unionist
  unionists catholic catholics orthodox reform reformed brethren quaker quakers friends mission
  mercury mars earth titan apple amazon shell target gap ford oracle meta boots post times sun mirror guardian observer
  independent telegraph star herald senate congress parliament cabinet house state states scotch scots lebanese
  rangers rovers wanderers giants eagles lions tigers bears bulls saints angels pirates vikings royals cardinals patriots
  rebels warriors knights wolves hornets hawks foxes dolphins ravens sharks penguins islanders guardians pilgrims blues
  reds whites marines scouts guides cubs brownies guards samaritans masons foresters elks
  record register dispatch examiner monitor economist spectator nation atlantic intercept verge wire lancet science
  news mail express standard chronicle tribune courier gazette journal
`);
