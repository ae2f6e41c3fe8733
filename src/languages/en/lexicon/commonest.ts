/** Words of which every text in English is full, and that no other language prints as often. */
import { set } from './set.ts';

export const COMMONEST = set(
  'the of and that is was for it with as his he be by had her they are this have from or were which their an has would been will said who its but not when at on',
);
