/**
 * Lines for a shell that check what a page says against the published file: `curl`, `sha256sum`,
 * and Perl, which every Debian has and which counts code points.
 */

/** Fetches one version of a source beside the reader's other files, and checks its hash. */
export function sourceCheck({
  url,
  article,
  version,
  sha256,
}: {
  url: string;
  article: string;
  version: number;
  sha256: string;
}): string {
  const file = `${article}.${version}.txt`;
  return `curl -fsSo ${file} ${/^[\w:/.~%-]+$/.test(url) ? url : `'${url.replaceAll("'", '%27')}'`} && echo '${sha256}  ${file}' | sha256sum -c`;
}

/** The same, and then prints stretches of the source, one a line; offsets in code points. */
export function wordsCheck(
  source: Parameters<typeof sourceCheck>[0],
  parts: readonly { start: number; end: number }[],
): string {
  const print = parts
    .map(({ start, end }) => `print substr($_, ${start}, ${end - start}), "\\n"`)
    .join('; ');
  return `${sourceCheck(source)} && perl -CSD -0777 -ne '${print}' ${source.article}.${source.version}.txt`;
}
