/** The English words that the tagger's features ask about; lemmas, lower case. A change asks for a model trained again. */
import { lexiconOf } from '../../engine/tagger/lexicon.ts';
import { words } from './lexicon/set.ts';
import { withThat } from './rules/index.ts';

/** Verbs (and "according") that report speech or writing. */
const SPEECH_VERBS = words(`
  accord accuse acknowledge add address admit advise advocate affirm agree allege announce answer argue ask assert
  assure attack blame blast boast brag call caution charge cite claim clarify comment complain concede conclude
  condemn confess confirm contend continue contradict counter credit criticize criticise declare decry defend demand
  denounce deny describe detail dismiss dispute dub echo elaborate email emphasize emphasise estimate exclaim explain
  express forecast hint imply indicate inform insist instruct interject joke lament lash maintain mention mock mutter
  note object observe order outline pledge plead point post praise predict proclaim promise propose protest quip
  quote read reassure rebut recall recommend recount refer reiterate relate release remark remind repeat reply report
  request respond retort retweet reveal scoff scold shout signal slam speak specify state stress suggest summarize
  swear talk tell term testify threaten tout tweet underscore urge utter voice volunteer vow warn whisper wonder write
  yell say
`);

/** Verbs of thinking, wishing and feeling: not speech, though built like it. */
const BELIEF_VERBS = words(`
  think believe hope want expect know feel fear worry doubt wish consider realize realise understand assume suppose
  guess imagine figure decide plan hate love like prefer intend seek see view regard support oppose favor favour
  agree disagree suspect anticipate hear learn remember forget mean show find
`);

/** Nouns for people and bodies that speak. */
export const PERSON_NOUNS: readonly string[] = words(`
  official spokesman spokeswoman spokesperson source aide adviser advisor analyst expert critic supporter opponent
  lawyer attorney prosecutor judge police officer minister president senator governor mayor lawmaker representative
  candidate campaign strategist operative professor researcher scientist author writer reporter journalist editor
  director executive chief chairman chairwoman head leader member resident voter witness neighbor neighbour friend
  student teacher doctor worker employee manager owner investigator diplomat ambassador activist organizer
  commissioner secretary pollster economist historian man woman people person statement report study survey poll
  letter email memo document article newspaper agency administration government department committee company group
`);

/** What the tagger is told of English. */
export const taggerLexicon = lexiconOf({
  speechVerbs: SPEECH_VERBS,
  beliefVerbs: BELIEF_VERBS,
  personNouns: PERSON_NOUNS,
  conjunction: 'that',
  withConjunction: withThat,
});
