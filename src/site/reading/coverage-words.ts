/** Sentences of a page with two articles beside each other. */
import type { Coverage } from '../../archive/coverage.ts';
import type { ArticleRecord } from '../../model/records.ts';
import { beginning, capital, count, listed } from '../../model/wording.ts';

/** `12 %`, `under 1 %`, of which no line parts the figure from its sign; words that stand within another’s are counted as the other’s. */
export function perCent(share: number): string {
  if (share === 0) return 'within words of others';
  return share < 1 ? 'under 1\u00a0%' : `${Math.round(share)}\u00a0%`;
}

/** Two names to tell the articles apart: of their outlets, or of their titles where these are the same or not known. */
export function namesOfBoth(a: ArticleRecord, b: ArticleRecord): [string, string] {
  const [one, other] = [a.outlet?.name, b.outlet?.name];
  return one && other && one !== other
    ? [one, other]
    : [beginning(a.title, 60), beginning(b.title, 60)];
}

/** `the same speaker`, `the same 3 speakers`. */
const theSame = (n: number, one: string): string =>
  n === 1 ? `the same ${one}` : `the same ${count(n, one)}`;

/** What two articles share, and what only one of them has. */
export function coverageSummary(
  { speakers, alike, topics }: Coverage,
  names: readonly [string, string],
): string {
  const both = speakers.filter(({ a, b }) => a && b).length;
  const only = [speakers.filter(({ b }) => !b).length, speakers.filter(({ a }) => !a).length];
  const shared = [
    ...(both > 0 ? [`quote ${theSame(both, 'speaker')}`] : []),
    ...(alike.length > 0
      ? [
          `have ${count(alike.length, 'pair of claims', 'pairs of claims')} ` +
            'in the same or nearly the same words',
        ]
      : []),
    ...(topics.length > 0 ? [`answer ${theSame(topics.length, 'question')}`] : []),
  ];
  const left = only
    .map((n, i) => (n > 0 ? `${count(n, 'speaker')} only in ${names[i]}` : ''))
    .filter(Boolean);
  const first = shared.length > 0 ? `Both ${listed(shared)}.` : '';
  return [first, left.length > 0 ? `${capital(listed(left))}.` : ''].filter(Boolean).join(' ');
}
