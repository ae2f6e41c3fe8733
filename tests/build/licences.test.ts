import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import {
  isPermissive,
  licencesOf,
  listOf,
  readSbom,
  REVIEWED,
} from '../../src/build/tools/licences.ts';
import { project } from '../../src/build/settings.ts';

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      dev: z.boolean().optional(),
      devOptional: z.boolean().optional(),
    }),
  ),
});

const { components, text } = readSbom();
const licences = licencesOf(components);

test('every package that takes part in making a site has a permissive licence, or one that was looked at', () => {
  expect(licences.length).toBeGreaterThan(100);
  expect(licences.filter(({ standing }) => standing === 'unknown')).toEqual([]);
});

test('the list names first what needs attention, and nothing was looked at in vain', () => {
  const list = listOf(licences);
  expect(list.slice(0, list.indexOf('\n\n'))).toMatch(/lightningcss \S+: MPL-2\.0; /);
  for (const name of Object.keys(REVIEWED)) expect(list).toMatch(new RegExp(`  ${name}[ -]`));
});

test('the bill of materials is CycloneDX; the list holds no tool of the tests', () => {
  expect(JSON.parse(text)).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5' });
  const names = components.map(({ name }) => name);
  expect(names).not.toContain('vitest');
});

test('no package that the lock file has for making a site is missing, whatever else uses it', () => {
  const lock = Lock.parse(JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')));
  const listed = new Set(licences.map(({ name, version }) => `${name}@${version}`));
  const locked = Object.entries(lock.packages)
    .filter(([path, one]) => path !== '' && !one.dev && !one.devOptional)
    .map(([path, { version }]) => `${path.replace(/^.*node_modules\//, '')}@${version}`);
  expect(locked.length).toBeGreaterThan(200);
  expect(locked.filter((one) => !listed.has(one))).toEqual([]);
});

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-only)', true],
  ['MIT AND ISC', true],
  ['MIT AND GPL-3.0-only', false],
  ['GPL-3.0-only', false],
  ['not stated', false],
  ['SEE LICENSE IN LICENSE.md', false],
  ['(MIT AND (GPL-2.0-only OR ISC))', false],
])('`%s` is permissive: %s', (expression, expected) =>
  expect(isPermissive(expression)).toBe(expected),
);

test('a licence that changed since it was looked at is unknown again', () => {
  const [one] = licencesOf([
    { name: 'lightningcss', version: '9.9.9', licenses: [{ license: { id: 'GPL-3.0-only' } }] },
  ]);
  expect(one?.standing).toBe('unknown');
  expect(licencesOf([{ name: 'nothing', version: '1.0.0' }])[0]?.standing).toBe('unknown');
});
