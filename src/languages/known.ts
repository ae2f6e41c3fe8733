/** Which languages the rules read. */
import { packFor } from './index.ts';

/** The language that the rules and the model are made for. */
export const LANGUAGE_OF_RULES = 'en';

/** Whether the rules can read a text in this language (BCP 47). */
export const hasRules = (language: string): boolean => packFor(language) !== null;
