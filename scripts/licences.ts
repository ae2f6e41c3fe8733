/**
 * `npm run licences`: under which licence every package stands that takes part in making a site, and which of
 * them a person has to look at. With `--out <folder>` the list (`licences.txt`) and npm's bill of materials
 * (`sbom.cdx.json`, CycloneDX 1.5) are written there. Exit code 1 where a licence was not looked at yet.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Refusal } from '../src/build/terminal/errors.ts';
import { asTyped } from '../src/build/settings.ts';
import { licencesOf, listOf, readSbom } from '../src/build/tools/licences.ts';
import { guardTerminal } from '../src/build/terminal/terminal.ts';

guardTerminal();

const USAGE = 'Usage: npm run licences -- [--out <folder>]';

function outFolder(): string | null {
  try {
    const { values } = parseArgs({ options: { out: { type: 'string' } } });
    return values.out ? asTyped(values.out) : null;
  } catch (error) {
    throw new Refusal([`${(error as Error).message.split('. ')[0]}.`, USAGE], { cause: error });
  }
}

try {
  const out = outFolder();
  const { text, components } = readSbom();
  const licences = licencesOf(components);
  const list = listOf(licences);
  if (out === null) process.stdout.write(list);
  else {
    mkdirSync(out, { recursive: true });
    writeFileSync(join(out, 'licences.txt'), list);
    writeFileSync(join(out, 'sbom.cdx.json'), text);
    console.log(`licences.txt and sbom.cdx.json, ${licences.length} packages, are in ${out}`);
  }
  const open = licences.filter(({ standing }) => standing === 'unknown');
  for (const { name, version, licence } of open)
    console.error(
      `${name} ${version}: ${licence} is neither among the permissive licences nor among those looked at (src/build/tools/licences.ts).`,
    );
  if (open.length > 0) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error);
  process.exitCode = 1;
}
