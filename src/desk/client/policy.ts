/** The server's policy lets the page make no program of strings: zod does without. */
import { config } from 'zod';

config({ jitless: true });
