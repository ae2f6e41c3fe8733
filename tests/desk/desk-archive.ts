/** A small archive in memory, and acts on it as the desk performs them. */
import { VFile } from 'vfile';
import { expect } from 'vitest';
import type { Act } from '../../src/desk/api.ts';
import { Refused } from '../../src/desk/acts/index.ts';
import { perform, type Performed } from '../../src/desk/perform.ts';
import { DECISIONS } from '../../src/desk/content.ts';
import { Workshop } from '../../src/desk/state.ts';
import type { ClaimRecord } from '../../src/model/records.ts';
import { contentOf } from '../support/content.ts';

export const FERRY = `Night ferry to stay

4 May 2021

The night ferry between the two towns will stay in service for another ten years, whatever happens to the bridge.

“Both boats leak, and both are old,” said Mara Obi. “Nobody will buy them,” said Mara Obi.

A resident said the ferry was late on most days. “Nobody will buy them,” said Ida Berg.

Ida Berg said that the town would pay for a new boat in the spring.

Both boats leak, and nobody will buy them, a sailor had written on the pier wall in the autumn of that year.
`;
export const BRIDGE = `The bridge is late

5 May 2021

“The bridge will not open this year,” said Mara Obi. Ida Berg said that the bridge was no concern of the town.
`;
export const OBI = '---\nname: Mara Obi\nkind: person\n---\n';
export const SIGNED = { by: 'Ann Lee', on: '2026-11-29' };
const ENCODER = new TextEncoder();

type Cards = NonNullable<Parameters<typeof contentOf>[1]>;

/** Two articles, Mara Obi with a card, Ida Berg without. */
export function workshopOf(
  cards: Cards = {},
  rest: Parameters<typeof contentOf>[2] = {},
): Workshop {
  const content = contentOf(
    { bridge: BRIDGE, ferry: FERRY },
    { speakers: { 'mara-obi': OBI }, ...cards },
    { files: [new VFile({ path: DECISIONS, value: '' })], ...rest },
  );
  for (const list of Object.values(content.cards))
    for (const { file } of list) file.value = ENCODER.encode(String(file.value));
  return Workshop.holding(content, '/nowhere');
}

/** Does an act, as if it were saved. */
export function doing(workshop: Workshop, act: Act): Performed {
  const performed = perform(workshop, act, SIGNED);
  workshop.take(performed.next);
  return performed;
}

/** The messages with which an act is refused. */
export function refusalOf(workshop: Workshop, act: Act) {
  try {
    perform(workshop, act, SIGNED);
  } catch (error) {
    if (error instanceof Refused) return error.problems;
    throw error;
  }
  return expect.fail('the act was done');
}

/** The claims of an article with these words; the nth where several have them. */
export function claimOf(workshop: Workshop, words: string, nth = 0): ClaimRecord {
  const found = workshop.now.archive.articles
    .flatMap(({ claims }) => claims)
    .filter(({ text }) => text.includes(words));
  return found[nth] ?? expect.fail(`no claim holds “${words}”`);
}

export const cardOf = (workshop: Workshop, path: string) => workshop.now.text(`content/${path}.md`);
