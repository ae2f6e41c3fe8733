/** Articles whose sources are gone: withdrawn by a person, or lost by mistake. */
import type { Card } from '../intake/cards/read.ts';
import type { ArticleCard } from '../intake/cards/schema.ts';
import type { LedgerRow, Reconciled } from '../ledger/index.ts';
import { complain, ledgerProblem } from '../model/messages.ts';
import { wordsOfParts } from '../model/parts.ts';
import type { Content } from './content.ts';

/** Articles that a person withdrew whole, by a decision on their address, with the reason. */
const withdrawnReasons = (content: Content) =>
  new Map(
    content.decisions.flatMap((d) => {
      const article =
        'address' in d && 'withdrawn' in d
          ? /^articles\/([^/]+)\/$/.exec(d.address)?.[1]
          : undefined;
      return article ? [[article, d] as const] : [];
    }),
  );
export const withdrawnArticles = (content: Content): ReadonlySet<string> =>
  new Set(withdrawnReasons(content).keys());

/** Rows of the ledger whose article has no source: withdrawn with it by a person, or a mistake. */
export function withoutSource(
  content: Content,
  cards: ReadonlyMap<string, Card<ArticleCard>>,
): [string, Reconciled][] {
  const present = new Set([
    ...content.sources.map(({ article }) => article),
    ...[...cards.values()].flatMap(({ data }) => data.formerly ?? []),
  ]);
  const reasons = withdrawnReasons(content);
  return [...content.ledger].flatMap(([article, rows]): [string, Reconciled][] => {
    if (present.has(article) || rows.length === 0) return [];
    const decision = reasons.get(article);
    if (!decision || !('withdrawn' in decision)) {
      const file =
        content.files.find(({ path }) => path.endsWith(`/${article}.json`)) ?? content.site;
      complain(
        file,
        null,
        ledgerProblem(
          'ledger-without-source',
          `Unexpected ledger of an article \`${article}\` that has no source, expected the source or what became of it`,
          [
            'Bring the source back with git.',
            `If the article has another name, write \`formerly: [${article}]\` in its card;`,
            `if it was withdrawn, write \`- address: articles/${article}/\` with`,
            '`withdrawn: <reason>` in content/ledger/decisions.yaml;',
            'if it was never published, delete the file.',
          ].join(' '),
        ),
      );
      return [];
    }
    const { withdrawn, on } = decision;
    const changes: Reconciled['changes'] = [];
    const gone = rows.map((row): LedgerRow => {
      if (row.status === 'withdrawn') return row;
      changes.push({
        kind: 'decided',
        article,
        claim: row.id,
        words: wordsOfParts(row.parts),
        detail: 'withdrawn with its article',
      });
      return {
        ...row,
        status: 'withdrawn',
        successor: null,
        since: on ?? `version ${row.version}`,
        reason: withdrawn,
        decided: 'decisions',
      };
    });
    return [[article, { rows: gone, claims: [], ids: [], orphans: [], changes, problems: [] }]];
  });
}
