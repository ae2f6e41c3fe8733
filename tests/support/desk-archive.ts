/** A small archive with a desk that serves it, in a folder of its own that git knows: texts in our own words. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { deskFiles } from '../../src/desk/client-files.ts';
import { Desk } from '../../src/desk/desk.ts';
import { serveDesk, type DeskServer } from '../../src/desk/server/http.ts';

const FERRY = `The ferry and the storm

The harbour master, Ida Berg, said on Monday that the ferry would not sail before Friday. “The quay is under water,” Berg said, “and the ramp is bent.” She added that a diver would look at the ramp.

“We were promised a second boat,” said Tomas Vik, who speaks for the islanders. The ministry of transport denied that a boat had been promised.

According to the Coast Gazette, the owner of the line, Nils Ekdal, said that he had never seen such a storm. “It took the lamps and the benches,” the diver said.
`;

const BRIDGE = `A bridge, or a boat

Ida Berg said that a bridge would cost more than ten boats. “Count the winters,” she said, “and then count the money.” Tomas Vik replied that a bridge does not wait for a captain.

The engineer Lena Moe said: “The piers can stand on the old rock.” Moe added that the work would take four years. “Four years is two elections,” an official said.
`;

/** The nth report: enough of them for a long sitting. */
const report = (n: number) => `Notice ${n} of the harbour

The harbour master, Ida Berg, said that gate ${n} was shut at noon. “The chain of gate ${n} broke,” she said. The pilot Tomas Vik said that boat number ${n} would wait outside. “We lost ${n} hours,” Vik said. Lena Moe denied that gate ${n} had been weak.
`;

const CONTENT: Readonly<Record<string, string>> = {
  'content/site.md':
    '---\nname: The Harbour Papers\naddress: https://harbour.example/\ncurator: Ada Kern\n---\nReports on a harbour.\n',
  'content/sources/ferry.txt': FERRY,
  'content/sources/bridge.txt': BRIDGE,
  'content/speakers/ida-berg.md': '---\nname: Ida Berg\nkind: person\n---\n',
};

export interface DeskStage {
  root: string;
  address: string;
  /** The server goes, as if it were killed, and comes back at the same address. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** A file of the archive as it stands. */
  write(path: string, text: string): void;
  close(): Promise<void>;
}

/** Makes the archive with so many reports more, and serves its desk. */
export async function deskStage(reports = 0): Promise<DeskStage> {
  const root = mkdtempSync(join(tmpdir(), 'desk-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const [path, text] of Object.entries(CONTENT)) write(path, text);
  for (let n = 1; n <= reports; n++) write(`content/sources/notice-${n}.txt`, report(n));
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, stdio: 'pipe' });
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'Ada Kern');
  git('config', 'user.email', 'ada@harbour.example');
  git('add', '-A');
  git('commit', '-qm', 'The papers');
  const files = await deskFiles();
  let served: DeskServer | null = null;
  let desk: Desk | null = null;
  let port = 0;
  const start = async () => {
    desk = await Desk.open(root, { today: () => '2026-11-29' });
    served = await serveDesk(desk, files, port);
    desk.follow();
    port = served.port;
  };
  const stop = async () => {
    await served?.close();
    desk?.close();
    served = null;
    desk = null;
  };
  await start();
  return {
    root,
    address: `http://localhost:${port}/`,
    start,
    stop,
    write,
    async close() {
      await stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
