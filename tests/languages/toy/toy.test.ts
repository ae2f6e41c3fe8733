/** The machinery finds claims and their speakers in a language it has never seen: it asks the pack alone. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findClaims, type LanguagePack } from '../../../src/engine/index.ts';
import { quotesOf } from '../../../src/engine/quotes.ts';
import { english } from '../../../src/languages/en/index.ts';
import { packFor } from '../../../src/languages/index.ts';
import { toy } from './pack.ts';

const SRC = new URL('../../../src/', import.meta.url);

const lines = [
  'Tana Vor mol «rikku pel sota ne». Bel Osk ratta.',
  'Zo mol «nim».',
  'Vor mol «sota rik».',
  '«Pel nakko».',
];
const text = lines.join('\n');
const paragraphs = lines.map((line, i) => {
  const start = lines.slice(0, i).join('\n').length + (i > 0 ? 1 : 0);
  return { start, end: start + line.length, kind: 'paragraph' as const };
});

const found = (pack: LanguagePack) => findClaims({ text, paragraphs }, { pack, model: null });

test('finds each claim, its cue and its speaker, in a full name, a last name and a pronoun', () => {
  const { claims, entities } = found(toy);
  const read = (span: { start: number; end: number } | null) =>
    span && text.slice(span.start, span.end);
  expect(
    claims.map(({ parts, cue, mention, speaker }) => ({
      words: parts.map(read),
      cue: read(cue),
      mention: read(mention),
      speaker: speaker && [entities[speaker.entity]?.name, speaker.basis],
    })),
  ).toEqual([
    {
      words: ['rikku pel sota ne'],
      cue: 'mol',
      mention: 'Tana Vor',
      speaker: ['Tana Vor', 'name'],
    },
    { words: ['nim'], cue: 'mol', mention: 'Zo', speaker: ['Tana Vor', 'pronoun'] },
    { words: ['sota rik'], cue: 'mol', mention: 'Vor', speaker: ['Tana Vor', 'last-name'] },
  ]);
});

test('hands them out as quotations, and cuts sentences as the pack does', () => {
  const all = findClaims({ text, paragraphs }, { pack: toy });
  expect(quotesOf(text, all, toy).quotes.map(({ name }) => name)).toEqual(
    Array.from({ length: 3 }, () => 'Tana Vor'),
  );
  expect(all.sentences).toHaveLength(5);
});

test('English finds no cue in it', () => {
  expect(found(english).claims.filter(({ cue }) => cue !== null)).toEqual([]);
});

test('a tag leads to the pack of its language, and to none where there is none', () => {
  expect(['en', 'en-GB', 'EN-us'].map(packFor)).toEqual([english, english, english]);
  expect(['qtx', 'de', 'und', 'eng', ''].map(packFor)).toEqual([null, null, null, null, null]);
});

/** The files of a room that import from a folder. */
function importing(room: string, folder: RegExp): string[] {
  const files = readdirSync(new URL(`${room}/`, SRC), { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.(?:ts|astro)$/.test(file),
  );
  expect(files, room).not.toEqual([]);
  return files.filter((file) => folder.test(readFileSync(new URL(`${room}/${file}`, SRC), 'utf8')));
}

test('no file of the machinery imports a language', () => {
  expect(importing('engine', /from '[^']*\/languages\//)).toEqual([]);
});

test.each(['intake', 'archive', 'publish', 'site', 'build'])(
  'what %s asks of a language goes through the list of languages',
  (room) => expect(importing(room, /from '[^']*\/languages\/\w+\//)).toEqual([]),
);
