/** What conversations ask of English: labels of the sides, words before a colon that name nobody, closing notes. */

/** Labels that name no person, and which side they stand for. */
export const SIDES: ReadonlyMap<string, 'question' | 'answer'> = new Map<
  string,
  'question' | 'answer'
>([
  ['q', 'question'],
  ['question', 'question'],
  ['interviewer', 'question'],
  ['host', 'question'],
  ['moderator', 'question'],
  ['reporter', 'question'],
  ['journalist', 'question'],
  ['presenter', 'question'],
  ['anchor', 'question'],
  ['a', 'answer'],
  ['answer', 'answer'],
  ['interviewee', 'answer'],
  ['guest', 'answer'],
  ['respondent', 'answer'],
]);
/** Words that stand before a colon without naming a speaker. */
export const NO_LABEL = new Set(
  (
    'note update editor correction warning disclaimer source sources photo image video caption read related more see also contact tel phone email address theme region copyright published updated by from to date time ' +
    'where when what why how who which example tip summary conclusion introduction background result results here this that there these those and but the a an in on at for with first second third finally fact myth pros cons price cost ' +
    'subject re http https articles report location rating director cast step part chapter table figure breaking watch listen live'
  ).split(' '),
);
/** Small words inside names. */
export const SMALL = new Set(
  'of the de del della di da du la le el al bin ibn van von der den and for'.split(' '),
);
/** A closing note on the conversation, which nobody in it says. */
export const OUTRO =
  /^(?:\*|_|\(|\[)*\s?(?:this (?:interview|conversation|transcript|q&a)|the (?:interview|conversation|transcript) (?:was|has)|interview(?:ed)? (?:conducted )?by|as told to|edited (?:for|by)|transcri(?:bed|pt))\b/i;
/** Offices of councils, parliaments and courts at the head of a label. */
export const OF_MEETING =
  /^(?:the )?(?:vice[ -]chair|chair|chairman|chairwoman|chairperson|(?:city |county |town )?council ?(?:member|man|woman)|councill?or|alderman|board member|committee member|member|(?:deputy |lord )?mayor|senator|sen\.?|representative|rep\.?|congress(?:man|woman)|commissioner|clerk|(?:city|county|town) (?:manager|attorney|clerk|administrator)|court|judge|justice|magistrate|witness|defendant|bailiff|jury|juror|foreperson|speaker(?! ?\d)|trustee|supervisor|delegate|minister|secretary|treasurer|(?:public|presiding) \w+)(?![\p{L}])/u;
/** Labels that say what somebody does or is there, and nobody's name. */
export const ROLE_ALONE =
  /^(?:the )?(?:(?:(?:acting|deputy|vice|madam|presiding|mr\.?|first|second|third|unidentified|unknown|unnamed|male|female) )*(?:court|judge|witness|defendant|juror|foreperson|bailiff|clerk|court reporter|chair|chairman|chairwoman|chairperson|speaker|president officer|president pro tempore|presiding officer|moderator|host|co-host|presenter|anchor|announcer|narrator|voice ?over|interviewer|interviewee|interpreter|translator|operator|caller|guest|audience(?: member)?|crowd|group|all|male|female|man|woman|boy|girl|child|person|voice|reporter|journalist|questioner|participant|respondent|member(?: of the (?:public|audience|jury))?|student|teacher|officer|dispatcher|protester|resident|patient|doctor|nurse))(?: ?(?:#|no\.? ?)?(?:\d{1,3}|[a-z]))?$/;
/** What a clerk or a reporter of a parliament notes between speeches, without brackets. */
export const PROCEEDINGS =
  /^(?:(?:an? )?(?:honou?rable|government|opposition|several|some|other|hon\.) (?:honou?rable )?(?:members?|senators?)(?: (?:having|interject\w+|cheer\w*|shout\w*|laugh\w*).*)?|.{0,60}\binterject(?:ed|ing|ions?)\b.{0,20}|(?:question|motion|amendment|resolution|bill)s? (?:\w+ ){0,3}(?:agreed to|put|negatived|carried|passed|read a (?:first|second|third) time).{0,40}|(?:the )?(?:house|committee|senate|council|assembly|sitting|proceedings|debate|hearing|meeting|court|session) (?:was |were |then |stood |is |will )?(?:divided|adjourn\w*|suspended|resumed|interrupted|recessed|concluded|recess\w*)\b.{0,60}|(?:leave granted|ordered accordingly|interruption|whereupon,? .{0,200}|end of (?:transcript|recording|interview)|.{0,30}\b(?:jury|witness) (?:enters?|exits?|sworn|excused|withdrew|leaves)\b.{0,60}))[.\s]*$/i;
/** "BY MR. DOYLE:" above the questions that he puts to a witness. */
export const EXAMINER =
  /^(?:\(|Q\.?\s*\()?by ((?:mr|ms|mrs|miss|dr)\.? \p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?)(?=[):.\s]|$)/iu;
/** What was heard or done, as transcripts note it in brackets; and what was not understood. */
export const STAGE_NOTE =
  /^\W*(?!(?:i|we|you|my|our)\b)(?:(?:the )?(?:witness|defendant|audience|crowd|jury|counsel|caller) (?!of\b|in\b|at\b|who\b|that\b)(?:\w+ ){0,5}\w+|by (?:mr|ms|mrs|miss|dr)\.? [^()]{2,40}|(?:\w+ ){0,4}(?:applau\w+|laugh\w*|chuckl\w+|cheer\w*|inaudible|unintelligible|indiscernible|crosstalk|cross-talk|pauses?|paused|sighs?|smil\w+|nods?|shrugs?|music|silence|(?:begin|end) (?:video|audio)\w*|(?:video|audio) ?(?:clip|tape)s?|commercial break|voice-?over|sound bite|break|chorus of \w+|ayes|interruption|overlapping|off[- ]?mic\w*|recess|coughs?|gasps?|boos|gavel|bell|whisper\w*|grins?|weep\w*|wept|cries|cried|crying|sob\w*|point(?:s|ing)|gestur\w+|wav(?:es|ing)|holds up|looks (?:at|out|up|down|away|around)|turns (?:to|away)|clears (?:his|her) throat|gets up|shouting|phone rings)\b[^.]{0,60}|(?:editor|ed|author|translator)(?:['’]?s)?\.? ?(?:note)?\b.{0,300})\W*$/iu;
const NAME =
  "((?:\\p{Lu}[\\p{L}\\p{M}.’'-]+ )(?:(?:\\p{Lu}[\\p{L}\\p{M}.’'-]*|al|bin|de|del|della|der|di|la|van|von) ){0,2}\\p{Lu}[\\p{L}\\p{M}’'-]+)";
const KIND =
  '(?:[Ii]nterview|INTERVIEW|[Cc]onversation|[Qq]\\s?(?:&|and)\\s?[Aa]|[Qq]uestions?|[Mm]inutes|[Tt]alk(?:ing|s)?|[Cc]hat(?:ting)?|[Cc]offee|[Ll]unch)';
/** What a title prints around the name of whom it is a conversation with: "Q&A with Ida Berg", "Ida Berg: ‘I own three’". */
export const GUESTS = [
  new RegExp(
    `(?<![\\p{L}])${KIND}:? (?:(?:[Ww]ith|[Ff]or|[Tt]o) )?(?:\\p{Ll}[\\p{L}-]* ){0,3}${NAME}(?=$|[,:;?!|–—-]| (?:on|about|of|who|in|at|and (?:his|her|their))(?![\\p{L}]))`,
    'u',
  ),
  new RegExp(`^${NAME}(?:: ["“‘']|,? in (?:her|his|their) own words)`, 'u'),
];
/** Somebody, called by a pronoun, speaks to whoever is named next. */
export const HEARD =
  /\b(?:he|she|they)\b[^.;]{0,60}\b(?:talk(?:s|ed|ing)?|sp(?:eaks?|oke|eaking)|tells|told|sat down|chat(?:s|ted)?|opens up|interview)\s(?:(?:to|with)\s)?(?:[\p{L}’'-]+ ){0,4}$/iu;
