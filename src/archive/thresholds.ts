/**
 * From which confidence a claim that no person has looked at is published, and from which its speaker is named.
 * Each figure was chosen on the documents of PolNeAR's development half that the model was weighed with (each weighed by
 * a model that had not seen it) and looked at on those that are held back. "Right" is words half of which are a quotation
 * of speech there and back; for a speaker the same head noun, which means the person chosen as often as it was found to
 * of the mentions that were read by hand (`training/persons.ts`).
 *
 * Interview turns have no threshold: labels make them.
 */

/** Words that a rule found. Right are half of those from 0.5 to 0.6, 3 in 4 from there to 0.8, 19 in 20 above. */
export const WORDS_FROM = 0.6;

/** The same for words that no rule found: nothing but weights speaks for them. Right are 4 in 5 from here on. */
export const MODEL_WORDS_FROM = 0.79;

/**
 * From which a speaker is named; below, the claim stays, its speaker is open and whoever it would have been is a
 * candidate. Right are about half of those below, 4 in 5 from here to 0.9, 49 in 50 above.
 */
export const SPEAKER_FROM = 0.66;
