/** `npm run fonts`: the fonts of the pages, cut down to what texts use; wanted again after the packages change. */
import { cutFonts } from '../src/build/tools/fonts.ts';
import { guardTerminal } from '../src/build/terminal/terminal.ts';

guardTerminal();
await cutFonts();
