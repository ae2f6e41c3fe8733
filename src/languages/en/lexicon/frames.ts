/**
 * Words that decide, anywhere in a sentence, who said something, whether, and how surely; abbreviations after whose
 * point a sentence goes on.
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
