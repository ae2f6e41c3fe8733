/** `npm run check`: types and unit tests, the quick half of `npm test`. */
import { runStages } from '../tests/support/stages.ts';

process.exitCode = (await runStages(['types', 'unit'])) > 0 ? 1 : 0;
