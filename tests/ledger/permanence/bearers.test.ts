/**
 * Whom "the clerk", "she" or a family name means is told farther up: where the bearer's name is put in or taken out
 * there, the same quoted words may be somebody else's, and go to a person. Each row is a text before and after, both
 * ways.
 */
import { describe, expect, test } from 'vitest';
import { reconcile } from '../../../src/ledger/reconcile/index.ts';
import { parse, version } from './outcome.ts';

const WORDS = 'The weir was never inspected';

const text = (body: string) => `Weir at Halden leaks again

By Ann Lee

4 May 2021

The weir at Halden stood open on Tuesday, and most who came had walked.

${body}

Coffee was served by the door, and the chairs were put away by ten.
`;

/** Whether the claim stays at its address when `before` becomes `after`. */
function isLive(before: string, after: string): boolean {
  const [one, two] = [text(before), text(after)];
  const first = reconcile({
    article: 'text',
    versions: [version(one, 1)],
    rows: [],
    drafts: parse(one),
  });
  const claim = first.claims.find(({ parts }) => parts.some(({ exact }) => exact.includes(WORDS)));
  expect(claim, before).toBeDefined();
  const { claims, orphans, problems } = reconcile({
    article: 'text',
    versions: [version(one, 1), version(two, 2)],
    rows: first.rows,
    drafts: parse(two),
  });
  expect(problems).toEqual([]);
  const orphan = orphans.find(({ id }) => id === claim?.id);
  if (orphan) expect(orphan.candidates, after).not.toEqual([]);
  return claims.some(({ id }) => id === claim?.id);
}

const said = (who: string) => `“${WORDS},” ${who} said.`;

const OTHER_BEARER: [before: string, after: string][] = [
  [
    `Tora Vink is the surveyor of Halden.\n\n${said('the surveyor')}`,
    `Nora Pell is the surveyor of Halden.\n\n${said('the surveyor')}`,
  ],
  [
    `Tora Vink is the surveyor of Halden.\n\n${said('the surveyor')}`,
    `Tora Vink was the surveyor of Halden. Nora Pell is the surveyor.\n\n${said('the surveyor')}`,
  ],
  [
    `Tora Vink is the surveyor of Halden.\n\nThe surveyor said: “${WORDS}.”`,
    `Nora Pell is the surveyor of Halden.\n\nThe surveyor said: “${WORDS}.”`,
  ],
  [
    `The surveyor came with Per Aas, a diver.\n\n${said('the surveyor')}`,
    `The surveyor, Nora Pell, came with Per Aas, a diver.\n\n${said('the surveyor')}`,
  ],
  [
    `The team of Halden sent a young diver.\n\n${said('the diver')}`,
    `The team of Orrdal sent a young diver.\n\n${said('the diver')}`,
  ],
  [
    `Tora Vink spoke first. Her husband, Per Vink, spoke last.\n\n${said('Vink')}`,
    `Tora Vink spoke first.\n\n${said('Vink')}`,
  ],
  [
    `The lamps were lit.\n\n${said('she')}`,
    `Tora Vink, the surveyor, came early.\n\nThe lamps were lit.\n\n${said('she')}`,
  ],
];

const SAME_BEARER: [before: string, after: string][] = [
  [
    `Tora Vink is the surveyor of Halden.\n\n${said('the surveyor')}`,
    `Tora Vink is the surveyor of Halden.\n\nThe divers from Orrdal came late.\n\n${said('the surveyor')}`,
  ],
  [
    `The surveyor of Halden stood by the old weir.\n\n${said('the surveyor')}`,
    `The surveyor of Halden stood by the weir.\n\n${said('the surveyor')}`,
  ],
  [
    `The Surveyor of Halden stood by the weir.\n\n${said('the surveyor')}`,
    `The surveyor of Halden stood by the weir.\n\n${said('the surveyor')}`,
  ],
  [
    `The lamps were lit.\n\n${said('she')}`,
    `The lamps were lit at eight in the evening.\n\n${said('she')}`,
  ],
];

const bothWays = (pairs: readonly [string, string][]) =>
  pairs.flatMap(([one, two]) => [
    { before: one, after: two },
    { before: two, after: one },
  ]);

describe('who bears a description, a pronoun or a family name', () => {
  test.each(bothWays(OTHER_BEARER))('is another: $before → $after', ({ before, after }) => {
    expect(isLive(before, after)).toBe(false);
  });
  test.each(bothWays(SAME_BEARER))('is the same: $before → $after', ({ before, after }) => {
    expect(isLive(before, after)).toBe(true);
  });
});
