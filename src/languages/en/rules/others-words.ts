/** `“We pay,” she said. A clerk read out a letter from Bo Ray. “I paid.”`: a sentence that leads to somebody else's words. */
import { endOf } from '../../../engine/drafts.ts';
import type { OpenQuotation } from './unattributed.ts';

const READ_OUT =
  /\b(?:read|reads|reading|recited|quoted)(?: \w+){0,6} (?:aloud|out)\b(?! of\b)|\b(?:aloud|out) (?:by|at)\b/;
const WORDS_OF =
  /\b(?:words|advice|warning|reply|answer|motto) (?:of|from|by) (?!h(?:is|er) own\b)/;
const WHAT_ANOTHER =
  /\bwhat (?:(?:his|her|their|an?|the|one|\p{Lu}[\p{L}’'-]*)(?: [\p{L}’'-]+){0,4}|he|she|they) (?:had |once |has )*(?:told|said|written|wrote|taught|shouted)\b/u;
const WRITTEN_BY =
  /\b(?:letter|note|message|email|e-mail|text|poem|statement|postcard|diary|voicemail|sign|banner|plaque|placard) (?:from|by|that read|reading|which read)\b/;

/** Characters of the longest sentence that is looked at. */
const LONGEST = 300;

/** Whether the sentence between a quotation and the attributed one before it leads to what somebody else said or wrote. */
export function isOfOthersWords({ text, quote, before }: OpenQuotation): boolean {
  if (!before) return false;
  const behind = before.type === 'direct' ? Math.max(endOf(before), before.cue?.end ?? 0) : 0;
  const from = Math.max(behind, quote.outer.start - LONGEST);
  const [sentence] = /[^.!?”"]*[.!?:]\s*$/.exec(text.slice(from, quote.outer.start)) ?? [];
  return (
    sentence !== undefined &&
    [READ_OUT, WORDS_OF, WHAT_ANOTHER, WRITTEN_BY].some((sign) => sign.test(sentence))
  );
}
