/** What the desk asks of git: who works here, what changed, and a commit of the content folder. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../api.ts';
import { fileChange } from '../diff.ts';

export interface Person {
  name: string;
  email: string;
}

const PATIENCE = 30_000;

/** What git answers; null where it refuses, or is not there. */
function ask(root: string, ...args: string[]): string | null {
  try {
    return execFileSync('git', args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: PATIENCE,
      maxBuffer: 64e6,
      env: { ...process.env, GIT_OPTIONAL_LOCKS: '0' },
    });
  } catch {
    return null;
  }
}

/** Who works here, as git knows it; null where it does not. */
export function personOf(root: string): Person | null {
  const name = ask(root, 'config', 'user.name')?.trim();
  const email = ask(root, 'config', 'user.email')?.trim();
  return name && email ? { name, email } : null;
}

/** Whether the archive lies in a git repository. */
export const isInGit = (root: string): boolean =>
  ask(root, 'rev-parse', '--is-inside-work-tree')?.trim() === 'true';

/** What git will show of the content folder. */
export interface GitState {
  git: boolean;
  branch: string | null;
  diff: string;
  files: string[];
}

export function gitState(root: string): GitState {
  if (!isInGit(root)) return { git: false, branch: null, diff: '', files: [] };
  const hasCommit = ask(root, 'rev-parse', '--verify', '-q', 'HEAD') !== null;
  const base = hasCommit ? 'HEAD' : '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
  const options = ['--no-color', '--no-ext-diff', '--relative'];
  const list = (text: string | null) => (text ?? '').split('\0').filter(Boolean);
  const changed = list(ask(root, 'diff', ...options, '--name-only', '-z', base, '--', 'content'));
  const fresh = list(
    ask(root, 'ls-files', '--others', '--exclude-standard', '-z', '--', 'content'),
  );
  const added = fresh.map((path) => fileChange(path, null, textAt(join(root, path))).diff);
  return {
    git: true,
    branch: ask(root, 'symbolic-ref', '--short', '-q', 'HEAD')?.trim() || null,
    diff: [ask(root, 'diff', ...options, base, '--', 'content') ?? '', ...added].join(''),
    files: [...new Set([...changed, ...fresh])].sort(),
  };
}

const textAt = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

/** What git is in the middle of, with the files in its folder that tell. */
const UNFINISHED = [
  ['MERGE_HEAD', 'a merge', 'Finish it (`git commit`) or take it back (`git merge --abort`)'],
  [
    'rebase-merge',
    'a rebase',
    'Finish it (`git rebase --continue`) or take it back (`git rebase --abort`)',
  ],
  [
    'rebase-apply',
    'a rebase',
    'Finish it (`git rebase --continue`) or take it back (`git rebase --abort`)',
  ],
  ['CHERRY_PICK_HEAD', 'a cherry-pick', 'Finish it or take it back (`git cherry-pick --abort`)'],
  ['REVERT_HEAD', 'a revert', 'Finish it or take it back (`git revert --abort`)'],
] as const;

export type Commitment = { commit: string } | { problem: Problem };

const refused = (message: string): Commitment => ({
  problem: { message, path: null, line: null, field: null },
});

/** Commits what changed under `content/`, and nothing else; refuses in words where that cannot be. */
export function commitContent(root: string, message: string): Commitment {
  if (ask(root, '--version') === null)
    return refused(
      'There is no git on this machine. Install it; the cards are saved all the same.',
    );
  if (!isInGit(root))
    return refused(
      'The archive lies in no git repository. Begin one there with `git init`; the cards are saved all the same.',
    );
  if (personOf(root) === null)
    return refused(
      'Git does not know who works here. Tell it with `git config user.name "Your Name"` and `git config user.email you@example.org`.',
    );
  for (const [name, what, mend] of UNFINISHED) {
    const path = ask(root, 'rev-parse', '--git-path', name)?.trim();
    if (path && existsSync(join(root, path)))
      return refused(`The repository is in the middle of ${what}. ${mend}, then commit.`);
  }
  if (gitState(root).files.length === 0)
    return refused('Nothing under content/ changed since the last commit.');
  const run = (args: string[], input = '') =>
    spawnSync('git', args, {
      cwd: root,
      encoding: 'utf8',
      input,
      timeout: PATIENCE,
      env: { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_EDITOR: 'true' },
    });
  const added = run(['add', '--all', '--', 'content']);
  if (added.status !== 0) return refused(`Git refused: ${said(added)}`);
  const done = run(['commit', '--quiet', '--file=-', '--only', '--', 'content'], message);
  if (done.status !== 0) return refused(`Git refused: ${said(done)}`);
  return { commit: ask(root, 'rev-parse', 'HEAD')?.trim() ?? '' };
}

const said = ({ stderr, stdout }: { stderr: string; stdout: string }): string =>
  (stderr || stdout).trim().split('\n').slice(-3).join(' ') || 'it gave no reason';
