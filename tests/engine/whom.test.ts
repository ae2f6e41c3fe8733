/** Whom a mention means: names of one person, and pronouns. */
import { describe, expect, test } from 'vitest';
import { findClaims } from '../../src/engine/index.ts';
import { english } from '../../src/languages/en/index.ts';

/** Name of who says the last claim of a text; null where that is open. */
function lastSpeaker(text: string): string | null {
  const paragraphs = [...text.matchAll(/[^\n]+/g)].map(({ 0: line, index }) => ({
    start: index,
    end: index + line.length,
    kind: 'paragraph' as const,
  }));
  const { claims, entities } = findClaims({ text, paragraphs }, { pack: english });
  const speaker = claims.at(-1)?.speaker;
  return speaker ? (entities[speaker.entity]?.name ?? null) : null;
}

describe('a name with words behind it', () => {
  test.each([
    [
      'a body that bears it is another',
      'Mara Obi gave money. “We keep it,” Mara Obi said. The Mara Obi Foundation gave none. But she said it was late.',
      'Mara Obi',
    ],
    [
      'a body named before the person',
      'The Mara Obi Trust gave money. Then Mara Obi came. “We keep the trams,” Mara Obi said.',
      'Mara Obi',
    ],
    [
      'what a headline says of somebody',
      'Mara Obi Signals Shift on the trams.\nMara Obi spoke on Monday. “We keep the trams,” Obi said.',
      'Mara Obi',
    ],
    [
      'a last name that is said alone as well',
      'Marcel Lehel was tried. Marcel Lehel Dorn was freed. “I am glad,” Dorn said.',
      'Marcel Lehel Dorn',
    ],
    ['a middle name', 'Ann Lee came. Ann Maria Lee spoke. “I am glad,” Lee said.', 'Ann Maria Lee'],
  ])('%s', (_, text, name) => {
    expect(lastSpeaker(text)).toBe(name);
  });
});

describe('a pronoun takes up no description of the other sex', () => {
  test.each([
    ['The trams stay, a spokeswoman said.\nHe said it was late.', null],
    ['The trams stay, a spokesman said.\nShe said it was late.', null],
    ['The trams stay, his grandmother said.\nHe said it was late.', null],
    ['The trams stay, a spokeswoman said.\nShe said it was late.', 'a spokeswoman'],
    ['The trams stay, a fisherman said.\nHe said it was late.', 'a fisherman'],
    ['The trams stay, a woman said.\nShe said it was late.', 'a woman'],
    ['The trams stay, a visitor said.\nShe said it was late.', 'a visitor'],
  ])('%s', (text, name) => {
    expect(lastSpeaker(text)).toBe(name);
  });
});

describe('a pronoun paragraphs after somebody spoke', () => {
  const BEFORE = '“We keep the trams,” said Tom Brook.\nThe board met in May.\n';
  test.each([
    [
      'the one who was named since',
      'Late in the afternoon and after many others, David Hall came.\n“It is late,” he said.',
      'David Hall',
    ],
    ['the one who spoke, where nobody was', 'It met again.\n“It is late,” he said.', 'Tom Brook'],
    [
      'the one who spoke, who was named again',
      'Late in the afternoon and after many others, David Hall saw Brook.\n“It is late,” he said.',
      'Tom Brook',
    ],
    [
      'the one who spoke, where the other is of the other sex',
      'Late in the afternoon and after many others, Mary Hall came.\n“It is late,” he said.',
      'Tom Brook',
    ],
    [
      'nobody, where two were named since',
      'Late in the afternoon and after many others, David Hall and Peter Lund came.\n“It is late,” he said.',
      null,
    ],
  ])('means %s', (_, text, name) => {
    expect(lastSpeaker(BEFORE + text)).toBe(name);
  });
});
