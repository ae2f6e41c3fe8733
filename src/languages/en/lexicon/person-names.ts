/**
 * First names with the pronoun that fits, last names spelt like other words, and small words inside names.
 * Source: written by hand. `NAME_PARTICLES` lacks the words of offices that `PARTICLES` has ("of the and for"),
 * and `PARTICLE` has "St." with its point.
 */
import { set } from './set.ts';

/** First names that tell whether "he" or "she" fits; a person whose name is not here fits both. */
export const SHE_NAMES = set(
  'mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa margaret betty sandra ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura sharon cynthia kathleen amy angela anna ann anne brenda emma nicole helen samantha katherine catherine christine debra rachel carolyn janet maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith andrea hannah megan cheryl jacqueline martha gloria teresa sara janice marie julia kathryn grace judy theresa beverly denise marilyn amber danielle brittany diana abigail jane lori hillary ivanka melania chelsea carly kellyanne huma theresa angela alina jill kate katie claire alice sophie charlotte lucy fatima aisha leila layla zainab mariam maryam noor yasmin irina olga natalia svetlana elena tatiana marina',
);
export const HE_NAMES = set(
  'james robert john michael david william richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle walter ethan jeremy harold keith christian roger noah gerald carl terry sean austin arthur lawrence jesse dylan bryan joe jordan billy bruce albert willie gabriel logan alan juan wayne roy ralph randy eugene vincent russell louis philip bobby johnny bradley barack bernie ted marco jeb mitt mike tom tim bill jim bob ben chris steve greg dan rick rand vladimir igor sergei dmitry ivan mohammed mohammad muhammad ahmed ali hassan hussein omar ibrahim abdullah khalid mahmoud yusuf boris nigel tony gordon simon ian neil martin graham stuart oliver harry luke',
);
/** First names that fit both, or whose sex the lists above do not tell. */
export const FIRST_NAMES = set(
  'nora mara ida ines nina lena sonja petra greta astrid ingrid freya frieda hedda karin kirsten birgit anneke marieke saskia femke elsa elsie ella eva evelina flora florence fiona gemma georgina gillian gwen hazel heidi helena holly imogen irene iris isabel isabella isla ivy jade jasmine jean jenny jenna jo joanna joanne johanna josephine joy juliet june kathy katy kayla kerry kim kirsty kristen kristin lana leah leanne lesley lillian lily lorraine louise lucia lucinda lydia lynn madeleine madison mandy marcia margot marianne marina marlene mavis maureen maxine may mia mildred mina miranda miriam molly mona monica muriel naomi natalie natasha norma nuala paige pam paula pauline penelope penny philippa phoebe phyllis polly priscilla rita roberta robin robyn rosa rosalind rose rosemary rosie roxanne sabrina sadie sally sasha selma shannon sheila shirley sian sienna silvia simone sonia stacey stella sue susannah suzanne sylvia tamara tanya tara tess tina tracey tracy ursula vanessa vera veronica violet wendy winifred yvonne zara zoe ' +
    'adrian al alastair alec alex alfie alfred alistair allan allen alvin andy angus anton antonio archie arnold art barry bart basil bert brad bradford brendan brent brett bryn byron calvin cameron carlos casey cecil cedric chad charlie chester clarence clark claude clay clayton clement cliff clifford clint clive clyde cody colin conor conrad craig curtis cyril damian damon danny darren darryl dave dean declan derek desmond dirk dominic don doug drew duncan dustin dwight earl ed eddie edgar edmund edwin eli elliot elliott elmer emil enrique erik ernest ernie ervin evan felix fergus fernando floyd francis francisco franklin fred freddie frederick fritz gareth garth gavin gene geoff geoffrey george gerard gilbert giles glen glenn godfrey gordon grant guy hank hans hector herbert herman hubert hugh hugo humphrey ian ignacio irving isaac ivor jaime jake jamal jamie jan jared jarvis jasper javier jay jed jerome jesus jim jimmy joel jon jonas jonny jorge julian karl kay kelvin ken kenny kent kirk kurt kwame kofi lance lars laurence lee leo leon leonard leroy leslie lester lewis lloyd lionel lorenzo lou lucas luis luther malcolm manuel marcus mario marshall mathew matt maurice max maxwell melvin miguel miles milton mitchell morgan morris murray nat nate ned neal neville nick nicolas norman olaf olav olivier orlando oscar otto owen pablo paddy pat pedro percy perry pete phil pierre piers quentin rafael ralf ramon ray reggie reginald reuben rex ricardo rich richie rob robbie rod roderick rodney roland rolf ron ronnie rory ross rowan rufus rupert russ salvador sam sanjay sebastian seth sheldon sid sidney spencer stan stanley stefan stewart stu sven ted terence theo theodore theresa thom tobias toby todd tomas tommy travis trevor tristan troy valentine vernon vic victor wallace wade walt warren wendell wilbur wilfred will willard willis winston woody xavier yan yannick zac zach condoleezza cherie',
);
/** Last names spelt like what makes a name a place's or a body's: Gordon Brown, Cherie Church, Hugh Park. */
export const SURNAMES = set(
  'green white black blue golden gold old day bill bills law street road park parks church churches house post press price hall halls west east north south hill hills rivers river lake bay coast beach creek brook bridge bridges tower towers plan king mount fort guard banks bank bond temple abbey center centre fields german french english english irish welsh scott england ireland wales london paris jordan israel german rome china chad war week year month games best power powers german august march cape mountain wall field battle marsh stone section service award highway human savage world social general local',
);
export const PARTICLE = set(
  'de del della di da du la le el al bin ibn ben bint van von der den ter ten dos das abu st st. y',
);
export const PARTICLES = set(
  'of the de del della di da du la le el al bin ibn ben van von der den ter dos das abu y e for and on in to',
);
export const NAME_PARTICLES = set(
  'de del della di da du la le el al bin ibn ben bint van von der den ter ten dos das abu y e st',
);
/** Lower-case words inside the name of an office or a body. */
export const OFFICE = set('of the for and on to in');
export const NO_FIRST_NAME = set(
  'in of on by since until till from during before after through last next this late early mid every each between for around about the a an and but or so as if when while that then what how who why where not no it he she they we you i at to with all his her their its our my there here until was is are has have had said says monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december',
);
