/** A build of eight files and two of the ledger: as `npm run build` does it, without anything to make. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publish } from '../../../src/build/putting-in-place/put-in-place.ts';

const PAGES = 8;
const LEDGER = ['content/ledger/a.json', 'content/ledger/b.json'] as const;

/** What happens meanwhile: in the middle of the pages, and when all are written. */
interface Meanwhile {
  midway?(): Promise<void> | void;
  made?(): void;
}

/** Puts the pages and the ledger of a generation in place, as `root/dist` and below `root/content/ledger`. */
export async function eightPages(
  root: string,
  generation: string,
  { midway, made }: Meanwhile = {},
): Promise<void> {
  await publish(root, join(root, 'dist'), async (folder) => {
    const found = new Map(
      LEDGER.flatMap((path) =>
        existsSync(join(root, path)) ? [[path, readFileSync(join(root, path), 'utf8')]] : [],
      ),
    );
    for (let i = 0; i < PAGES; i++) {
      mkdirSync(join(folder, `page-${i}`));
      writeFileSync(join(folder, `page-${i}`, 'index.html'), `${generation} ${i}\n`);
      if (i === PAGES / 2) await midway?.();
    }
    made?.();
    const [a, b] = LEDGER;
    return {
      files: new Map([
        [a, `${generation} a\n`],
        [b, `${generation} b\n`],
      ]),
      found,
    };
  });
}
