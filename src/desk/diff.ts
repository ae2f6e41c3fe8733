/** Changes of files as `git diff` shows them. */
import { structuredPatch } from 'diff';
import type { FileChange } from './api.ts';

export const fileChange = (
  path: string,
  before: string | null,
  after: string | null,
): FileChange => ({ path, before, after, diff: diffOf(path, before, after) });

function diffOf(path: string, before: string | null, after: string | null): string {
  if (before === after) return '';
  const { hunks } = structuredPatch(path, path, before ?? '', after ?? '', '', '', { context: 3 });
  const head = [`diff --git a/${path} b/${path}`];
  if (before === null) head.push('new file mode 100644');
  if (after === null) head.push('deleted file mode 100644');
  head.push(
    before === null ? '--- /dev/null' : `--- a/${path}`,
    after === null ? '+++ /dev/null' : `+++ b/${path}`,
  );
  // No line stands before the first of an empty file.
  const range = (start: number, lines: number) => {
    if (lines === 0) return `${start - 1},0`;
    return lines === 1 ? `${start}` : `${start},${lines}`;
  };
  const body = hunks.flatMap((hunk) => [
    `@@ -${range(hunk.oldStart, hunk.oldLines)} +${range(hunk.newStart, hunk.newLines)} @@`,
    ...hunk.lines,
  ]);
  return `${[...head, ...body].join('\n')}\n`;
}
