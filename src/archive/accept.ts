/**
 * Warnings that a person has read and lets stand are not said again, as long as the text is the one that was
 * read.
 */
import type { VFile } from 'vfile';
import type { Card } from '../intake/cards/read.ts';
import type { ArticleCard } from '../intake/cards/schema.ts';
import { complain, nothingToAccept, notToBeAccepted } from '../model/messages.ts';

/** What is settled elsewhere: by a decision, or by noting why a version was taken in. */
const DECIDED_ELSEWHERE: ReadonlySet<string> = new Set([
  'claim-without-place',
  'claim-stands-again',
  'version-without-reason',
]);

/**
 * Takes the warnings that the article's card accepts off the files of its source. An entry that meets none
 * is a warning itself, so that none outlives what it was written for.
 */
export function acceptWarnings(
  versions: readonly { version: number; file: VFile }[],
  card: Card<ArticleCard> | null,
): void {
  const newest = versions.at(-1);
  const warnings = (newest?.file.messages ?? []).filter(({ fatal }) => fatal === false);
  const accepted = new Set<VFile['messages'][number]>();
  const unmet: (() => void)[] = [];
  card?.data.accept?.forEach(({ message, line, version }, i) => {
    const place = card.place(['accept', i, 'message']);
    if (DECIDED_ELSEWHERE.has(message)) {
      complain(card.file, place, notToBeAccepted(message));
      return;
    }
    const met = warnings.filter(
      (one) => newest?.version === version && one.ruleId === message && one.line === line,
    );
    for (const one of met) accepted.add(one);
    if (met.length > 0) return;
    unmet.push(() => {
      const open = warnings
        .filter((one) => !accepted.has(one) && !DECIDED_ELSEWHERE.has(one.ruleId ?? ''))
        .map((one) => `${one.ruleId}, line ${one.line}`);
      const of = version === 1 && newest?.version === 1 ? '' : `, version ${version}`;
      complain(card.file, place, nothingToAccept(`${message}, line ${line}${of}`, open));
    });
  });
  // Only now is it known what is left to accept.
  for (const say of unmet) say();
  if (newest) newest.file.messages = newest.file.messages.filter((one) => !accepted.has(one));
}
