/** What a page says of its own parts: elements, roles and names of classes that are no part of an article, and why. */
import type { PageElement } from './nodes.ts';

/** Why a block is no part of the article. */
export interface Aside {
  rule: string;
  why: string;
}

const ASIDES = {
  navigation: 'navigation of the page',
  masthead: 'the head of the page',
  footer: 'the foot of the page',
  beside: 'set beside the article by the page',
  controls: 'a form or button of the page',
  comments: 'comments of readers',
  related: 'a pointer to other pages',
  sharing: 'buttons for sharing the page',
  advertisement: 'an advertisement',
  invitation: 'an invitation to subscribe, join or give',
  times: 'the time of an entry',
  consent: 'a notice about cookies',
  author: 'about the author',
  links: 'links to other pages',
  outside: 'outside the article on the page',
  repeated: 'words of the article, set out once more',
  hidden: 'hidden by its name until a script shows it',
} as const;

export const aside = (rule: keyof typeof ASIDES): Aside => ({
  rule: `page-${rule}`,
  why: ASIDES[rule],
});

/** Words of names of classes, by what they name. A name counts as its words: `article-relatedLinks` is three. */
const NAMED: readonly [rule: keyof typeof ASIDES, names: RegExp][] = [
  [
    'comments',
    /\b(?:comments?|disqus|respond|replies|livefyre|coral|spot im|viafoura|commentary list|discussion)\b/,
  ],
  [
    'consent',
    /\b(?:cookies?|consent|gdpr|onetrust|sourcepoint|cmp|truste|privacy banner|display embed|(?:embed|social|content|external) placeholder)\b/,
  ],
  [
    'invitation',
    /\b(?:newsletters?|subscribe|subscription|subscriptions|signup|sign up|paywall|regwall|register|registration|piano|membership|donate|donation|register wall|mailing list|mc wp|mailchimp|mc embed|opt in|optin|email capture|cta|call to action|support us)\b/,
  ],
  [
    'advertisement',
    /\b(?:ads?|advert|adverts|advertisement|advertising|advertorial|sponsor|sponsored|sponsorship|promo|promos|promotion|promoted|dfp|gpt|adsense|adslot|adunit|banner ad|taboola|outbrain|commercial|affiliate)\b/,
  ],
  [
    'related',
    /\b(?:related|recommended|recommendations?|recirc|recirculation|read more|readmore|more (?:stories|news|articles|from|on|like)|see also|also read|read next|up next|most (?:read|popular|viewed|shared)|mostread|popular|trending|latest (?:news|stories|posts|articles)|teasers?|further reading|you may|next article|prev article|post navigation|nav links|jp relatedposts|zergnet|onward|inline (?:link|related)|link list|story package|in this series)\b/,
  ],
  [
    'sharing',
    /\b(?:share|shares|sharing|sharebar|sharethis|addthis|addtoany|social|socials|follow us|sharedaddy|(?:article|story) ?tools?|toolbar|tools|sns|print (?:button|link|friendly)|bookmark)\b/,
  ],
  [
    'navigation',
    /\b(?:nav|navbar|navigation|menu|menus|submenu|megamenu|breadcrumbs?|pagination|pager|skip link|skip to|skip links|hamburger|site header|site search|searchform|search form|tag list|taglist|tags links|post tags|article tags|tags|topics list|story topics|post (?:terms|categories)|cat links|posted in|language switcher|masthead|topbar)\b/,
  ],
  [
    'author',
    /\b(?:author (?:bio|box|info|card|about|profile|description)|author(?:bio|profile|description)|about (?:the )?author|bio|biography|contributor bio|authorbox)\b/,
  ],
  [
    'footer',
    /\b(?:site footer|page footer|footer|colophon|disclaimer|copyright|site info|legal)\b/,
  ],
  [
    'beside',
    /\b(?:sidebar|side bar|rail|right rail|left rail|aside|widgets|widget (?:area|title|archive|archives|recent|categories|category|tag|search|meta|nav|pages|rss|calendar)|infobox|fact ?box|pull ?quote|pullquote|modal|popup|pop up|overlay|lightbox|tooltip|toast|carousel|slideshow|gallery nav|hatnote|toc|table of contents|mw editsection|navbox|noprint|reflist|catlinks|player controls|video (?:player|fallback)|jwplayer|weather|ticker|stock)\b/,
  ],
];

const ROLES: Record<string, keyof typeof ASIDES> = {
  navigation: 'navigation',
  menu: 'navigation',
  menubar: 'navigation',
  toolbar: 'controls',
  tablist: 'navigation',
  banner: 'masthead',
  contentinfo: 'footer',
  complementary: 'beside',
  search: 'controls',
  form: 'controls',
  dialog: 'consent',
  alertdialog: 'consent',
  button: 'controls',
};

const ELEMENTS: Record<string, keyof typeof ASIDES> = {
  nav: 'navigation',
  aside: 'beside',
  form: 'controls',
  button: 'controls',
  select: 'controls',
  textarea: 'controls',
  label: 'controls',
  search: 'controls',
  dialog: 'consent',
  menu: 'navigation',
  svg: 'beside',
  'amp-sidebar': 'navigation',
  'amp-ad': 'advertisement',
  'amp-embed': 'advertisement',
  'amp-list': 'related',
  'amp-consent': 'consent',
};

/** Names of elements that hold the whole page say nothing of a part of it. */
export const WHOLE = new Set(['html', 'body', 'main', '#document']);

/** What a page says of its own article in names of classes is no name of a part: `tag-cookies`, `comments-open`. */
const OF_POST = /(?:^|\s)(?:category|tag|topic|term|tax|cat)-\S+/g;
const IS_POST = /(?:^|\s)(?:hentry|type-[\w-]+|post-\d+|postid-\d+|node--[\w-]+)(?=\s|$)/;
const OF_STATE =
  /\b(?:has|with|no|without|not|hide|show|allow|enable) [a-z]+\b|\b[a-z]+ (?:open|closed|enabled|disabled|off)\b/g;

/** The words of an element's class and id: `articleBody--main` is `article body main`. */
export function namesOf(element: PageElement): string {
  const classes = element.get('class') ?? '';
  const own = IS_POST.test(classes) ? classes.replace(OF_POST, '') : classes;
  const parts = ['id', 'data-component', 'data-testid'].map((name) => element.get(name) ?? '');
  return `${own} ${parts.join(' ')}`
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[^A-Za-z]+/g, ' ')
    .toLowerCase()
    .replace(OF_STATE, ' ');
}

/** `with-sidebar`, `no-comments`, `sidebar-left-layout` are names of what has them or not. */
const OF_LAYOUT =
  /\b(?:has|with|no|without|not|hide|show|layout|grid|col|cols|column|columns|wrapper|wrap|container|open|closed|enabled|disabled|content|body|page|article body|story body|entry)\b/;

/** Names that mean everywhere that nothing is drawn, and those that draw it in wider windows all the same. */
const NOT_DRAWN = /(?:^|\s)(?:hidden|is-hidden|u-hidden|d-none|display-none)(?:\s|$)/;
const DRAWN_WIDE =
  /(?:^|\s)(?:[\w-]+:(?:block|inline|inline-block|flex|inline-flex|grid|contents|table)|d-(?:sm|md|lg|xl|xxl)-(?!none)[\w-]+)(?:\s|$)/;

function isHiddenByName(element: PageElement): boolean {
  const names = element.get('class') ?? '';
  return NOT_DRAWN.test(names) && !DRAWN_WIDE.test(names);
}

/** The first lines of an article, which may be all that is read without paying. */
const OPENING = /\bteaser (?:content|body|text)\b/;

/** What somebody has done and writes of elsewhere. */
const ABOUT_AUTHOR = /\bauthor ?(?:bio|biography|description)\b/;

const isAdvertisement = (element: PageElement): boolean =>
  element.get('data-ad') !== null || element.get('data-ad-slot') !== null;

/** Whether an element says by itself that it is no part of an article. */
export function ownAside(element: PageElement): Aside | null {
  if (WHOLE.has(element.name)) return null;
  const role = element.get('role')?.trim().toLowerCase();
  if (role && Object.hasOwn(ROLES, role)) return aside(ROLES[role] ?? 'beside');
  const byElement = Object.hasOwn(ELEMENTS, element.name) ? ELEMENTS[element.name] : undefined;
  if (byElement && byElement !== 'beside') return aside(byElement);
  if (element.name === 'footer' && !isWithin(element, /^(?:article|blockquote|figure|main)$/))
    return aside('footer');
  if (element.name === 'header' && !isWithin(element, /^(?:article|main|section)$/))
    return aside('masthead');
  if (isAdvertisement(element)) return aside('advertisement');
  if (isHiddenByName(element)) return aside('hidden');
  return asideByName(element, byElement);
}

/** What its names say of an element; `byElement`: what its kind does. */
function asideByName(
  element: PageElement,
  byElement: keyof typeof ASIDES | undefined,
): Aside | null {
  const names = namesOf(element);
  if (/\b(?:entry|post) (?:footer|utility)\b/.test(names)) return aside('footer');
  const named = NAMED.find(([, pattern]) => pattern.test(names));
  if (byElement) return aside(named?.[0] ?? byElement);
  if (!named) return null;
  const isSure =
    ABOUT_AUTHOR.test(names) ||
    (/^(?:comments|related|consent|sharing)$/.test(named[0]) && !OPENING.test(names));
  return OF_LAYOUT.test(names) && !isSure ? null : aside(named[0]);
}

function isWithin(element: PageElement, names: RegExp): boolean {
  for (let one = element.parent; one; one = one.parent) if (names.test(one.name)) return true;
  return false;
}
