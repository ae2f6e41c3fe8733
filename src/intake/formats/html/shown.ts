/** What a browser shows of a page, as far as the page itself says. */
import type { PageElement } from './nodes.ts';

/** Never drawn as text, by the style sheet that every browser brings or because something else is shown. */
const NOT_DRAWN = new Set(
  (
    'area audio base basefont bgsound canvas datalist head iframe link meta noembed noframes noscript ' +
    'param rp script source style template title track video'
  ).split(' '),
);

const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main ' +
    'menu nav ol optgroup option p plaintext pre search section select summary table tbody td textarea ' +
    'tfoot th thead tr ul xmp'
  ).split(' '),
);

/** Names that mean everywhere: for those who listen to the page, and drawn nowhere. */
const FOR_LISTENERS =
  /(?:^|\s)(?:[\w-]*(?:sr-only|visually-?hidden|screen-?reader(?:-text|-only)?|a11y-hidden|assistive-text|offscreen))(?:\s|$)/i;
/** What is drawn only while its reader points at the words beside it: a card about a person, an explanation. */
const WHEN_POINTED_AT =
  /(?:^|\s)[\w-]*(?:rollover|popover|hover-?card|tooltip)-?(?:[\w-]+-)?(?:block|content|body|box|card|text|inner|panel)(?:\s|$)/i;
const UNLESS_FOCUSED = /focusable|-not-/i;

const NOT_SHOWN = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b/i;
const DISPLAY = /(?:^|;)\s*display\s*:\s*([a-z-]+)/i;

/** Whether a browser with scripts on draws what is in an element. */
export function isDrawn(element: PageElement): boolean {
  if (!element.isHtml) return isDrawnForeign(element);
  if (NOT_DRAWN.has(element.name) || element.isHidden) return false;
  if (element.attributes.length === 0) return element.name !== 'dialog';
  if (element.name === 'dialog' && element.get('open') === null) return false;
  if (element.get('hidden') !== null || element.get('popover') !== null) return false;
  const style = element.get('style');
  if (style !== null && NOT_SHOWN.test(style)) return false;
  const names = element.get('class');
  if (names === null) return true;
  if (WHEN_POINTED_AT.test(names)) return false;
  return !FOR_LISTENERS.test(names) || UNLESS_FOCUSED.test(names);
}

/** Of a drawing its words, of a formula all but its notation for programs. */
function isDrawnForeign(element: PageElement): boolean {
  return !/^(?:title|desc|metadata|defs|style|script|symbol|annotation(?:-xml)?)$/.test(
    element.name,
  );
}

/** Whether an element stands apart from the text around it. */
export function isBlock(element: PageElement): boolean {
  if (!element.isHtml) return element.name === 'text' || element.name === 'svg';
  const display = DISPLAY.exec(element.get('style') ?? '')?.[1]?.toLowerCase();
  if (display === undefined) return BLOCKS.has(element.name);
  return !display.startsWith('inline') && display !== 'contents';
}

/** A sign that only decorates: a mark or a picture of a font, which is not read out. */
export const isOrnament = (element: PageElement): boolean =>
  element.get('aria-hidden') === 'true' && element.parent?.get('aria-hidden') !== 'true';
