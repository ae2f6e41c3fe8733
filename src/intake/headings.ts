/** Headings between paragraphs that no format marks. */
import type { Boilerplate, PageReader } from '../languages/index.ts';

/**
 * A short line like a title between paragraphs: no full stop, no label, and no quotation that
 * it introduces.
 */
export function isHeading(
  lines: readonly string[],
  i: number,
  boilerplate: readonly (Boilerplate | null)[],
  page: PageReader,
): boolean {
  const [line = '', next] = lines.slice(i, i + 2);
  if (line.length > 90 || line.split(' ').length > 10 || !/^[\p{Lu}\p{N}]/u.test(line))
    return false;
  if (/[.,:;!?…–—-]["”’)]?$/.test(line) || /["“”«»]|: /.test(line)) return false;
  if (next === undefined || boilerplate[i + 1] || next.length < 60 || next.length <= line.length)
    return false;
  // before a quotation a short line may be its lead-in: "A driver explained, saying"
  return (
    !/^["“”„«‘'—–]/.test(next) ||
    (line.split(' ').length <= 6 && !line.includes(',') && !page.leadsIn(line))
  );
}
