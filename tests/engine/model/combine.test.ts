import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findClaims, type EngineText } from '../../../src/engine/index.ts';
import { english } from '../../../src/languages/en/index.ts';
import { scanParagraphs } from '../../../src/engine/marks.ts';
import { asExpected, marked } from '../../support/marked.ts';
import { anyText } from '../any-text.ts';

/** Readings that rules and model must agree on, or that one of them must not spoil. */
const CASES: [string, string][] = [
  [
    'a quotation with its speaker after it',
    '“{D Ann Lee:We have waited long enough,}” said Ann Lee.',
  ],
  [
    'a quotation cut by its attribution',
    '“{D1 Ann Lee:We have waited,}” said Ann Lee, “{D1:and we will wait no more.}”',
  ],
  [
    'a quotation that goes on',
    'Harbour master Ann Lee denied it. “{D Ann Lee:The pier is safe,}” she said. “{D Ann Lee:It was always safe.}”',
  ],
  [
    'words that begin before their quotation end behind its mark',
    'Ann Lee regards {M Ann Lee:the plan as “a gift to the pilots.”}',
  ],
  [
    'told words after "that"',
    'Mayor Ann Lee said that {I Ann Lee:the ferry would sail again in May}.',
  ],
  [
    'told words without "that"',
    'Mayor Ann Lee said {I Ann Lee:the ferry would sail again in May}.',
  ],
  [
    '"according to" at the head',
    'According to Ann Lee, {I Ann Lee:the ferry will sail again in May}.',
  ],
  [
    'two clauses before their attribution',
    '{I Ann Lee:The pier is still unsafe, and the work on its roof is not done}, Ann Lee claimed.',
  ],
  [
    'a clause with a relative clause in it',
    'Ann Lee affirmed that {I Ann Lee:the new pier, which cost ten million, will be a main factor for the town}.',
  ],
  [
    'an agency that passes words on',
    'Reuters cited Ann Lee as saying {I Ann Lee<Reuters:the ferry would sail again in May}.',
  ],
  [
    'a quotation of somebody who quotes somebody',
    'Ann Lee, quoting Bob Kerr, said: “{D Ann Lee:The bridge is unsafe.}”',
  ],
  [
    'whose claim it is, and who did not say it',
    'Bob Kerr’s claim that {I Bob Kerr:the bridge was unsafe} was rejected by Ann Lee.',
  ],
  [
    'told of what stands before “which”',
    'The bridge, which Ann Lee said {I Ann Lee:was safe}, fell.',
  ],
  [
    'a dateline',
    'ROME, May 3 (AP) — Italy’s finance minister, Ann Lee, said Tuesday {I Ann Lee:the bridge would be safe}.',
  ],
  [
    'a dateline in small letters',
    'Springfield, Ill. — Mayor Ann Lee, 54, said {I Ann Lee:the bridge was safe}.',
  ],
  [
    'a dateline and a body in capitals',
    'NATO — the alliance of 32 states — said {I NATO:the bridge was unsafe}.',
  ],
  [
    'what was asked, and an answer without words',
    'Asked if she would resign, Ann Lee said no. “{D Ann Lee:I am going nowhere,}” she insisted.',
  ],
  [
    'words that somebody heard another say',
    '“{D Bob Kerr<Ann Lee:The bridge will close,}” Ann Lee recalled Bob Kerr telling her.',
  ],
  [
    'a participle of the one according to whom',
    'According to a spokesman for the harbour, quoted by AFP, {I a spokesman for the harbour:three boats sank}.',
  ],
  [
    'an aside that ends in a name',
    'The report, written by the judge Ann Lee, says {I The report:police failed the town}.',
  ],
  [
    'the last attribution of all',
    '{I Bob Kerr:A study by Dr Ann Lee found that the bridge is safe}, Bob Kerr reported.',
  ],
  [
    'a denial that somebody else tells of',
    '{I Irina Sokol:Volkov never said the bridge was safe}, his deputy, Irina Sokol, told the paper.',
  ],
  [
    'words that only others tell of',
    '{I two people in the room:Ann Lee told Bob Kerr that he should resign}, according to two people in the room.',
  ],
  [
    'who did something to somebody named',
    'The man who shot Ann Lee said {I The man who shot Ann Lee:he was sorry}.',
  ],
  [
    'where those were who say so',
    'Two people who were in the room said {I Two people who were in the room:Ann Lee had told Bob Kerr that he should resign}.',
  ],
  [
    'this one, not that one',
    'It was Bob Kerr, not Ann Lee, who said {I Bob Kerr:the bridge was safe}.',
  ],
  [
    'a last name alone, then a pronoun',
    'Holm said {I Holm:her client, Otto Berg, was innocent}. “{D ?:He never left the house,}” she said.',
  ],
  [
    'a spokesman',
    'A spokesman for Mayor Ann Lee said {I A spokesman for Mayor Ann Lee:the bridge was safe}.',
  ],
  [
    'an office with “of” before a name',
    'Secretary of State Ann Lee said {I Ann Lee:the bridge was safe}.',
  ],
  ['what was said', 'What Ann Lee said was that {I Ann Lee:the bridge fell}.'],
  [
    'a clause with “before”',
    'Before Ann Lee said {I Ann Lee:the bridge was safe}, the crowd cheered.',
  ],
  ['nothing said', 'Ann Lee said nothing.'],
  ['a scare quote', 'The so-called “night ferry” left the harbour at noon.'],
  ['a belief', 'Ann Lee believes that the ferry will sail again in May.'],
  [
    'plain narrative',
    'The ferry left the harbour at noon. Nobody was on board, and the pier was closed.',
  ],
];

/** Offsets of the marks that open and close quotations. */
const outerMarks = ({ text, paragraphs }: EngineText): Set<number> =>
  new Set(
    scanParagraphs(text, paragraphs, english.marks).flatMap(({ stretches }) =>
      stretches.flatMap(({ open, close }) =>
        [open, close].flatMap((mark) =>
          mark ? Array.from({ length: mark.end - mark.start }, (_, k) => mark.start + k) : [],
        ),
      ),
    ),
  );

test('told words that only the model found stand where speech is told, and not in a life without any', () => {
  const told = 'He later claimed to have learnt the trade as a boy.';
  const life = 'The keeper went round by the mole, and the lamp burnt through the winter. '.repeat(
    20,
  );
  const wordsIn = (text: string) => {
    const input = {
      text,
      paragraphs: [{ start: 0, end: text.length, kind: 'paragraph' as const }],
    };
    return findClaims(input, { pack: english }).claims.map(({ parts: [part] }) =>
      text.slice(part?.start, part?.end),
    );
  };
  expect(wordsIn(told)).toEqual(['to have learnt the trade as a boy']);
  expect(wordsIn(life + told)).toEqual([]);
});

describe('rules and model together', () => {
  test.each(CASES)('%s', (_, source) => {
    const { expected, ...input } = marked(source);
    expect(asExpected(input.text, findClaims(input, { pack: english }))).toEqual(expected);
  });

  test('keep parts trimmed, in order and within one paragraph, and no two claims crossing', () => {
    fc.assert(
      fc.property(anyText, (input) => {
        const { claims } = findClaims(input, { pack: english });
        for (const claim of claims) {
          expect(claim.confidence).toBeGreaterThanOrEqual(0);
          expect(claim.confidence).toBeLessThanOrEqual(1);
          let end = -1;
          for (const part of claim.parts) {
            expect(part.start).toBeGreaterThanOrEqual(end);
            expect(input.text.slice(part.start, part.end)).toMatch(/^\S(?:[\s\S]*\S)?$/u);
            expect(input.paragraphs.some((p) => p.start <= part.start && part.end <= p.end)).toBe(
              true,
            );
            // A quotation stands without the marks around it.
            if (claim.type === 'direct')
              for (const at of [part.start, part.end - 1])
                expect(outerMarks(input).has(at), input.text.slice(part.start, part.end)).toBe(
                  false,
                );
            end = part.end;
          }
        }
        const parts = claims
          .filter(({ within }) => within === null)
          .flatMap((claim) => claim.parts)
          .sort((a, b) => a.start - b.start);
        parts.forEach((part, i) => expect(i === 0 || parts[i - 1]!.end <= part.start).toBe(true));
      }),
      { numRuns: 150 },
    );
  });
});
