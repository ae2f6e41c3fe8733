/** The form of the data files grows with a version and a line that says what was added. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import * as schemas from '../../src/publish/exports/schema.ts';
import { SCHEMA_CHANGES, SCHEMA_VERSION } from '../../src/publish/exports/schema-version.ts';

/** By version: SHA-256 of the names of all fields. Where this fails, add a change to `SCHEMA_CHANGES` and its sum here. */
const FORMS: Record<number, string> = {
  5: '56aa202f65ed74a032b57c330eaa5fc682a9bda0af763fa328b16edd3830717b',
  4: 'cbe396fe42734c11f3aabf3f46b9bf32eb33f6a10482f130325160130198aae7',
  3: '6aff3adabd9622acacb9859cbda215218c2f4ef64e23ca5d49ae46301e3aa3aa',
};

/** Paths of all fields of a JSON Schema. */
function fieldsOf(schema: unknown, path = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) =>
    key === 'properties'
      ? Object.entries(value as object).flatMap(([name, inner]) => [
          `${path}.${name}`,
          ...fieldsOf(inner, `${path}.${name}`),
        ])
      : fieldsOf(value, path),
  );
}

test('the fields are those that the version stands for', () => {
  const fields = Object.entries(schemas)
    .flatMap(([name, schema]) =>
      schema instanceof z.ZodType ? fieldsOf(z.toJSONSchema(schema), name) : [],
    )
    .sort();
  expect(fields.length).toBeGreaterThan(80);
  expect(createHash('sha256').update(fields.join('\n')).digest('hex')).toBe(FORMS[SCHEMA_VERSION]);
});

test('versions count down by one, and each has its day', () => {
  expect(SCHEMA_CHANGES.map(({ version }) => version)).toEqual(
    SCHEMA_CHANGES.map((_, i) => SCHEMA_CHANGES.length - i),
  );
  for (const { date } of SCHEMA_CHANGES) expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});
