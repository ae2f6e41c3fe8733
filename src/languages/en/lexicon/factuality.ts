/**
 * Words that deny that something was said, or leave it open.
 * Source: written by hand.
 */
import { set } from './set.ts';

/** Words that turn a cue round: "did not say that", "refused to say". */
export const NEGATIONS = new Set(
  "not never didn't doesn't don't hasn't haven't hadn't wouldn't won't can't cannot couldn't isn't wasn't aren't weren't nor neither without nobody".split(
    ' ',
  ),
);
export const REFUSALS = new Set(
  'refuse refuses refused refusing decline declines declined declining fail fails failed failing stopped'.split(
    ' ',
  ),
);
/** Subjects of whom nobody is left. */
export const NOBODY = set('no none nobody neither nothing');
/** At the head of a sentence they put its verb before its subject: "Not once has Ann Lee said". */
export const DENYING = set('not never nor neither nowhere no');
/** "Not only did Ann Lee say", "Not until Monday did Ann Lee say": she did. */
export const NOT_DENYING = set('only until till just merely since simply surprisingly');
/** Before a subject: what comes then need not happen. */
export const CONDITIONS = set('if unless lest whether supposing suppose assuming');
/** Before a subject and a verb of the present: what comes then has not happened. */
export const STILL_TO_COME = set('until till once');
/** What is only wished, thought or made up: "imagines Ann Lee saying", "hoped Ann Lee would say". */
export const IN_MIND = set(
  'imagine imagines imagined imagining hope hopes hoped hoping wish wishes wished wishing pretend pretends pretended pretending dream dreams dreamed dreamt dreaming fantasize fantasizes fantasized fantasise fantasised envision envisions envisioned envisage envisages envisaged ' +
    'doubt doubts doubted doubting suspect suspects suspected suspecting expect expects expected expecting fear fears feared fearing',
);
/** "It is believed that": what nobody in particular holds. */
export const THOUGHT = set(
  'understood believed thought assumed supposed rumoured rumored feared hoped expected',
);
/** "It is not true that Ann Lee said", "There is no evidence that". */
export const TRUTH = set(
  'true correct accurate right case fact evidence proof record sign indication',
);
export const UNTRUE = set('untrue false wrong incorrect inaccurate lie myth fabrication hoax');
export const UNSURE = set(
  'possible conceivable unclear doubtful unlikely likely unknown uncertain plausible probable inconceivable unthinkable impossible',
);
