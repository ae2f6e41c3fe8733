/** `npm test -- [stage…]`: types, unit tests, a whole build, tests of the built site, tests in a real browser. */
import { runStages } from '../tests/support/stages.ts';

process.exitCode = (await runStages(process.argv.slice(2))) > 0 ? 1 : 0;
