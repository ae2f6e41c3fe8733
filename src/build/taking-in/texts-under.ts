/** The texts that a path stands for: a file, or those in a folder and the folders in it. */
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { recogniseCapture, type CaptureKind } from '../../intake/formats/captures/index.ts';
import { decoded } from '../../text/decoding.ts';
import { quoted } from './options.ts';
import type { Report } from './report.ts';

export interface Named {
  path: string;
  /** Whether it was named itself, and not a folder around it. */
  named: boolean;
}

/** The texts under a path; what cannot be found or read is said, and so is what is not looked at. */
export const textsUnder = (path: string, report: Report): Named[] =>
  under({ path, named: true }, report, []);

function under(one: Named, report: Report, above: readonly string[]): Named[] {
  const { path, named } = one;
  let real: string;
  let kind: ReturnType<typeof statSync>;
  try {
    real = realpathSync(path);
    kind = statSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (named && code === 'ENOENT') report.refuse(`There is no file or folder \`${path}\`.`);
    else report.refuse(`${path} was not taken in: ${unreadable(error)}`);
    return [];
  }
  if (kind?.isFile()) {
    if (!named && isPartOfPage(path)) {
      report.lookPast(path, 'a part of the saved page beside its folder');
      return [];
    }
    if (named || hasTextName(path)) return [one];
    passOver(path, report);
    return [];
  }
  if (!kind?.isDirectory()) {
    report.refuse(`${path} was not taken in: it is neither a file nor a folder.`);
    return [];
  }
  if (above.includes(real)) {
    report.lookPast(path, 'a link to a folder around it');
    return [];
  }
  return namesIn(path, report).flatMap((name) => {
    const inner = join(path, name);
    if (!name.startsWith('.'))
      return under({ path: inner, named: false }, report, [...above, real]);
    report.lookPast(inner, 'hidden');
    return [];
  });
}

function namesIn(folder: string, report: Report): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    report.refuse(`${folder} was not taken in: ${unreadable(error)}`);
    return [];
  }
}

const hasTextName = (path: string) => /\.(?:txt|md|html?|xhtml)$/i.test(path);

/** A browser that saves `ferry.html` puts frames and the like into `ferry_files/` beside it. */
function isPartOfPage(path: string): boolean {
  const [, page] = /^(.*)_files[/\\][^/\\]*\.(?:html?|xhtml)$/i.exec(path) ?? [];
  return page !== undefined && ['.html', '.htm', '.xhtml'].some((end) => existsSync(page + end));
}

const FAULTS: Record<string, string> = {
  ENOENT: 'a link to what is not there.',
  ELOOP: 'links that lead in a circle.',
  EACCES: 'no permission to read it.',
  EPERM: 'no permission to read it.',
};
const unreadable = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  return FAULTS[code ?? ''] ?? `it could not be read (${code ?? message}).`;
};

/** Why a file of a known kind that is read by no format is not taken in, and what to do instead. */
export function otherKind(path: string, { name, advice, isText }: CaptureKind): string {
  const again = `npm run add -- --format plain-text ${quoted(path)}`;
  return [
    `${path} was not taken in: it is ${name}.`,
    `  ${advice}`,
    ...(isText ? [`  If it is the text of an article all the same: ${again}`] : []),
  ].join('\n');
}

/** What belongs to a saved page and is no text of its own. */
const BESIDE = new Set(['picture', 'recording', 'font', 'program', 'svg']);

/**
 * A file in a folder whose name is no text's: what holds an article in another form is refused, the
 * others are not looked at.
 */
function passOver(path: string, report: Report): void {
  try {
    const bytes = readFileSync(path);
    const kind = recogniseCapture(bytes, decoded(bytes));
    if (!kind)
      report.lookPast(
        path,
        'its name ends neither in .txt nor in .md or .html; name the file itself to take it in',
      );
    else if (BESIDE.has(kind.id)) report.lookPast(path, kind.name);
    else report.refuse(otherKind(path, kind));
  } catch (error) {
    report.refuse(`${path} was not taken in: ${unreadable(error)}`);
  }
}
