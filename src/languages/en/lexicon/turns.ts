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
  /^(?:the )?(?:vice[ -]chair|chair|chairman|chairwoman|chairperson|(?:city |county |town )?council ?(?:member|man|woman)|councill?or|alderman|board member|committee member|member|(?:deputy |lord )?mayor|senator|sen\.?|representative|rep\.?|congress(?:man|woman)|commissioner|clerk|(?:city|county|town) (?:manager|attorney|clerk|administrator)|court|judge|justice|magistrate|witness|defendant|bailiff|jury|juror|foreperson|speaker|trustee|supervisor|delegate|minister|secretary|treasurer|(?:public|presiding) \w+)(?![\p{L}])/u;
/** What was heard or done, as transcripts note it in brackets; and what was not understood. */
export const STAGE_NOTE =
  /^\W*(?:(?:\w+ ){0,4}(?:applau\w+|laugh\w*|chuckl\w+|cheer\w*|inaudible|unintelligible|indiscernible|crosstalk|cross-talk|pauses?|paused|sighs?|smil\w+|nods?|shrugs?|music|silence|interruption|overlapping|off[- ]?mic\w*|recess|coughs?|gasps?|boos|gavel|whispers?|grins?|weeps?|cries|sobs?|shouting|phone rings)\b[^.]{0,60}|(?:editor|ed|author|translator)(?:['’]?s)?\.? ?(?:note)?\b.{0,300})\W*$/iu;
