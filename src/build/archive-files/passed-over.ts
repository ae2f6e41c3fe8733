/** What lies in the content folder and is read by nobody: every file of it is named, none is passed over in silence. */
import { VFile } from 'vfile';
import { CARD_FOLDERS } from '../../archive/content.ts';
import { nearest } from '../../intake/cards/read.ts';
import { complain, fileNotRead } from '../../model/messages.ts';
import type { Entry } from './reading.ts';
import { WRITTEN_BY } from './written-by.ts';

/** Files that people put into any folder, for people. */
const FOR_PEOPLE = /^(?:readme|licen[cs]e|copying|notes?)(?:\.\w+)?$/i;
/** Read where a page shows it or where the archive is written, and not with the archive. */
const READ_ELSEWHERE = new Set(['content/accuracy.json', WRITTEN_BY]);
/** What people answered on samples, and what readers suggested: read at the desk. */
const REVIEWS = /^content\/reviews\/[a-z0-9-]+(?:\.[a-z0-9-]+)?\.jsonl$/;
/** What systems leave in a folder that somebody has looked into. */
const LEFT_BY_SYSTEMS = /^(?:thumbs\.db|desktop\.ini)$/i;

/** Where a file should go, or what to do with it, by where it lies. */
function remedyFor(path: string): string {
  const [, folder = '', ...inner] = path.split('/');
  if (folder === 'sources')
    return `To make an article of it: \`npm run add -- ${path}\`. If it is none, move it out of content/.`;
  if (folder === 'captures')
    return 'It stands there for no text of content/sources/manifest.json: move it out of content/, or take it in with `npm run add`.';
  const known: readonly string[] = CARD_FOLDERS;
  if (!known.includes(folder)) {
    const meant = nearest(folder.replace(/\.\w+$/, ''), [...known, 'sources', 'ledger']);
    return meant && inner.length > 0
      ? `Did you mean content/${meant}/${inner.join('/')}? Otherwise move it out of content/.`
      : `Cards stand in ${known.map((name) => `content/${name}/`).join(', ')}, texts in content/sources/.`;
  }
  return inner.length > 1
    ? `Cards stand in content/${folder}/ itself: move it there.`
    : 'The name of a card ends in `.md`. Rename it, or move it out of content/.';
}

/** One file, with a warning, for each of the entries that is not hidden and not among those `read`. */
export function passedOver(
  root: string,
  entries: readonly Entry[],
  read: ReadonlySet<string>,
): VFile[] {
  return entries
    .filter(
      ({ path, kind }) =>
        kind === 'file' && !read.has(path) && !READ_ELSEWHERE.has(path) && !REVIEWS.test(path),
    )
    .filter(({ path }) => {
      const names = path.split('/');
      const name = names.at(-1) ?? '';
      return (
        !names.some((one) => one.startsWith('.')) &&
        !FOR_PEOPLE.test(name) &&
        !LEFT_BY_SYSTEMS.test(name)
      );
    })
    .map(({ path }) => {
      const file = new VFile({ path, cwd: root });
      complain(file, null, fileNotRead(remedyFor(path)));
      return file;
    });
}
