/**
 * What is weighed when a claim is settled: whose words they are, where they begin and end, whether they stand.
 *
 * The sequence model sees a few tokens at a time. It cannot tell whether the words before "and" are a clause
 * already, whether the verb after it is built like the cue, or which of two names is nearer to it. So every
 * candidate is described as a whole by the files named here, and `judge.ts` adds up what each description weighs.
 */
export { boundFeatures, boundsFor } from './choice-of-bound.ts';
export { mentionFeatures, type Candidate } from './choice-of-mention.ts';
export { standingFeatures } from './choice-to-keep.ts';
export { CHOICE_WIDTH, Ground, type Run, type Told } from './ground.ts';
