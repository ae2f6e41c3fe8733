/** The files of a new archive, by their paths in its folder. */
import { formatManifest, MANIFEST } from '../../ledger/index.ts';
import { LEDGER, SOURCES } from '../archive-files/ledger-files.ts';
import { formatSoftware, thisSoftware, WRITTEN_BY } from '../archive-files/written-by.ts';
import type { Beginning } from './options.ts';
import { SAMPLE } from './sample.ts';
import { siteCard } from './site-card.ts';
import { workflowOf } from './workflows.ts';

/** What goes into each folder of `content/`. The notes have no ending: a file that ends in .md or .txt would be read. */
const ROOMS: Readonly<Record<string, string>> = {
  sources:
    'The texts as they were captured, byte for byte. Put in by `npm run add`; never edited. A newer\n' +
    'capture of the same article stands beside the older one.\n',
  articles:
    'A card for each article: what its text does not state, or what was read wrongly. `npm run add`\n' +
    'writes one with every key that may be filled in.\n',
  speakers:
    'A card for each speaker, such as mara-obi.md: name, kind, other names, roles. Speakers without a\n' +
    'card have pages too; a card joins names that mean one person.\n',
  outlets: 'A card for each outlet, such as harbour-post.md: name, other names, address.\n',
  topics:
    'A card for each question that several claims answer, with the stance each of them takes.\n',
  places: 'A card for each place whose claims are to be listed: its name, and other names of it.\n',
  annotations: 'Notes and relations on single claims, each named for its claim: h4tm9w.md.\n',
  pages:
    'Pages of your own, such as imprint.md: `title:` between two lines `---`, then Markdown.\n',
  ledger:
    'What was published: the id of every claim, every address, and decisions on claims whose words\n' +
    'changed. Builds write it; commit it with the rest, and never edit it but for decisions.yaml.\n',
};

const ATTRIBUTES = `content/sources/** -text
content/captures/** -text
content/sources/${MANIFEST} text eol=lf merge=union
content/ledger/*.json text eol=lf merge=union
content/ledger/addresses.txt text eol=lf merge=union
content/ledger/decisions.yaml text eol=lf merge=union
${WRITTEN_BY} text eol=lf
`;

const IGNORED = `dist/
.verbatim/
shots/
*.log
content/**/.*.next
content/**/.*.former
`;

const readme = ({ name }: Beginning, workflow: string | undefined): string => `# ${name}

An archive of quoted claims, kept with Verbatim. Everything that is written by people is in
\`content/\`; \`content/site.md\` is the card of the whole, explained line by line, and each folder has a
file README that says what goes there.

In the folder of the software, with this folder's path for <archive>:

\`\`\`sh
npm run add -- --archive <archive> <files or folders>   # takes texts in, byte for byte
npm run records -- --archive <archive>                  # says what it was unsure of, and what settles it
npm start -- --archive <archive>                        # builds the site and serves it on this machine
npm run dev -- --archive <archive>                      # the same while you work, with the curator’s desk
npm run build -- --archive <archive>                    # builds the site into dist/
npm run verify -- --archive <archive> dist              # proves it
\`\`\`

Commit \`content/\` after a build, the ledger included: it says which claim is which for good.
${
  workflow === undefined
    ? ''
    : `What is committed is built, proved and published by \`${workflow}\`,\n` +
      `with the version of the software that \`${WRITTEN_BY}\` names.\n`
}
A newer version of the software (\`git pull && npm ci\` there) leaves this folder as it is.
\`npm run upgrade -- --archive <archive>\` shows what it would change, and does it when told so.
`;

/** Every file of a new archive. */
export function filesOf(beginning: Beginning): Map<string, string> {
  const workflow = workflowOf(beginning.host);
  return new Map([
    ['README.md', readme(beginning, workflow?.path)],
    ['.gitattributes', ATTRIBUTES],
    ['.gitignore', IGNORED],
    ...(workflow ? [[workflow.path, workflow.text] as const] : []),
    ['content/site.md', siteCard(beginning)],
    ...Object.entries(ROOMS).map(([room, text]): [string, string] => [
      `content/${room}/README`,
      text,
    ]),
    [`${SOURCES}/${MANIFEST}`, formatManifest([])],
    [WRITTEN_BY, formatSoftware(thisSoftware())],
    ...(beginning.sample ? SAMPLE : []),
    [`${LEDGER}/decisions.yaml`, DECISIONS],
  ]);
}

const DECISIONS = `# One decision a line, such as
# - {claim: r8tsc2, withdrawn: not in the corrected text, by: Ida Berg, on: 2024-05-12}
`;
