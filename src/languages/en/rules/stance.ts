/** Whoever takes a stance and is quoted next: `Bob Ray disagreed. “It will close my shop.”`, `Ann Lee was blunt: “No.”` */
import type { Token } from '../../../engine/draft.ts';
import { headOf, isOnePerson } from '../descriptions.ts';
import { kindOfName } from '../name-kinds.ts';
import { appositionAt, is, sentenceSubject, type Phrase } from '../phrases.ts';
import type { OpenQuotation } from './unattributed.ts';

const DEED =
  'disagree[ds]?|agree[ds]?|concur(?:s|red)|nod(?:s|ded)|shrug(?:s|ged)|sigh(?:s|ed)|smile[ds]?|laugh(?:s|ed)|pause[ds]?|' +
  'demur(?:s|red)|grin(?:s|ned)|chuckle[ds]?|object(?:s|ed)|hesitate[ds]?|(?:was|were|is|are) not (?:so )?(?:sure|convinced|impressed|amused)|' +
  "(?:wasn|isn|weren)[’']t (?:so )?(?:sure|convinced|impressed|amused)|shook (?:his|her|their) heads?|shakes (?:his|her) head|" +
  "roll(?:s|ed) (?:his|her) eyes|(?:did|does)(?: not|n[’']t) (?:mince|hold back)|minced no|pull(?:s|ed) no punches|" +
  '(?:was|is) having none of it|put(?:s)? it (?:bluntly|plainly|simply)|snort(?:s|ed)|beam(?:s|ed)|scoff(?:s|ed)';
const STATE =
  'blunt|scathing|defiant|adamant|sc?keptical|unsure|coy|measured|philosophical|upbeat|unimpressed|unmoved|unrepentant|' +
  'unconvinced|cautious|emphatic|unapologetic|diplomatic|forthright|frank|candid|dismissive|sanguine|circumspect|' +
  'incredulous|withering|succinct|clear|direct|bullish|gracious|critical|' +
  'sure|certain|convinced|impressed|optimistic|hopeful|pessimistic|sympathetic|generous|charitable|forgiving|enthusiastic|positive|furious|delighted';
const TAKES_STANCE = new RegExp(
  `^(?:(?:also|simply|just|only|merely|then|too) )?(?:${DEED}|(?:is|was|remains|remained|seemed|sounded) (?:(?:not|more|less|rather|also|equally|even|quite|very|far|much|as|too|typically) )*(?:${STATE}))(?: [\\p{L}’'-]+){0,6}$`,
  'u',
);

/** Tokens of the longest sentence that only says what stance somebody takes. */
const LONGEST = 40;

/** Whose stance leads to a quotation, in the sentence before it or before a colon; null where none does. */
export function stanceBefore({ text, tokens, clause, at, isAlone }: OpenQuotation): Phrase | null {
  const end = at - 1;
  if (end <= 0 || !(isAlone ? isStop(tokens[end]) : is(tokens[end], ':'))) return null;
  const start = isAlone ? sentenceStart(tokens, end) : clause.from;
  const subject = sentenceSubject(tokens, start, end);
  const [first] = subject ? tokens.slice(subject.from, subject.to) : [];
  if (!subject || !first || subject.from - start > 1 || !isSomebody(text, tokens, subject))
    return null;
  const beside = appositionAt(tokens, subject.to);
  const verb = is(tokens[subject.to], ',') ? behindAside(tokens, subject.to, end) : subject.to;
  const from = tokens[verb];
  const last = tokens[end];
  if (!from || !last || !TAKES_STANCE.test(text.slice(from.start, last.start))) return null;
  return { ...subject, apposed: beside };
}

const isStop = (t: Token | undefined): boolean => is(t, '.');

/** Where the sentence begins that ends before token `end`. */
function sentenceStart(tokens: readonly Token[], end: number): number {
  let k = end;
  while (k > 0 && end - k < LONGEST && !endsSentence(tokens[k - 1])) k--;
  return k;
}

const endsSentence = (t: Token | undefined): boolean =>
  t?.kind === 'quote' || (t?.kind === 'punct' && /^[.!?]$/.test(t.lower));

/** Behind ", the mayor," and ", who is 40,": the verb of whoever stands before. */
function behindAside(tokens: readonly Token[], open: number, end: number): number {
  let k = open + 1;
  while (k < end && !is(tokens[k], ',')) k++;
  return k < end ? k + 1 : open;
}

/** "Ann Lee", "she", "the mayor"; no body and no document. */
function isSomebody(text: string, tokens: readonly Token[], { kind, from, to }: Phrase): boolean {
  const run = tokens.slice(from, to);
  if (kind === 'pronoun') return /^(?:he|she)$/.test(run[0]?.lower ?? '');
  if (kind === 'name')
    return (
      kindOfName(
        run.map((t) => text.slice(t.start, t.end)),
        null,
      ) !== 'place'
    );
  return kind === 'description' && isOnePerson(headOf(run));
}
