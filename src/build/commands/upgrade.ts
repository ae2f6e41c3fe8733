/**
 * `npm run upgrade`: brings an archive that another version of the software wrote to this one. Shows first what
 * would change, and changes it with `--yes` or when a person at the terminal says so.
 */
import { readContent, root } from '../archive-files/content.ts';
import { draftsFolder } from '../archive-files/drafts.ts';
import { runOnThreads } from '../archive-files/records.ts';
import {
  formatSoftware,
  otherVersion,
  thisSoftware,
  WRITTEN_BY,
  writtenBy,
} from '../archive-files/written-by.ts';
import { alone } from '../putting-in-place/put-in-place.ts';
import { archiveSettings } from '../settings.ts';
import { isAnswering, withAnswers } from '../terminal/asking.ts';
import { Refusal } from '../terminal/errors.ts';
import { count } from '../terminal/progress.ts';
import { build } from './build.ts';
import { changesInWords, ledgerFiles, wouldChange } from './ledger-changes.ts';

const USAGE = 'Usage: npm run upgrade -- --archive <folder> [--yes] [--out <folder>]';

/** What the ledger would be after a build by this version, as lines; a `Refusal` where the archive is not in order. */
async function pending(): Promise<string[]> {
  const result = await runOnThreads(readContent(), { folder: draftsFolder(root) });
  if (result.errors > 0) {
    console.error(result.report);
    throw new Refusal(`${count(result.errors, 'error')}: nothing was changed.`);
  }
  const { archive } = result;
  return [
    ...changesInWords(archive),
    ...wouldChange(ledgerFiles(archive, root), root).map((path) => `${path} would change`),
  ];
}

async function agreed(): Promise<boolean> {
  if (!isAnswering()) return false;
  const answer = await withAnswers((ask) => ask('Change it so, and build the site? (yes/no)'));
  return /^y(?:es)?$/i.test(answer ?? '');
}

/** Shows what this version would change in the archive, and does it where that is wanted. */
export async function upgrade(args: readonly string[]): Promise<void> {
  const { named } = archiveSettings();
  const unknown = args.find(
    (arg, i) =>
      arg.startsWith('-') && !/^--(?:yes|out(?:=.+)?)$/.test(arg) && args[i - 1] !== '--out',
  );
  if (unknown !== undefined) throw new Refusal([`Unknown option \`${unknown}\`.`, USAGE]);
  if (!named) {
    console.log(
      'The archive in the software’s own folder goes with the software: there is nothing to upgrade.',
    );
    return;
  }
  const noted = writtenBy(root);
  const now = thisSoftware();
  const other = otherVersion(noted);
  if (noted && !other) {
    console.log(
      `The archive was written by this version, ${now.version}: there is nothing to upgrade.`,
    );
    return;
  }
  console.log(other ?? `The archive notes no version of the software; this is ${now.version}.`);
  const changes = await alone(root, pending);
  console.log(
    [
      changes.length === 0 ? 'No claim and no address of it would change.' : 'It would change:',
      ...changes.map((line) => `  ${line}`),
      `  ${WRITTEN_BY}: ${formatSoftware(now).split('\n').slice(1, -1).join(', ')}`,
      'Texts and cards stay what they are. New addresses are added to the list when the site is built.',
    ].join('\n'),
  );
  if (!args.includes('--yes') && !(await agreed())) {
    console.log('Nothing was changed. `npm run upgrade -- --yes` does it.');
    return;
  }
  await build(['--no-frozen', ...args.filter((arg) => arg !== '--yes')], { upgrades: true });
}
