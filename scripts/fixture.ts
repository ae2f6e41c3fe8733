/**
 * `npm run fixture -- <name> <text file>`: makes the folder `tests/fixtures/<name>` of a text, with what the
 * machine finds in it as a draft. Correct the draft by reading the text; then the test holds it.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { VFile } from 'vfile';
import { reporter } from 'vfile-reporter';
import { stringify } from 'yaml';
import type { Content } from '../src/archive/build.ts';
import { buildArchive } from '../src/archive/whole.ts';
import { CARD_FOLDERS, type CardFolder } from '../src/archive/content.ts';
import { expectedOf } from '../src/archive/fixture.ts';
import { describe } from '../src/build/terminal/errors.ts';
import { guardTerminal } from '../src/build/terminal/terminal.ts';
import { Slug } from '../src/model/records.ts';

guardTerminal();

const fail = (words: string) => {
  console.error(words);
  process.exit(1);
};

const [name = '', path = '', ...rest] = process.argv.slice(2);
if (!name || !path || rest.length > 0)
  fail('Name the fixture and its text: `npm run fixture -- <name> <text file>`.');
if (!Slug.safeParse(name).success)
  fail(
    `Unexpected name \`${name}\`, expected small letters, digits and hyphens that say the point, such as \`initials-after-names\`.`,
  );
const folder = join(import.meta.dirname, '../tests/fixtures', name);
if (existsSync(folder)) fail(`There is a fixture \`${name}\` already. Give this one another name.`);

try {
  const bytes = readFileSync(path);
  const file = new VFile({ path, value: bytes });
  const [article] = buildArchive(contentOf(name, file)).articles;
  const report = reporter(file, { quiet: article !== undefined });
  if (report) console.error(report);
  if (!article) process.exit(1);
  const expected = expectedOf(article);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `source${extname(path) === '.html' ? '.html' : '.txt'}`), bytes);
  writeFileSync(join(folder, 'expected.yaml'), stringify(expected, { lineWidth: 0 }));
  console.log(
    `tests/fixtures/${name} holds the text and ${expected.claims.length} claims as they were found. Read the text and correct expected.yaml.`,
  );
} catch (error) {
  console.error(describe(error));
  process.exitCode = 1;
}

/** An archive of nothing but this text. */
function contentOf(article: string, file: VFile): Content {
  const site = '---\nname: Fixture\naddress: https://archive.example/\ncurator: Nobody\n---\n';
  const source = { article, versions: [{ version: 1, path: file.path, file }] };
  return {
    sources: [source],
    cards: Object.fromEntries(
      CARD_FOLDERS.map((cards): [CardFolder, []] => [cards, []]),
    ) as unknown as Content['cards'],
    site: new VFile({ path: 'site.md', value: site }),
    ledger: new Map(),
    decisions: [],
    decisionLines: new Map(),
    manifest: [],
    published: [],
    files: [],
  };
}
