/** Lists of citations: what an entry says, as it says it. */
import { expect, test } from 'vitest';
import { citedIn } from '../../../../src/intake/formats/captures/reading/cited.ts';

const rowOf = async (fields: string) =>
  (await citedIn(`@online{lee, title = {The ferry}, ${fields}}\n`))?.rows[0];

// @retorquere/bibtex-parser 9.0.29 reads dates as TeX, in which `~` is a blank and `%` begins a comment.
test.each(['2020~', '2020?', '2020%', '2021-03', '2021-03-14/2021-03-20', '20XX'])(
  'the date %s stays what it is',
  async (date) => expect(await rowOf(`date = {${date}}`)).toMatchObject({ published: date }),
);

test.each([
  ['year = 2021, month = mar', '2021-03'],
  ['year = 2021, month = mar, day = 4', '2021-03-04'],
  ['year = {2021}, month = {14 mar}', '2021-03-14'],
  ['year = {2021}, month = mar # "~14"', '2021-03-14'],
  ['year = {2021}, month = {mar 14}', '2021-03-14'],
  ['year = {2021}, month = "14~" # mar', '2021-03-14'],
  ['year = {2021}, month = mar # "~5"', '2021'],
  ['year = 2021', '2021'],
])('%s is %s', async (fields, published) =>
  expect(await rowOf(fields)).toMatchObject({ published }),
);

// The same version gives them as a person whose last name is others.
test('others are nobody', async () => {
  expect(await rowOf('author = {Lee, Ann and others}')).toMatchObject({ author: 'Ann Lee' });
  expect(await rowOf('author = {{Harbour Board and Partners} and Berg, Bo}')).toMatchObject({
    author: 'Harbour Board and Partners; Bo Berg',
  });
});

test('names in titles keep their capitals', async () =>
  expect(
    (await citedIn('@misc{a, title = {How Mara Obi of the UN left Harbour Town}}'))?.rows,
  ).toEqual([{ title: 'How Mara Obi of the UN left Harbour Town' }]));
