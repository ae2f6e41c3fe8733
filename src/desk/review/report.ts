/** The agreement of machine and person in one's own archive, as data and in words. */
import { foldWords } from '../../archive/correct.ts';
import {
  addedByPeople,
  agreementBy,
  agreementByMonth,
  agreementOf,
  judgementsOf,
  type Agreement,
  type AgreementMonth,
  type AgreementRow,
  type FoundAs,
} from '../../archive/agreement.ts';
import { count, percent } from '../../model/wording.ts';
import type { Snapshot } from '../state.ts';

export interface AgreementReport {
  all: Agreement;
  /** Claims that only a person found. */
  added: number;
  /** Claims that no person has read. */
  unread: number;
  rules: AgreementRow[];
  types: AgreementRow[];
  outlets: AgreementRow[];
  months: AgreementMonth[];
}

/** What rejected words had been found as, by the stages of their article. */
const foundIn =
  (state: Pick<Snapshot, 'draft'>): FoundAs =>
  ({ id }, { words, occurrence }) => {
    const key = foldWords(words);
    const found = state
      .draft(id)
      ?.traced.flatMap((one) => (one.found && foldWords(one.found.text) === key ? [one] : []));
    const dropped =
      found?.[occurrence === null ? -1 : occurrence - 1] ?? found?.find((one) => one.dropped);
    return dropped?.found ? { rule: dropped.found.rule, type: dropped.found.type } : null;
  };

export function agreementReport(state: Pick<Snapshot, 'archive' | 'draft'>): AgreementReport {
  const { articles } = state.archive;
  const judgements = judgementsOf(articles, foundIn(state));
  return {
    all: agreementOf(judgements),
    added: addedByPeople(articles),
    unread: articles.reduce(
      (n, { claims }) => n + claims.filter(({ review }) => review === 'machine').length,
      0,
    ),
    rules: agreementBy(judgements, 'rule'),
    types: agreementBy(judgements, 'type'),
    outlets: agreementBy(judgements, 'outlet'),
    months: agreementByMonth(judgements),
  };
}

const pad = (text: string, to: number) => text.padEnd(to);

function table(title: string, rows: readonly (Agreement & { name: string })[]): string[] {
  if (rows.length === 0) return [];
  const wide = Math.max(...rows.map(({ name }) => name.length), title.length) + 2;
  return [
    '',
    `${pad(title, wide)} read  stand  corrected  rejected`,
    ...rows.map(
      ({ name, all, share, low, high, corrected, rejected }) =>
        `${pad(name, wide)} ${String(all).padStart(4)}  ${percent(share).padStart(5)}  ${String(corrected).padStart(9)}  ${String(rejected).padStart(8)}  (${percent(low)} to ${percent(high)})`,
    ),
  ];
}

export function reportInWords(report: AgreementReport): string {
  const { all, added, unread, rules, types, outlets, months } = report;
  if (all.all === 0)
    return `No person has read a claim that the machine found; ${unread} wait. \`npm run desk\` shows them.`;
  return [
    `${count(all.all, 'claim')} of the machine ${all.all === 1 ? 'was' : 'were'} read by people: ${percent(all.share)} stand as they were found (95 %: ${percent(all.low)} to ${percent(all.high)}).`,
    `${all.confirmed} confirmed, ${all.corrected} corrected, ${all.rejected} rejected; ${added} found by people alone; ${unread} read by nobody.`,
    'The desk shows what looks doubtful first: this is no measure of all claims, which a sample is.',
    ...table('rule', rules),
    ...table('type', types),
    ...table('outlet', outlets),
    ...table(
      'month',
      months.map(({ month, own }) => ({ name: month, ...own })),
    ),
  ].join('\n');
}
