import { expect, test } from 'vitest';
import { agreementOf, type Judgement } from '../../../src/archive/agreement.ts';
import { agreementReport, reportInWords } from '../../../src/desk/review/report.ts';
import { claimOf, doing, workshopOf } from '../desk-archive.ts';

test('what was confirmed, corrected and rejected is counted by rule, type, outlet and month', () => {
  const workshop = workshopOf();
  const id = (words: string) => claimOf(workshop, words).id;
  doing(workshop, { act: 'confirm', claims: [id('Both boats leak'), id('the bridge was no')] });
  doing(workshop, { act: 'reject', claims: [id('the ferry was late')], why: 'hearsay' });
  doing(workshop, {
    act: 'set-speaker',
    claims: [id('the town would pay')],
    speaker: 'mara-obi',
    why: 'read',
  });
  doing(workshop, {
    act: 'add',
    article: 'ferry',
    parts: [{ start: 40, end: 56 }],
    type: 'indirect',
    speaker: null,
    via: [],
    said: null,
    why: 'read',
  });
  const report = agreementReport(workshop.now);
  expect(report).toMatchObject({
    all: { confirmed: 2, corrected: 1, rejected: 1, all: 4, share: 0.5 },
    added: 1,
    unread: 3,
    outlets: [{ name: 'not known', all: 4 }],
    months: [{ month: '2026-11', running: { all: 4, share: 0.5 } }],
  });
  // The rule and the type of what was rejected are those with which it had been found.
  expect(report.types.map(({ name, all, rejected }) => [name, all, rejected])).toEqual([
    ['indirect', 3, 1],
    ['direct', 1, 0],
  ]);
  expect(report.rules.reduce((n, { rejected }) => n + rejected, 0)).toBe(1);
  expect(report.rules.map(({ name }) => name)).not.toContain('not known');
  expect(reportInWords(report)).toContain('4 claims of the machine were read by people: 50 %');
});

test('the limits of a share are those of Wilson', () => {
  const list = (n: number, verdict: Judgement['verdict']): Judgement[] =>
    Array.from({ length: n }, () => ({ verdict, rule: null, type: null, outlet: null, on: null }));
  // R. G. Newcombe, Statistics in Medicine 17 (1998), table I: 81 of 263 and 15 of 148
  const of = (hits: number, all: number) =>
    agreementOf([...list(hits, 'confirmed'), ...list(all - hits, 'rejected')]);
  expect(of(81, 263).low).toBeCloseTo(0.2553, 4);
  expect(of(81, 263).high).toBeCloseTo(0.3662, 4);
  expect(of(15, 148).low).toBeCloseTo(0.0624, 4);
  expect(of(15, 148).high).toBeCloseTo(0.1605, 4);
  expect(agreementOf([])).toMatchObject({ share: 0, low: 0, high: 1 });
});
