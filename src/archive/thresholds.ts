/**
 * From which confidence a claim that no person has looked at is published, and from which its speaker is named.
 * Each figure was chosen on one half of PolNeAR's development documents (by the parity of SHA-1 of their ids) and
 * looked at on the other; "right" is words half of which are a quotation of speech there and back, and for a
 * speaker the same head noun.
 *
 * Interview turns have no threshold: labels make them.
 */

/** A claim of the rules with a cue of its own. Words right: 47 and 48 % at 0.50 to 0.55, 70 % from there to 0.60. */
export const PUBLISHED_FROM = 0.5;

/** The same for a claim that no rule found: nothing but weights speaks for it, so more of them have to. */
export const MODEL_PUBLISHED_FROM = 0.6;

/**
 * The same for words in marks that no cue attributes. Below are 64 such quotations, whose words are right in 55 %
 * and whose speaker in 25 %; above are 1,030, with 97 and 94 %.
 */
export const UNCUED_PUBLISHED_FROM = 0.6;

/**
 * From which the speaker of such words is named; below, the claim stays and its speaker is open. Right are 3 in 5
 * below (half of them on the other half), 9 in 10 above. Beside a cue of its own, a speaker is right in four of
 * five cases at every confidence with which a claim is published, so no more is asked there.
 */
export const UNCUED_SPEAKER_FROM = 0.75;
