import { describe, expect, test } from 'vitest';
import { suggestionText } from '../../../src/publish/suggestion.ts';
import { titleOf } from '../../../src/desk/acts/index.ts';
import {
  issuesIn,
  proposalOf,
  readSuggestions,
  type GivenText,
} from '../../../src/desk/review/suggestions.ts';
import { claimOf, workshopOf } from '../desk-archive.ts';

const workshop = workshopOf();
const claim = claimOf(workshop, 'the town would pay');
const PREFILLED = suggestionText({
  article: { id: 'ferry', url: 'https://a.example/articles/ferry/' },
  claim: { id: claim.id, url: `https://a.example/claims/${claim.id}/` },
  words: claim.text,
});
const filled = (wrong: string, should: string, text = PREFILLED) =>
  text
    .replace('What is wrong:', `What is wrong: ${wrong}`)
    .replace('Should be:', `Should be: ${should}`);
const given = (text: string, more: Partial<GivenText> = {}): GivenText => ({
  name: 'the text',
  text,
  from: null,
  by: null,
  on: null,
  mayBeOther: false,
  ...more,
});
const read = (...texts: GivenText[]) => readSuggestions(texts, workshop.now, '2026-11-29');

describe('what a reader wrote is read', () => {
  test('as the form prefills it', () => {
    expect(read(given(filled('Wrong person.\nShe is the mayor.', 'Mara Obi')))).toMatchObject({
      problems: [],
      suggestions: [
        {
          article: 'ferry',
          claim: claim.id,
          words: claim.text,
          wrong: 'Wrong person.\nShe is the mayor.',
          should: 'Mara Obi',
          state: 'open',
        },
      ],
    });
  });

  test('as mail quotes it, with line ends of mail, several in one text', () => {
    const mail = `${filled('one', 'a')}\r\n\r\n${filled('two', 'b')}`.replace(/\r?\n/g, '\r\n> ');
    expect(read(given(`> ${mail}`)).suggestions.map(({ wrong }) => wrong)).toEqual(['one', 'two']);
  });

  test('as a form for issues writes it', () => {
    const body = `### Article\n\nferry https://a.example/\n\n### What is wrong\n\nThe day.\n\n### Source\n\n_No response_`;
    expect(read(given(body)).suggestions).toMatchObject([
      { article: 'ferry', claim: null, wrong: 'The day.', should: '', source: '' },
    ]);
  });

  test.each([
    ['no lines at all', 'Nice site!', /^the text: found no line `Article: …`, expected/],
    [
      'an unknown article',
      'Article: nowhere\nWhat is wrong: x',
      /^the text, line 1: found article `nowhere`/,
    ],
    [
      'an unknown claim',
      'Article: ferry\nClaim: 222222\nWhat is wrong: x',
      /line 1: found claim `222222`/,
    ],
    [
      'a claim of another article',
      `Article: bridge\nClaim: ${claim.id}\nWhat is wrong: x`,
      /with article `bridge`/,
    ],
    ['nothing filled in', PREFILLED, /found neither `What is wrong` nor `Should be`/],
  ])('%s is named', (_, text, said) => {
    const { suggestions, problems } = read(given(text));
    expect(suggestions).toEqual([]);
    expect(problems[0]).toMatch(said);
  });
});

describe('issues of a repository', () => {
  const body = filled('Wrong person.', 'Mara Obi');
  test.each([
    [
      'gh',
      {
        number: 7,
        body,
        url: 'https://gh/7',
        author: { login: 'ida' },
        state: 'OPEN',
        createdAt: '2026-10-01T08:00:00Z',
      },
    ],
    [
      'the API of GitHub',
      {
        number: 7,
        body,
        url: 'https://api/7',
        html_url: 'https://gh/7',
        user: { login: 'ida' },
        state: 'open',
        created_at: '2026-10-01T08:00:00Z',
      },
    ],
    [
      'GitLab',
      {
        iid: 7,
        description: body,
        web_url: 'https://gh/7',
        author: { username: 'x', name: 'ida' },
        state: 'opened',
        created_at: '2026-10-01T08:00:00.000Z',
      },
    ],
  ])('of %s', (_, issue) => {
    const { texts, problems } = issuesIn('i.json', JSON.stringify([issue]));
    expect(problems).toEqual([]);
    expect(read(...texts).suggestions).toMatchObject([
      { from: 'https://gh/7', by: 'ida', on: '2026-10-01', should: 'Mara Obi' },
    ]);
  });

  test('closed ones and others are passed over, broken ones named', () => {
    const { texts, problems } = issuesIn(
      'i.json',
      JSON.stringify([
        { body, state: 'CLOSED' },
        { body: 'A question', number: 3 },
        { body: 'Article: nowhere', number: 4 },
        { body, pull_request: {} },
        { title: 5 },
      ]),
    );
    const taken = read(...texts);
    expect(problems).toEqual([expect.stringMatching(/^i\.json, \[4\]: found no text/)]);
    expect(taken.passedOver).toEqual(['i.json, issue 3: found no line `Article: …`']);
    expect(taken.problems).toEqual([
      expect.stringMatching(/^i\.json, issue 4, line 1: found article/),
    ]);
    expect(taken.suggestions).toEqual([]);
  });
  test('what is no JSON', () => {
    expect(issuesIn('i.json', '[{').problems[0]).toMatch(
      /^i\.json: found no JSON .*gh issue list/s,
    );
  });
});

test.each([
  ['a speaker of the archive', 'wrong', 'Mara Obi.', 'Set the speaker of a claim'],
  ['a day', 'wrong', '2021-05-03', 'Set the date of a claim'],
  [
    'words that share most of the claim',
    'too short',
    'that the town would pay for a new boat in the spring',
    'Change the bounds of a claim',
  ],
  ['no claim', 'no claim', '', 'Reject a claim'],
  ['the speaker it has', 'wrong', 'Ida Berg', null],
  ['somebody unknown', 'wrong', 'Jo Hale', null],
  ['words elsewhere', 'wrong', 'Both boats leak, and both are old', null],
])('asked for %s', (_, wrong, should, title) => {
  const [one] = read(given(filled(wrong, should))).suggestions;
  const act = one ? proposalOf(one, workshop.now) : null;
  expect(act && titleOf(act)).toBe(title);
});
