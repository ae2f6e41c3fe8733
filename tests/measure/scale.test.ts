/** A bench without texts measures nothing: it says so. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeTexts } from '../../src/measure/scale.ts';

const folder = mkdtempSync(join(tmpdir(), 'verbatim-texts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const script = (text: string) => {
  const path = join(folder, `${text.length}.mjs`);
  writeFileSync(path, text);
  return path;
};

test('a generator that fails ends the bench, with what it said', () => {
  const fails = script('console.error("no room left"); process.exit(3);');
  expect(() => writeTexts(fails, [])).toThrow(/exit code 3.*\n.*no room left/s);
  expect(() => writeTexts(script('process.kill(process.pid, "SIGTERM");'), [])).toThrow(/SIGTERM/);
});

test('one that ends well is let be', () => {
  expect(() => writeTexts(script('console.log("done");'), [])).not.toThrow();
});
