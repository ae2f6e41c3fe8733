/** The longer lines of a page without reading it as a browser does: enough to tell one text from another, and fast. */

const UNSEEN = /^(?:script|style|template|svg|noscript|head)$/;
const INLINE = /^(?:a|abbr|b|bdi|cite|code|em|font|i|mark|q|s|small|span|strong|sub|sup|time|u)$/;
const TAG = /<\/?([a-z][a-z0-9-]*)/iy;
/** Letters of the shortest line that is no item of a menu. */
const SHORTEST = 60;

/** Lines of running text in the markup of a page; the time is in proportion to its length. */
export function proseOfPage(markup: string): string {
  const low = markup.toLowerCase();
  let text = '';
  let at = 0;
  for (let open = markup.indexOf('<'); open >= 0; open = markup.indexOf('<', at)) {
    text += markup.slice(at, open);
    TAG.lastIndex = open;
    const name = TAG.exec(markup)?.[1]?.toLowerCase();
    const isComment = low.startsWith('<!--', open);
    if (name === undefined && !isComment) {
      text += '<';
      at = open + 1;
      continue;
    }
    if (name === undefined || !INLINE.test(name)) text += '\n';
    const isUnseen = name !== undefined && UNSEEN.test(name) && markup[open + 1] !== '/';
    const from = isUnseen ? low.indexOf(`</${name}`, open) : open;
    const end = from < 0 ? -1 : markup.indexOf(isComment ? '-->' : '>', from);
    at = end < 0 ? markup.length : end + (isComment ? 3 : 1);
  }
  return (text + markup.slice(at))
    .split('\n')
    .filter((line) => line.trim().length >= SHORTEST)
    .join('\n');
}
