/** `npm run dev`: the live site, which follows the content folder, with the curation page at /curate/. */
import { serveLive, type LivePart } from '../src/build/commands/dev.ts';
import { guardTerminal } from '../src/build/terminal/terminal.ts';
import { curationPart } from '../src/curate/integration.ts';

/** What the live site has beside the pages; a part goes with its line here, its import and its folder. */
const PARTS: readonly LivePart[] = [curationPart];

guardTerminal();
await serveLive(PARTS);
