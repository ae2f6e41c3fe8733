import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { reportAddress, suggestionAddress, suggestionText } from '../../src/publish/suggestion.ts';

const article = { id: 'night-ferry', url: 'https://a.example/articles/night-ferry/' };
const claim = { id: 'k3m9wt', url: 'https://a.example/claims/k3m9wt/' };
const about = { article, claim, words: 'The ferry  will\nsail' };

const body = (address: string, name = 'body') => new URL(address).searchParams.get(name);

describe('the text of a suggestion', () => {
  test('has a line for each thing, those of the reader empty', () => {
    expect(suggestionText(about)).toBe(
      [
        'Article: night-ferry https://a.example/articles/night-ferry/',
        'Claim: k3m9wt https://a.example/claims/k3m9wt/',
        'Words: “The ferry will sail”',
        'What is wrong:',
        'Should be:',
        'Source:',
      ].join('\n'),
    );
  });
  test('has no line for a claim where none is meant', () => {
    expect(suggestionText({ article, claim: null, words: null })).not.toContain('Claim');
  });
});

describe('the address', () => {
  test.each([
    ['https://github.com/o/r/issues/new', 'title', 'body'],
    ['https://codeberg.org/o/r/issues/new', 'title', 'body'],
    ['https://gitlab.com/o/r/-/issues/new', 'issue[title]', 'issue[description]'],
    ['https://git.example/o/r/-/issues/new', 'issue[title]', 'issue[description]'],
    ['https://bitbucket.org/o/r/issues/new', 'title', 'content'],
    ['https://forge.example/new?x=1', 'title', 'body'],
    ['https://forge.example/new?x=1&', 'title', 'body'],
    ['https://forge.example/new?', 'title', 'body'],
    ['https://forge.example/new#form', 'title', 'body'],
  ])('at %s fills %s and %s', (report, title, text) => {
    const address = suggestionAddress(report, about)!;
    expect(body(address, title)).toBe('Correction: claim k3m9wt');
    expect(body(address, text)).toBe(suggestionText(about));
    expect(new URL(address).searchParams.get('x')).toBe(report.includes('x=1') ? '1' : null);
    expect(new URL(address).hash).toBe(new URL(report).hash);
    expect(address).not.toMatch(/[\s+'()]/);
  });

  test('of a form with fields fills each by its id', () => {
    const address = suggestionAddress('https://github.com/o/r/issues/new?template=fix.yml', about)!;
    expect(body(address, 'words')).toBe('“The ferry will sail”');
    expect(body(address, 'claim')).toBe('k3m9wt https://a.example/claims/k3m9wt/');
    expect(body(address, 'template')).toBe('fix.yml');
    expect(body(address)).toBeNull();
  });

  test('for mail parts its lines as mail does, and keeps what the card adds', () => {
    const address = suggestionAddress('mailto:desk@a.example?cc=b%40a.example', about)!;
    expect(address).toMatch(/^mailto:desk@a\.example\?cc=b%40a\.example&subject=/);
    expect(body(address)).toBe(suggestionText(about).replaceAll('\n', '\r\n'));
  });

  test('is none without a place for it', () => {
    expect(suggestionAddress(null, about)).toBeNull();
    expect(reportAddress(null, 'a', ['b'])).toBeNull();
  });

  test.each([
    ['https://forge.example/new', 6000],
    ['mailto:desk@a.example', 1900],
  ])('at %s is as long as programs open, whatever the words', (report, most) => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.nat({ max: 300 }),
        (piece, times) => {
          const words = piece.repeat(times);
          const address = suggestionAddress(report, { article, claim, words })!;
          expect(address.length).toBeLessThanOrEqual(most);
          const line = body(address)!.split(/\r?\n/)[2]!;
          const kept = words.replace(/\s+/gu, ' ').trim();
          if (!line.includes(' […] ')) expect(line).toBe(`Words: “${kept}”`);
          else {
            const [start, end] = line.slice('Words: “'.length, -1).split(' […] ');
            expect(kept.startsWith(start!)).toBe(true);
            expect(kept.endsWith(end!)).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('of words with half a character can be opened', () => {
    const address = suggestionAddress('https://forge.example/new', {
      ...about,
      words: 'a\ud83d b',
    })!;
    expect(body(address)).toContain('“a\ufffd b”');
  });
});
