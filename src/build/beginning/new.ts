/** `npm run new -- <folder>`: begins an archive of one's own in a folder that holds nothing yet. */
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { makeFolder } from '../putting-in-place/put-in-place.ts';
import { project } from '../settings.ts';
import { quoted } from '../taking-in/options.ts';
import { describe, explained } from '../terminal/errors.ts';
import { filesOf } from './files.ts';
import { beginningOf, type Beginning } from './options.ts';
import { workflowOf } from './workflows.ts';

/** A repository without a commit: the first one is the person's. Gives why there is none, or null. */
function initGit(folder: string): string | null {
  if (existsSync(join(folder, '.git'))) return null;
  const init = (...more: string[]) =>
    spawnSync('git', ['init', '--quiet', ...more, folder], { encoding: 'utf8' });
  const named = init('--initial-branch=main');
  // Versions before 2.28 know no name for the first branch.
  const { error, status, stderr } = named.status === 129 ? init() : named;
  if (error) return 'git is not installed';
  return status === 0 ? null : stderr.trim() || `git init ended with ${status}`;
}

function write(beginning: Beginning): void {
  const { folder } = beginning;
  makeFolder(folder);
  for (const [path, text] of filesOf(beginning)) {
    const file = join(folder, path);
    makeFolder(dirname(file));
    // Never over what somebody else has put there meanwhile.
    writeFileSync(file, text, { flag: 'wx' });
  }
}

/** What was begun, and what comes next. */
function told({ folder, name, curator, address, host, sample }: Beginning): string[] {
  const short = relative(project, folder).replaceAll('\\', '/');
  const archive = quoted(
    short.split('/').filter((step) => step === '..').length > 3 ? folder : short,
  );
  const left = [...(curator === null ? ['curator'] : []), ...(address === null ? ['address'] : [])];
  const workflow = workflowOf(host);
  return [
    `${folder} holds the archive “${name}”${sample ? ', with one invented article' : ''}.`,
    ...(left.length > 0
      ? [`Still to be filled in, in content/site.md: ${left.join(' and ')}.`]
      : []),
    ...(workflow
      ? [`To be published from ${workflow.path}, put the repository of the software in there.`]
      : []),
    '',
    'Next, in the folder of the software:',
    ...(sample ? [] : [`  npm run add -- --archive ${archive} <files or folders>`]),
    `  npm run records -- --archive ${archive}`,
    `  npm start -- --archive ${archive}`,
  ];
}

/** Begins an archive as the arguments and the person at the terminal say; sets the exit code. */
export async function beginArchive(args: string[]): Promise<void> {
  try {
    const beginning = await beginningOf(args);
    write(beginning);
    const without = initGit(beginning.folder);
    for (const line of told(beginning)) console.log(line);
    if (without !== null)
      console.log(`\nThere is no git repository in it (${without}). Keep its history: git init.`);
  } catch (error) {
    console.error(describe(explained(error)));
    process.exitCode = 1;
  }
}
