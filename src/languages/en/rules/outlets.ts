/** Outlets that words were given to. */
import type { Token } from '../../../engine/draft.ts';
import { phraseAfter, type Phrase } from '../phrases.ts';
import { is, type Attribution } from './frame.ts';

/** The outlet the words were given to: "told the Evening Post", "said in an interview with Reuters". */
export function outletOf(tokens: readonly Token[], att: Attribution): Phrase | null {
  if (att.addressee) {
    const to = phraseAfter(tokens, att.to, Math.min(tokens.length, att.to + 8));
    if (to?.kind === 'name' && isOutlet(tokens, to)) return to;
  }
  const limit = att.forward >= 0 ? att.forward : Math.min(tokens.length, att.end + 14);
  for (
    let k =
      att.subject && att.subject.to <= att.from ? Math.max(att.subject.to, att.from - 14) : att.end;
    k < limit - 2;
    k++
  ) {
    if (isStop(tokens[k]!)) return null;
    if (!is(tokens[k], 'interview') || !is(tokens[k + 1], 'with')) continue;
    const to = phraseAfter(tokens, k + 2, limit);
    return to?.kind === 'name' && (isOutlet(tokens, to) || to.to - to.from === 1) ? to : null;
  }
  return null;
}

const isStop = (t: Token) =>
  t.kind === 'quote' || (t.kind === 'punct' && /^[.!?;:]$/.test(t.lower));

const OUTLETS = new Set(
  'reuters afp ap tass interfax xinhua bbc cnn nbc abc cbs msnbc npr pbs cnbc fox rt politico bloomberg axios buzzfeed huffpost vox vice slate telegraph guardian jazeera euronews sputnik aljazeera newsmax breitbart itv'.split(
    ' ',
  ),
);

const isOutlet = (tokens: readonly Token[], p: Phrase) => {
  const last = tokens[p.to - 1]!.lower;
  return (
    OUTLETS.has(last) ||
    /^(?:.*(?:times|news)|post|journal|tribune|herald|gazette|agency|radio|television|tv|magazine|press|daily|chronicle|observer|mirror|independent|weekly|globe|inquirer)$/.test(
      last,
    )
  );
};
