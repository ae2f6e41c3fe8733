/** Which descriptions mean whom: "the deputy mayor" is not the mayor. */
import { describe, expect, test } from 'vitest';
import { findClaims } from '../../../src/engine/index.ts';
import { english } from '../../../src/languages/en/index.ts';
import { fits, officesOf } from '../../../src/languages/en/offices.ts';
import { asExpected, marked } from '../../support/marked.ts';

const check = (source: string) => {
  const { expected, ...input } = marked(source);
  expect(asExpected(input.text, findClaims(input, { pack: english, model: null }))).toEqual(
    expected,
  );
};

describe('a description and who was named', () => {
  test.each([
    [
      'a deputy and the office',
      'Mayor Ann Lee and Deputy Mayor Bob Kerr met.\n\nThe deputy mayor said {I Bob Kerr:the bridge was unsafe}.',
    ],
    [
      'the office and a deputy',
      'Mayor Ann Lee and Deputy Mayor Bob Kerr met.\n\nThe mayor said {I Ann Lee:the bridge was unsafe}.',
    ],
    [
      'a deputy alone is not the mayor',
      'Deputy Mayor Ann Lee spoke in Rome.\n\nThe mayor said {I The mayor:the bridge was unsafe}.',
    ],
    [
      'another minister',
      'Foreign Minister Ann Lee spoke in Rome.\n\nThe prime minister said {I The prime minister:the bridge was unsafe}.',
    ],
    [
      'a minister by the noun alone',
      'Foreign Minister Ann Lee spoke in Rome.\n\nThe minister said {I Ann Lee:the bridge was unsafe}.',
    ],
    [
      'two ministers told apart by what they look after',
      'Defence Minister Ann Lee and Foreign Minister Bob Kerr spoke.\n\nThe foreign minister said {I Bob Kerr:the bridge was unsafe}.',
    ],
    [
      'a minister beside a prime minister',
      'Prime Minister Ann Lee and Foreign Minister Bob Kerr spoke.\n\nThe minister said {I Bob Kerr:the bridge was unsafe}.',
    ],
    [
      'premier',
      'Prime Minister Ann Lee spoke in Rome.\n\nThe premier said {I Ann Lee:the bridge was unsafe}.',
    ],
    [
      'a vice president',
      'President Ann Lee spoke in Rome.\n\nThe vice president said {I The vice president:the bridge was unsafe}.',
    ],
    [
      'the president, where a vice president is named',
      'Vice President Ann Lee spoke in Rome.\n\nThe president said {I The president:the bridge was unsafe}.',
    ],
    [
      'a former president',
      'President Ann Lee spoke in Rome.\n\nThe former president said {I The former president:the bridge was unsafe}.',
    ],
    [
      'the president, where a former one is named',
      'In Rome former President Ann Lee spoke.\n\nThe president said {I The president:the bridge was unsafe}.',
    ],
    [
      'the former president who was named',
      'In Rome former President Ann Lee spoke.\n\nThe former president said {I Ann Lee:the bridge was unsafe}.',
    ],
    [
      'an attorney general',
      'General Ann Lee spoke in Rome.\n\nThe attorney general said {I The attorney general:the bridge was unsafe}.',
    ],
    [
      'a general, where an attorney general is named',
      'Attorney General Ann Lee spoke in Rome.\n\nThe general said {I The general:the bridge was unsafe}.',
    ],
    [
      'a rank for another',
      'Lieutenant Ann Lee spoke in Rome.\n\nThe general said {I The general:the bridge was unsafe}.',
    ],
    [
      'a rank by its last word',
      'Lieutenant General Ann Lee spoke in Rome.\n\nThe general said {I Ann Lee:the bridge was unsafe}.',
    ],
    [
      'a rank by its last word and a longer one',
      'General Ann Lee spoke in Rome.\n\nThe major general said {I The major general:the bridge was unsafe}.',
    ],
    [
      'a calling',
      'Ambassador Ann Lee spoke in Rome.\n\nThe diplomat said {I Ann Lee:the bridge was unsafe}.',
    ],
    [
      'presidents of two countries',
      'French President Ann Lee met Russian President Bob Kerr.\n\nThe Russian president said {I Bob Kerr:the bridge was unsafe}.',
    ],
    [
      'the president of another country',
      'French President Ann Lee spoke in Rome.\n\nThe Russian president said {I The Russian president:the bridge was unsafe}.',
    ],
    [
      'an office whose holder is named in the next paragraph',
      'The mayor said {I Ann Lee:the bridge was unsafe}.\n\nMayor Ann Lee spoke in Rome.',
    ],
    [
      'an office whose holder is named much later',
      'The mayor said {I The mayor:the bridge was unsafe}.\n\nIt rained.\n\nMayor Ann Lee spoke in Rome.',
    ],
    [
      'somebody who was only described',
      'A deputy mayor said {I A deputy mayor:the bridge was unsafe}.\n\nThe mayor said {I The mayor:it was safe}.',
    ],
  ])('%s', (_, source) => check(source));

  test.each([
    ['the prime minister', 'premier', true],
    ['the premier', 'Prime Minister', true],
    ['the finance minister', 'Minister of Finance', true],
    ['the defense secretary', 'Defence Secretary', true],
    ['the foreign minister', 'Minister of Finance', false],
    ['the chief engineer', 'engineer', false],
    ['the engineer', 'city’s chief engineer', true],
    ['the founder', 'president and founder', true],
    ['the governor', 'Lieutenant Governor', false],
    ['the admiral', 'Rear Admiral', true],
    ['the secretary-general', 'Secretary General', true],
    ['the general', 'Secretary General', false],
    ['the press secretary', 'Secretary of State', false],
    ['the secretary', 'press secretary', false],
    ['the president', 'president-elect', false],
    ['the Republican', 'Republican Senator', true],
    ['the Republican', 'Senator', false],
    ['the police chief', 'Chief of Police', true],
    ['the police chief', 'fire chief', false],
    ['the lawmaker', 'Sen.', true],
  ])('%s for %s: %s', (description, role, expected) => {
    const [office] = officesOf(description);
    expect(officesOf(role).some((one) => fits(office!, one))).toBe(expected);
  });
});
