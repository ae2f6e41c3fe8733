/** Outlets that words were given to. */
import type { Token } from '../../../engine/draft.ts';
import { is, lowerOf, phraseAfter, type Phrase } from '../phrases.ts';
import { phrase } from '../phrases/kinds.ts';
import { isCapitalised, isOfName } from '../phrases/tokens.ts';
import type { Attribution } from './frame.ts';

/**
 * The outlet the words were given to: "told the Evening Post", "said in an interview with Reuters".
 * `wordsAt`: where the words after the cue begin, -1 if there are none.
 */
export function outletOf(
  tokens: readonly Token[],
  attribution: Attribution,
  wordsAt: number,
): Phrase | null {
  const { addressee, to, end } = attribution;
  const told = addressee ? phraseAfter(tokens, to, Math.min(tokens.length, to + 8)) : null;
  const addressed = told && (isNamedOutlet(tokens, told) ? told : besideNoun(tokens, told));
  if (addressed) return addressed;
  const limit = wordsAt >= 0 ? wordsAt : Math.min(tokens.length, end + 14);
  for (let k = asideFrom(attribution); k < limit - 2; k++) {
    const t = tokens[k];
    if (!t || isStop(t)) return null;
    if (!is(t, 'interview') || !is(tokens[k + 1], 'with')) continue;
    const outlet = phraseAfter(tokens, k + 2, limit);
    const isNamed =
      outlet?.kind === 'name' && (isOutlet(tokens, outlet) || outlet.to - outlet.from === 1);
    return isNamed ? outlet : null;
  }
  return null;
}

const isNamedOutlet = (tokens: readonly Token[], told: Phrase): boolean =>
  told.kind === 'name' && isOutlet(tokens, told);

/** "the |Sofa Sessions| podcast", "the newspaper |Tiroler Bote|": the name beside what an outlet is; null where none is. */
function besideNoun(tokens: readonly Token[], { from, to }: Phrase): Phrase | null {
  for (let k = from; k < to; k++) {
    if (!OUTLET_NOUN.test(lowerOf(tokens[k])) || isCapitalised(tokens[k])) continue;
    let [start, end] = [k, k + 1];
    while (start > from && isOfName(tokens[start - 1])) start--;
    while (end < to && isOfName(tokens[end])) end++;
    const [first, last] = start < k ? [start, k] : [k + 1, end];
    if (first < last) return phrase(tokens, first, last);
  }
  return null;
}

const OUTLET_NOUN =
  /^(?:podcast|newspaper|paper|daily|weekly|tabloid|broadcaster|channel|network|station|programme|program|show|website|magazine|agency|journal|radio|blog)$/;

/**
 * The first token at which an interview may be named: behind the subject where it stands before the
 * cue.
 */
const asideFrom = ({ subject, from, end }: Attribution): number =>
  subject && subject.to <= from ? Math.max(subject.to, from - 14) : end;

const isStop = (t: Token) =>
  t.kind === 'quote' || (t.kind === 'punct' && /^[.!?;:]$/.test(t.lower));

const OUTLETS = new Set(
  'reuters afp ap tass interfax xinhua bbc cnn nbc abc cbs msnbc npr pbs cnbc fox rt politico bloomberg axios buzzfeed huffpost vox vice slate telegraph guardian jazeera euronews sputnik aljazeera newsmax breitbart itv'.split(
    ' ',
  ),
);

const isOutlet = (tokens: readonly Token[], p: Phrase) => {
  const last = lowerOf(tokens[p.to - 1]);
  return (
    OUTLETS.has(last) ||
    /^(?:.*(?:times|news)|post|journal|tribune|herald|gazette|agency|radio|television|tv|magazine|press|daily|chronicle|observer|mirror|independent|weekly|globe|inquirer|courier|echo|argus|dispatch|bulletin|sentinel|examiner|advertiser|mercury|ledger|express|mail|standard|sun|star|record|podcast|zeitung|bote)$/.test(
      last,
    )
  );
};
