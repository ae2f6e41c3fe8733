import { describe, expect, test } from 'vitest';
import type { FiledView } from '../../../src/desk/api.ts';
import { authority } from '../../../src/desk/client/authority.ts';
import { cardAct } from '../../../src/desk/client/editors/card.ts';
import { typeOf } from '../../../src/desk/client/editors/new-claim.ts';
import { keyName } from '../../../src/desk/client/keys.ts';
import { narrowed } from '../../../src/desk/client/parts/combobox.ts';
import { whyNot } from '../../../src/desk/client/parts/date-field.ts';
import { reasons, remember } from '../../../src/desk/client/reasons.ts';
import { addressOf, routeOf, type Route } from '../../../src/desk/client/routes.ts';

describe('identifiers of authority files', () => {
  test.each([
    ['Q42', 'https://www.wikidata.org/wiki/Q42'],
    ['https://www.wikidata.org/entity/Q42', 'https://www.wikidata.org/wiki/Q42'],
    ['0000-0002-1825-0097', 'https://orcid.org/0000-0002-1825-0097'],
    ['https://orcid.org/0000-0002-1694-233X', 'https://orcid.org/0000-0002-1694-233X'],
    ['102333412', 'https://viaf.org/viaf/102333412'],
    ['https://viaf.org/viaf/102333412/', 'https://viaf.org/viaf/102333412'],
    ['https://d-nb.info/gnd/118540238', 'd-nb.info'],
  ])('%s is taken', (typed, words) => {
    const read = authority(typed);
    expect(read.words).toContain(words);
    expect(read.isTaken).toBe(true);
  });

  test.each(['0000-0002-1825-0098', 'Q', 'Q0', 'ftp://a.example/', 'javascript:1', 'Ida Berg'])(
    '%s is not',
    (typed) => {
      expect(authority(typed).isTaken).toBe(false);
    },
  );
});

describe('lists narrow to what is typed', () => {
  const options = ['Ida Berg', 'Jürgen Klein', 'Bergen Port Authority'].map((label) => ({
    key: label,
    label,
  }));
  test.each([
    ['berg', ['Bergen Port Authority', 'Ida Berg']],
    ['jurgen', ['Jürgen Klein']],
    ['port berg', ['Bergen Port Authority']],
    ['', ['Ida Berg', 'Jürgen Klein', 'Bergen Port Authority']],
    ['zz', []],
  ])('“%s”', (typed, labels) => {
    expect(narrowed(options, typed).map(({ label }) => label)).toEqual(labels);
  });
});

test('a date is refused with what was found and what was expected; an inferred one needs its reason', () => {
  expect(whyNot('2018-13', 'stated', '')).toContain('2018-13');
  expect(whyNot('last week', 'stated', '')).toContain('Expected EDTF');
  expect(whyNot('2018-07~', 'stated', '')).toBe(null);
  expect(whyNot('2018-07', 'inferred', ' ')).toContain('reason');
  expect(whyNot('2018-07', 'inferred', 'the report of that month')).toBe(null);
});

test('an address leads to the view that it was made of', () => {
  const routes: Route[] = [
    { view: 'queue', filters: {} },
    {
      view: 'queue',
      filters: {
        reason: 'orphan',
        article: 'ferry',
        rule: 'said after',
        below: 0.5,
        review: 'all',
      },
    },
    { view: 'article', id: 'ferry', claim: 'bcdfgh' },
    { view: 'article', id: 'ferry', claim: null },
    { view: 'names', room: 'topics' },
    { view: 'filed', room: 'speakers', id: 'ida-berg' },
    { view: 'changes' },
  ];
  for (const route of routes) expect(routeOf(addressOf(route))).toEqual(route);
  expect(routeOf('#/nowhere')).toEqual({ view: 'queue', filters: {} });
  expect(routeOf('#/queue?reason=none&below=7')).toEqual({ view: 'queue', filters: {} });
});

test('keys have one name each', () => {
  const name = (key: string, more: Partial<KeyboardEvent> = {}) =>
    keyName({ key, ctrlKey: false, metaKey: false, shiftKey: false, ...more });
  expect(name('j')).toBe('j');
  expect(name('{', { shiftKey: true })).toBe('{');
  expect(name('ArrowLeft', { shiftKey: true })).toBe('shift+ArrowLeft');
  expect(name('Z', { ctrlKey: true, shiftKey: true })).toBe('ctrl+shift+z');
  expect(name('z', { metaKey: true })).toBe('ctrl+z');
});

test('the type of a new claim follows the marks around its words', () => {
  const text = 'She said “we will sail” and that “nobody” swims.';
  const part = (words: string) => [
    { start: text.indexOf(words), end: text.indexOf(words) + words.length },
  ];
  expect(typeOf(text, part('we will sail'))).toBe('direct');
  expect(typeOf(text, part('“we will sail”'))).toBe('direct');
  expect(typeOf(text, part('that “nobody” swims'))).toBe('mixed');
  expect(typeOf(text, part('She said'))).toBe('indirect');
});

test('usual reasons keep their digits; those typed follow, the last first, each once', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  const usual = reasons(storage);
  remember('A road sign.', storage);
  remember('A saying.', storage);
  remember(usual[1]!, storage);
  expect(reasons(storage)).toEqual([...usual, 'A saying.', 'A road sign.']);
  kept.set('desk.reasons', '{"not": "a list"}');
  expect(reasons(storage)).toEqual(usual);
});

describe('a card is saved with those fields alone that were changed', () => {
  const filed: FiledView = {
    room: 'speakers',
    id: 'ida-berg',
    name: 'Ida Berg',
    hasCard: true,
    card: {
      name: 'Ida Berg',
      kind: 'person',
      aliases: ['I. Berg'],
      sameAs: ['https://a.example/1'],
    },
    note: 'Harbour master.',
    revision: 1,
    claims: [],
  };
  const fields = {
    kind: 'person' as const,
    aliases: [{ name: 'I. Berg' }],
    roles: [],
    sameAs: [{ address: 'https://a.example/1' }],
    note: 'Harbour master.',
  };

  test('nothing where nothing was', () => {
    expect(cardAct(filed, fields)).toEqual({ act: 'edit-speaker', id: 'ida-berg' });
  });

  test('aliases, those of one article too, without empty rows', () => {
    const aliases: Record<string, string>[] = [
      { name: ' I. Berg ' },
      { name: 'the master', article: 'ferry' },
      { name: ' ' },
    ];
    expect(cardAct(filed, { ...fields, aliases })).toEqual({
      act: 'edit-speaker',
      id: 'ida-berg',
      aliases: ['I. Berg', { name: 'the master', article: 'ferry' }],
    });
  });

  test('what is taken away is taken away', () => {
    expect(cardAct(filed, { ...fields, sameAs: [], note: '' })).toEqual({
      act: 'edit-speaker',
      id: 'ida-berg',
      sameAs: [],
      note: '',
    });
  });
});
