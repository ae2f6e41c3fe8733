/** What is found in a loose text: what `npm run extract` writes and `findClaims` gives. */
import { z } from 'zod';
import { ClaimType, CueKind, Polarity, Undoing } from './records.ts';

const Offset = z.int().nonnegative();
const Share = z.number().min(0).max(1);
const Place = z.object({ start: Offset, end: Offset, text: z.string() });

/** One contiguous stretch of a claim. Offsets are Unicode code points of the text. */
export const ExtractedQuote = z.object({
  start: Offset,
  end: Offset,
  type: ClaimType,
  speaker: Place.nullable().describe('The speaker as printed here'),
  cue: Place.nullable(),
  name: z.string().nullable().describe('Whom the mention was taken to mean'),
  rule: z.string(),
  confidence: Share.describe(
    'How often claims found like this one are right: these words, said by whoever is printed beside them',
  ),
  wordsConfidence: Share.describe('How often words found like these are somebody’s'),
  speakerConfidence: Share.nullable().describe(
    'How often they are those of whom `name` names, where they are somebody’s; null where that is open',
  ),
  claim: Offset.describe('Stretches of one claim share its number'),
  cueKind: CueKind.optional().describe(
    'What the cue does with the words; left out for plain “said”',
  ),
  polarity: Polarity.optional().describe(
    'Whether the cue denies or asks; left out where it does neither',
  ),
  via: z.array(z.string()).optional(),
  turn: z.int().optional(),
  within: Offset.optional().describe('Number of the claim that contains this one'),
});
export type ExtractedQuote = z.infer<typeof ExtractedQuote>;

export const Extracted = z.object({
  language: z
    .string()
    .optional()
    .describe(
      'BCP 47; only where the text is in a language without rules, so that nothing was looked for',
    ),
  undone: z
    .array(Undoing)
    .readonly()
    .optional()
    .describe('What was undone before the text was read; left out where nothing was'),
  quotes: z.array(ExtractedQuote),
  nested: z
    .array(ExtractedQuote)
    .optional()
    .describe('Claims inside the words of others, with the number of the claim around them'),
});
export type Extracted = z.infer<typeof Extracted>;

/** A text with the name that its answer has. */
export const ExtractInput = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

/** A line of the output. */
export const ExtractedLine = z
  .object({ id: ExtractInput.shape.id, ...Extracted.shape })
  .describe('The claims of one text; offsets count Unicode code points of it, `end` exclusive');
