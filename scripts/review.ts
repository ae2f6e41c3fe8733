/** `npm run review`: what wants a person, how often people agree with the machine, and with each other. */
import { guardTerminal } from '../src/build/terminal/terminal.ts';
import { reviewCommand } from '../src/desk/review/command.ts';

guardTerminal();
await reviewCommand();
