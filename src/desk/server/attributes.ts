/** How cards merge in git: what two people add on two branches both stands. */
import { isInGit } from './git.ts';
import { ATTRIBUTES, textOnDisk } from './saving.ts';

const MERGING = `# Entries of cards stand on lines of their own: what two people add on two branches both stands.
articles/*.md merge=union
speakers/*.md merge=union
topics/*.md merge=union
ledger/decisions.yaml merge=union
`;

/** The file that says so, where the archive is in git and has none yet; null where nothing is to be written. */
export const attributesToWrite = (root: string): string | null =>
  textOnDisk(root, ATTRIBUTES) === null && isInGit(root) ? MERGING : null;
