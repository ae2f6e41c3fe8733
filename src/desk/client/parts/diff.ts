/** A change of a file as `git diff` writes it. */
import { h } from 'preact';

const kindOf = (line: string): string => {
  if (/^(?:\+\+\+|---|diff |index |new file|deleted file|similarity|rename )/.test(line))
    return 'file';
  if (line.startsWith('@@')) return 'place';
  if (line.startsWith('+')) return 'plus';
  if (line.startsWith('-')) return 'minus';
  return 'same';
};

export function Diff({ diff, path }: { diff: string; path: string }) {
  const lines = diff.replace(/\n$/, '').split('\n');
  return h(
    'pre',
    { class: 'diff', tabIndex: 0, role: 'region', 'aria-label': `Change of ${path}` },
    lines.map((line, i) => h('span', { key: i, class: kindOf(line) }, `${line}\n`)),
  );
}
