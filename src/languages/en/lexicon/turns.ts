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
