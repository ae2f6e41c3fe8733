/** What stands in the way: place, what was found, and what mends it. */
import { h } from 'preact';
import type { Problem } from '../../api.ts';

const placeOf = ({ path, line, field }: Problem): string =>
  [path && `${path}${line ? `:${line}` : ''}`, field && `field ${field}`]
    .filter(Boolean)
    .join(', ');

export function Problems({ problems }: { problems: readonly Problem[] }) {
  return h(
    'ul',
    { class: 'problems' },
    problems.map((problem, i) =>
      h('li', { key: i }, [
        placeOf(problem) && h('code', null, placeOf(problem)),
        placeOf(problem) ? ' ' : null,
        problem.message,
      ]),
    ),
  );
}
