/** Words that several rules ask about. */

import { set } from '../lexicon/set.ts';

/** Before a mark: a title or a nickname follows, nothing said. */
export const NAMED_BY = set(`
  called known titled entitled named dubbed nicknamed headlined labeled labelled so-called term
  word phrase slogan movie film book song album show series novel article essay documentary
  hashtag
`);

/** Verbs that may stand before who says it: “said Ann Lee”. */
export const INVERTING = set(`
  say add ask write explain note reply respond continue warn insist declare tweet recall claim
  argue admit announce observe report remark shout joke conclude state tell agree rejoice wonder
  comment suggest acknowledge predict boast quip post cry exclaim begin go reveal complain
  lament stress quoth
`);

/** What words are said in: “in a letter saying that”. */
export const SAYING_NOUNS = set(`
  statement letter tweet memo report email post message note release speech interview ad article
  letters statements tweets emails posts complaint lawsuit op-ed column video resolution order
  petition editorial
`);

/** What opens a question that is told. */
export const WH = set('if whether how why what where when who which');

/**
 * Words that open a sentence without being its subject, beside prepositions, conjunctions, times
 * and adverbs.
 */
export const OPENERS = set(`
  as when if after before because since while although though so yet but and instead perhaps now
  then still too maybe otherwise meanwhile however also even once here there ultimately
  eventually
`);
