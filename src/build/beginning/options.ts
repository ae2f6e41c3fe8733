/** The arguments of `npm run new`, and what it asks for where they leave something out. */
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { DEFAULT_SITE, SiteFrontMatter } from '../../intake/cards/schema.ts';
import { asTyped, project } from '../settings.ts';
import { isAnswering, withAnswers } from '../terminal/asking.ts';
import { Refusal, unknownArguments } from '../terminal/errors.ts';

const HOSTS = ['github', 'gitlab', 'none'] as const;
export type Host = (typeof HOSTS)[number];

const USAGE =
  'Usage: npm run new -- <folder> [--name "NAME"] [--curator "WHO"] [--address https://…] ' +
  `[--host ${HOSTS.join('|')}] [--sample]`;

/** What an archive begins with. */
export interface Beginning {
  /** Absolute. */
  folder: string;
  name: string;
  /** Null where nobody said so: the card then has the words to be filled in. */
  curator: string | null;
  address: string | null;
  host: Host;
  /** Whether an invented article is put in. */
  sample: boolean;
}

/** What the arguments say. */
type Given = Partial<Pick<Beginning, 'folder' | 'name'>> &
  Pick<Beginning, 'curator' | 'address' | 'host' | 'sample'>;

function readArguments(args: string[]): Given {
  let parsed;
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: {
        name: { type: 'string' },
        curator: { type: 'string' },
        address: { type: 'string' },
        host: { type: 'string', default: 'github' },
        sample: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw unknownArguments(error, USAGE);
  }
  const { values, positionals } = parsed;
  const [folder, more] = positionals;
  if (more !== undefined)
    throw new Refusal([`One folder is expected, and \`${more}\` is a second one.`, USAGE]);
  const host = HOSTS.find((one) => one === values.host);
  if (!host) throw new Refusal([`There is no host \`${values.host}\` among those known.`, USAGE]);
  const said = (words: string | undefined) => words?.replace(/\s+/g, ' ').trim() || undefined;
  const name = said(values.name);
  return {
    ...(folder && { folder: asTyped(folder) }),
    ...(name && { name }),
    curator: said(values.curator) ?? null,
    address: checkedAddress(said(values.address) ?? null),
    host,
    sample: values.sample,
  };
}

/** Why an address cannot be the site's; null where it can. */
function addressRefused(address: string): string | null {
  const read = SiteFrontMatter.shape.address.safeParse(address);
  return read.success
    ? null
    : `The address \`${address}\` cannot be the site’s: ${read.error.issues[0]?.message ?? ''}.`;
}

function checkedAddress(address: string | null): string | null {
  const why = address === null ? null : addressRefused(address);
  if (why !== null) throw new Refusal([why, USAGE]);
  return address;
}

/** A `Refusal` where an archive cannot begin in a folder; an empty one will do, and one that holds nothing but `.git`. */
function refuseTaken(folder: string): void {
  let above = folder;
  while (!existsSync(above)) above = dirname(above);
  const real = join(realpathSync(above), relative(above, folder));
  const way = relative(realpathSync(project), real);
  if (way === '' || !/^(?:\.\.(?:[\\/]|$)|[A-Za-z]:)/.test(way))
    throw new Refusal([
      `An archive cannot begin in ${folder}: that is within the software’s own folder.`,
      'Name a folder beside it, such as `../my-archive`, so that the software can be upgraded without touching the archive.',
    ]);
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory())
    throw new Refusal(`An archive cannot begin in ${folder}: it is a file, expected a folder.`);
  const held = readdirSync(folder).filter((name) => name !== '.git');
  if (held.length > 0)
    throw new Refusal([
      `An archive cannot begin in ${folder}: the folder holds ${held.slice(0, 3).join(', ')}${held.length > 3 ? ' and more' : ''}, expected an empty one.`,
      held.includes('content')
        ? `There is an archive already: \`npm run add -- --archive ${folder} <files>\` takes texts in.`
        : 'Name another folder; it need not be there yet.',
    ]);
}

/** A name made of a folder's: `harbour-ferry` is “Harbour ferry”. */
const nameOf = (folder: string): string =>
  basename(folder)
    .replace(/[-_.\s]+/g, ' ')
    .trim()
    .replace(/^./u, (letter) => letter.toUpperCase()) || DEFAULT_SITE.name;

/** What the arguments say, with what a person at a terminal answers; elsewhere nobody is asked. */
export async function beginningOf(args: string[]): Promise<Beginning> {
  const given = readArguments(args);
  if (!isAnswering()) {
    if (given.folder === undefined)
      throw new Refusal(['Name the folder in which the archive begins.', USAGE]);
    refuseTaken(given.folder);
    return { ...given, folder: given.folder, name: given.name ?? nameOf(given.folder) };
  }
  if (given.folder !== undefined) refuseTaken(given.folder);
  return withAnswers((answer) =>
    asked(given, async (question) => {
      const words = await answer(question);
      // Who closes the input has changed their mind.
      if (words === null) throw new Refusal('\nNothing was begun, and nothing was written.');
      return words;
    }),
  );
}

/** What is missing, asked of the person at the terminal. */
async function asked(given: Given, ask: (question: string) => Promise<string>): Promise<Beginning> {
  let { folder, address } = given;
  while (!folder) {
    const typed = await ask('Folder of the archive, such as ../my-archive:');
    if (typed !== '') folder = asTyped(typed);
  }
  refuseTaken(folder);
  const usual = nameOf(folder);
  const name = given.name ?? ((await ask(`Its name, as readers see it (${usual}):`)) || usual);
  const curator =
    given.curator ?? ((await ask('Who answers for it (may be filled in later):')) || null);
  while (address === null) {
    const typed = await ask('Where it will be published, https://… (may be filled in later):');
    if (typed === '') break;
    const why = addressRefused(typed);
    if (why === null) address = typed;
    else console.log(why);
  }
  return { ...given, folder, name, curator, address };
}
