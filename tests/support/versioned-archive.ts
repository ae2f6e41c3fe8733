/**
 * An archive in our own words whose articles were captured twice, with claims of every fate and every status:
 * carried, waiting, confirmed, superseded, merged, withdrawn. `build` gives the folder of its site.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildArchive } from '../../src/archive/whole.ts';
import { readContent } from '../../src/build/archive-files/content.ts';
import { formatLedger, formatManifest } from '../../src/ledger/index.ts';

const FIRST = `Board keeps the ferry

By Jon Reyes

14 March 2021

“We will keep the night ferry, whatever it costs,” said Mara Obi, chair of the harbour board, on Monday. The old hall by the quay was full, and most who had come were sailors.

“The engine of the Alma is no longer safe and must not run,” said Tove Lindqvist, an engineer. She had looked at both boats in the week before, and wrote forty pages about them.

“Both boats leak more than they did,” said Ida Berg, a captain. Her own boat lay at the far end of the quay, with two pumps on its deck.

“Nobody asked the sailors about the plan,” said Felix Brandt, a deckhand. He left the hall before the vote was taken, and others went with him.

“The fare will rise in the summer,” said Noor Haddad, the treasurer. The last rise was nine years ago, when the new landing was built.

“Half of the money is already spent,” said Lena Falk, a member of the board. She held up a letter, which nobody else in the hall had seen.

“The bridge comes when it comes,” said Otto Grue, the mayor. A first drawing of the bridge was shown in the town hall in January.

“Our letters were never answered,” said Pia Holm of the sailors’ union. The office of the board was closed on the day after.
`;

/** What the second capture has instead: one edit a claim. */
const EDITS: [string, string][] = [
  ['whatever it costs', 'almost whatever it costs'],
  ['is no longer safe and must not run', 'is still safe and must run'],
  ['Both boats leak more than they did', 'Both boats leak far more than they did'],
  ['Nobody asked the sailors about the plan', 'Nobody ever asked the sailors about the plan'],
  ['The fare will rise in the summer', 'The fare will rise again in the summer'],
  ['“Half of the money is already spent,” said Lena Falk, a member of the board. ', ''],
  ['“The bridge comes when it comes,”', '"The bridge comes  when it comes,"'],
];

const WITHDRAWN = `Ferry to be sold

20 April 2021

“We sell the Alma before winter,” said Mara Obi, chair of the harbour board.
`;

export interface VersionedArchive {
  root: string;
  /** Ids of the claims by their speakers, as first published. */
  ids: Record<
    'mara' | 'tove' | 'ida' | 'felix' | 'noor' | 'lena' | 'otto' | 'pia' | 'sold',
    string
  >;
  /** Ids of the claims that stand in the places of those that were changed. */
  fresh: Record<'mara' | 'tove' | 'ida' | 'felix' | 'noor', string>;
  build(): string;
  remove(): void;
}

export function versionedArchive(): VersionedArchive {
  const root = mkdtempSync(join(tmpdir(), 'verbatim-versions-'));
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(root, 'content', path)), { recursive: true });
    writeFileSync(join(root, 'content', path), text);
  };
  /** Takes in what the folder holds, as a build does; gives the ids by the first word of the speaker's name. */
  const take = (day: string) => {
    const { ledger, versions } = buildArchive(readContent(root));
    for (const [article, { rows }] of ledger) put(`ledger/${article}.json`, formatLedger(rows));
    put(
      'sources/manifest.json',
      formatManifest(
        versions.map((row) => ({
          ...row,
          taken: row.taken ?? day,
          reason: row.version > 1 ? 'corrected by the publisher' : null,
        })),
      ),
    );
    const named = (article: string) =>
      Object.fromEntries(
        (ledger.get(article)?.claims ?? []).map(({ id, row }) => [
          row.speaker!.name.split(' ')[0]!.toLowerCase(),
          id,
        ]),
      );
    return { board: named('board-keeps-the-ferry'), sold: named('ferry-to-be-sold') };
  };
  put(
    'site.md',
    '---\nname: Test archive\naddress: http://localhost:4321/\ncurator: A. Curator\n---\n\nOf this test.\n',
  );
  put('outlets/harbour-post.md', '---\nname: Harbour Post\nformerly: [harbour-gazette]\n---\n');
  put('articles/board-keeps-the-ferry.md', '---\noutlet: harbour-post\n---\n');
  put('sources/board-keeps-the-ferry.txt', FIRST);
  put('sources/ferry-to-be-sold.txt', WITHDRAWN);
  const first = take('2024-01-05');
  put(
    'sources/board-keeps-the-ferry.2.txt',
    EDITS.reduce((text, [from, to]) => text.replace(from, to), FIRST),
  );
  const second = take('2024-02-06');
  const ids = { ...first.board, sold: first.sold.mara } as VersionedArchive['ids'];
  const fresh = second.board as VersionedArchive['fresh'];
  rmSync(join(root, 'content/sources/ferry-to-be-sold.txt'));
  put(
    'topics/is-the-night-ferry-to-stay.md',
    `---\nquestion: Is the night ferry to stay?\ncurator: A. Curator\nanswers:\n  - claim: ${ids.mara}\n    stance: it stays\n    note: “whatever it costs”\n  - claim: ${ids.otto}\n    stance: until the bridge\n---\n`,
  );
  put('ledger/addresses.txt', 'speakers/nobody-here/\n');
  put(
    'ledger/decisions.yaml',
    [
      `- {claim: ${ids.mara}, confirm: ${fresh.mara}, because: the publisher mended a slip, by: Rosa Lind, on: 2024-03-01}`,
      `- {claim: ${ids.ida}, superseded-by: ${fresh.ida}, because: she corrected herself, by: Rosa Lind, on: 2024-03-02}`,
      `- {claim: ${ids.felix}, merged-into: ${fresh.felix}, because: one statement, by: Rosa Lind, on: 2024-03-03}`,
      `- {claim: ${ids.noor}, withdrawn: not what she said, by: Rosa Lind, on: 2024-03-04}`,
      `- {claim: ${ids.pia}, withdrawn: at her own request, by: Rosa Lind, on: 2024-03-05}`,
      '- {address: articles/ferry-to-be-sold/, withdrawn: at the publisher’s request, by: Rosa Lind, on: 2024-03-06}',
      '',
    ].join('\n'),
  );
  return {
    root,
    ids,
    fresh,
    build() {
      const built = spawnSync(
        process.execPath,
        ['--disable-warning=ExperimentalWarning', 'scripts/build.ts'],
        {
          cwd: join(import.meta.dirname, '../..'),
          encoding: 'utf8',
          env: {
            ...process.env,
            CI: undefined,
            VERBATIM_ROOT: root,
            VERBATIM_RECORDS: undefined,
            SITE: undefined,
            BASE_PATH: '/',
          },
        },
      );
      if (built.status !== 0) throw new Error(built.stderr + built.stdout);
      return join(root, 'dist');
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
