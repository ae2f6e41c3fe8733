/**
 * Adverbs, and verb forms that show where a clause has its verb.
 * Source: written by hand.
 */
import { set } from './set.ts';

/** Words between a subject and its cue. */
export const ADVERBS = set(
  'also then later again once never not even only just still already now today yesterday recently further often sometimes always himself herself themselves itself too soon earlier previously first both all each instead simply reportedly allegedly long ever since famously twice rather quickly almost either neither further thus therefore so very openly',
);
export const NOT_ADVERBS = set(
  'family ally rally reply supply italy july assembly bully fly tally monopoly anomaly jelly lily billy kelly sally molly polly holly emily sicily curly early daily weekly monthly',
);
/** What is done with a statement by those whose it is. */
export const ISSUED = set('signed issued released published posted distributed');
export const FINITE = set(
  "laid lent bent flung forgave forgot knelt leapt overcame sank spun sprang stole strode swam undertook upheld withdrew withstood oversaw overthrew rang is are was were am has have had do does did will would can could may might must shall should isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't cannot got went came took gave made became knew saw thought left felt kept held let began ran won lost met paid sent set stood brought led fell rose grew broke spent sat put cut hit drew shook threw blew flew hung swung swept slept wept woke wore tore bore chose froze drove rode sold built dealt bought fought sought caught heard spoke shot quit struck dug fled fed drank sang ended ends begins includes seems appears remains wants needs plans hopes refuses tries makes takes gives gets goes comes keeps holds leads runs released issued launched phoned telephoned texted messaged emailed e-mailed rang",
);

/** What has been done with a poll, a report, a copy. */
export const MADE = set(`
  conducted taken carried published released issued posted obtained seen reviewed viewed compiled commissioned shared
  provided prepared filed drafted collected gathered sent
`);
