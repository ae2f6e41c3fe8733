/** What a page in English holds beside the article. */
import { isProse } from '../../text/lines.ts';
import type { Blocks, Boilerplate } from '../language.ts';

/**
 * What a captured page holds beside the article. Every line rule names what it takes and why;
 * the words are those of page boilerplate anywhere, never of one publisher.
 */
interface LineRule {
  rule: string;
  why: string;
  /**
   * `anywhere`: the line is boilerplate wherever it stands; `edges`: only in the head or tail;
   * `below`: anywhere but on the first line, where it may be the title.
   */
  where: 'anywhere' | 'edges' | 'below';
  matches(line: string): boolean;
}

const NETWORKS =
  /^(?:facebook|twitter|x|youtube|soundcloud|rss|instagram|telegram|whatsapp|linkedin|reddit|pinterest|tumblr|e-?mail|print|copy link|share|tweet|pin it|flipboard|messenger|vk|weibo|tiktok|bluesky|mastodon|threads|save|follow(?: us)?)$/i;

const isShareBar = (line: string) => {
  const words = line.split(/[\s|·•,/]+/).filter(Boolean);
  return (
    words.length > 0 &&
    words.length <= 14 &&
    words.every((word) => NETWORKS.test(word)) &&
    (words.length > 1 || /^(?:share|tweet|print|e-?mail)$/i.test(line))
  );
};

/** `Home | News | Sport`, `Harbour Post > News > Latest`, `Terms of use  Privacy policy  Contact us`. */
function isNavigationBar(line: string): boolean {
  if (line.length > 160 || /[.!?]["”’)]?$/.test(line)) return false;
  const parts = line.split(/\s*[|»›>•·]\s*/).filter(Boolean);
  // `Ann Lee | Harbour Post | 3 May 2021`
  if (/\b(?:19|20)\d\d\b/.test(line) || /^by /i.test(line)) return false;
  if (parts.length >= 3) return parts.every((part) => part.split(' ').length <= 4);
  return (
    /\b(?:terms (?:of use|of service|and conditions)|privacy(?: policy| notice)?)\b/i.test(line) &&
    line.split(' ').length <= 12
  );
}

const pattern =
  (regex: RegExp, longest = 2000) =>
  (line: string) =>
    line.length <= longest && regex.test(line);

const EMAIL = /[\w.+-]+@[\w-]+\.[\w.]+|\[email\s*protected\]/i;

/** In the order they are asked. */
const LINE_RULES: readonly LineRule[] = [
  {
    rule: 'consent',
    why: 'a notice about cookies',
    where: 'anywhere',
    matches: pattern(
      /\b(?:we|this (?:web)?site|our partners) uses? cookies\b|^(?:accept|reject|allow) (?:all|cookies)\b|^(?:accept|reject|decline|(?:i )?agree|i accept|ok|okay|got it|dismiss|no,? thanks|accept (?:&|and) (?:close|continue))\.?$|^(?:manage|cookie) (?:preferences|settings|choices)\b|\bcookie policy\b|^we (?:value|care about|respect) your privacy\b|^we (?:and|&) (?:our|\d+) (?:\d+ )?(?:trusted )?partners?\b|\bstore (?:and\/or )?access information on (?:a|your) device\b/i,
      400,
    ),
  },
  {
    rule: 'notice',
    why: 'a notice of the page to its readers',
    where: 'anywhere',
    matches: pattern(
      /\b(?:your|this) (?:web )?browser (?:is|does|has|may)\b|\benable javascript\b|\bjavascript (?:is|must be) |\b(?:you have|you've) (?:\d+ |no |one )?(?:free )?articles? (?:left|remaining)\b|^unlock (?:this|unlimited)\b|^this (?:article|story) is (?:for|only for) (?:subscribers|members)\b/i,
      300,
    ),
  },
  {
    rule: 'published-ago',
    why: 'how long ago the page was published, without a day',
    where: 'anywhere',
    matches: pattern(
      /^(?:(?:first |last )?(?:published|posted|updated|modified)[:,]? ?)?(?:(?:about |over |almost )?(?:\d{1,3}|an?|one) ?(?:s|m|h|d|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|years?)(?: ago)|just now)(?: [|·•] .{0,40})?$|^(?:(?:first |last )?(?:published|posted|updated|modified)(?: on| at)?)\s?:?$|^\d{1,2} mins? (?:to )?read$/i,
      80,
    ),
  },
  {
    rule: 'release',
    why: 'a label of a release to the press',
    where: 'anywhere',
    matches: pattern(
      /^(?:for immediate release|(?:press|news|media) (?:release|statement)|(?:under )?embargo(?:ed)?(?: (?:until|till)\b.*)?|not for (?:immediate )?release\b.*|###|-?\s?more\s?-)\s*:?$/i,
      100,
    ),
  },
  {
    rule: 'navigation',
    why: 'navigation of the page from which the text was captured',
    where: 'anywhere',
    matches: isNavigationBar,
  },
  {
    rule: 'share-bar',
    why: 'names of networks for sharing the page',
    where: 'anywhere',
    matches: isShareBar,
  },
  {
    rule: 'share-request',
    why: 'a request to share the page',
    where: 'anywhere',
    matches: pattern(
      /\b(?:click|use|hit|press) (?:on )?the share buttons?\b|\bforward this (?:article|e-?mail)\b|^(?:please )?share (?:this|the) (?:article|story|post|page)\b|^share on (?:facebook|twitter)/i,
      400,
    ),
  },
  {
    rule: 'comments',
    why: 'comment form of the page from which the text was captured',
    where: 'anywhere',
    matches: pattern(
      /^(?:(?:no|\d+) comments?|comments?(?: \(?[\d+]+\)?)?|\(\d+\) comments?|comments \(\d+ posted\)|post (?:a )?comment(?: \(\d+\))?|click to read more and view comments|leave a (?:comment|reply)|add (?:a|your) comment|comments? (?:are )?closed|(?:this (?:story|article) has been (?:updated|corrected)\.? )?comments are closed|view (?:all )?comments|be the first to comment)\s*:?\.?$|^comment on .{0,80}(?:page|article|post|facebook)/i,
      160,
    ),
  },
  {
    rule: 'membership',
    why: 'an invitation to subscribe, join or give',
    where: 'anywhere',
    matches: pattern(
      /^(?:become a (?:member|subscriber|patron|supporter)|subscribe (?:now|today|to|for)\b|sign up (?:for|to|now|here)|join (?:us|our)\b|donate\b|support (?:us|our (?:work|journalism))|get our newsletter|follow us on\b|log ?in\b|register (?:now|here|to|for)\b|download (?:our|the) (?:\w+ )?app\b|get (?:unlimited|full) (?:digital )?access\b|sign in\b|(?:enter )?your e-?mail(?: address)?$|enter your e-?mail\b|by (?:signing up|subscribing|submitting|entering|clicking|providing)\b|already (?:a )?(?:subscrib|member|registered|have an account)|cancel any ?time|you[’']ve (?:read|reached|used)\b.{0,60}(?:articles?|limit)|to continue reading\b|to read the (?:full|rest)\b|start your (?:free )?trial|thank(?:s| you) for (?:signing up|subscribing|registering)|please (?:sign|log) in\b|get (?:the|our|all the) .{0,80}\b(?:inbox|newsletter|e-?mail|every (?:morning|day|week|evening))\b|delivered (?:to|straight to|directly to|daily|weekly)\b|.{0,60}\bin your inbox\b.{0,40}$|support (?:independent|quality|local) journalism\b)/i,
      160,
    ),
  },
  {
    rule: 'advertisement',
    why: 'an advertisement',
    where: 'anywhere',
    matches: pattern(
      /^[\s–—-]*(?:advertisement|advertising|advert|sponsored(?: (?:content|links))?|promoted|ad)(?: [·•|–—-] (?:scroll|(?:story|article) continues).{0,20})?[\s–—-]*:?$|^(?:story|article) continues (?:below|after)(?: (?:the |this |these )?(?:ad|advert|video|photo|picture|image|gallery|map|newsletter|promotion|break)\w*.{0,12})?[.:…]*$|^get your copy\b|^(?!.*\b(?:said|says|told|was|were)\b.*\.$).*\b(?:vpn|black friday|cyber monday|coupon|discount|promo(?: code)?|winter|summer|spring|holiday) (?:\S+ )?(?:deal|offer|sale)s?\b|^(?:buy|order|shop) (?:now|here|today)\b/i,
      160,
    ),
  },
  {
    rule: 'read-more',
    why: 'a pointer to other pages',
    where: 'anywhere',
    matches: pattern(
      /^(?:(?:read|see|watch|more)\b.{0,12}\bmore\b|read (?:also|next|the full)|see also|also read|more (?:on|from|in)\b|related(?: (?:articles?|stories|posts|topics|news))?\s*:|recommended(?: for you)?\s*:?$|most (?:read|viewed|popular|shared)\b|(?:read|up|watch) next\s*:?$|trending(?: now)?\s*:?$|more (?:stories|news)\s*:?$|you may (?:also )?like|more on this (?:story|topic)|top stories$|more videos$|related (?:stories|topics|content|articles|news)$|recommended for you|previous post\b|next post\b|next up\b|hand curated$|don['’]t miss\b|continue reading|click here\b|view original|originally published\b)/i,
      200,
    ),
  },
  {
    rule: 'rights',
    why: 'a statement of rights',
    where: 'anywhere',
    matches: pattern(
      /^(?:copyright|©|\(c\)) ?(?:©|\(c\)|\d{4}|[A-Z@])|\ball rights reserved\b|\bcopyrighted material\b|\bfair use\b|\bcopyright owner\b|\b(?:grants? permission to|permission to) (?:cross-?post|re-?post|republish|reproduce|reprint)|\bmay not be (?:reproduced|republished|redistributed|published, broadcast)\b|\blicen[cs]ed under (?:a |the )?creative commons\b|^this (?:article|work|story) is (?:licen[cs]ed|republished)/i,
    ),
  },
  {
    rule: 'disclaimer',
    why: 'a disclaimer of the publisher',
    where: 'anywhere',
    matches: pattern(
      /^(?:disclaimer|legal notice|editor['’]?s? disclaimer)\s*:|\bare of (?:the )?sole responsibility of the authors?\b|\bviews expressed (?:in|here|are)\b/i,
    ),
  },
  {
    rule: 'original-source',
    why: 'where the text first appeared, as the page states it',
    where: 'below',
    matches: pattern(
      /^(?:the )?original (?:source|version) of this (?:article|story)\b|^(?:this (?:article|story|post|piece) (?:was )?(?:originally |first )(?:published|appeared)|source\s*:|via\s*:)/i,
      300,
    ),
  },
  {
    rule: 'articles-by',
    why: 'a list of the author’s articles',
    where: 'anywhere',
    matches: pattern(
      /^(?:more )?(?:articles|stories|posts) by\b|^view all (?:articles|posts)\b|^about the authors?\s*:?$/i,
      160,
    ),
  },
  {
    rule: 'note-to-readers',
    why: 'a note of the publisher to its readers',
    where: 'edges',
    matches: pattern(/^(?:note to (?:our )?readers|dear readers?)\s*[:,]/i, 600),
  },
  {
    rule: 'contact',
    why: 'a contact line',
    where: 'edges',
    matches: (line) =>
      line.length <= 400 &&
      (/^(?:for )?(?:media|press|general) (?:inquir|enquir|contact)/i.test(line) ||
        (line.length <= 90 &&
          /^(?:contacts?|phone|tel|telephone|e-?mail|fax|mobile)\s*:/i.test(line)) ||
        (/\b(?:contact(?: (?:us|him|her|me|them))?|reached|e-?mail(?:ed)?|write to)\b.{0,40}/i.test(
          line,
        ) &&
          EMAIL.test(line)) ||
        /^\S*@\S+\.\S+$/.test(line)),
  },
  {
    rule: 'author-note',
    why: 'a note about the author',
    where: 'edges',
    matches: pattern(
      /\bvisit (?:my|his|her|their|our) (?:new )?(?:web ?site|blog|web ?page|page)\b|\b(?:can|may) be (?:reached|contacted|followed) (?:at|on|via)\b|\b(?:my|his|her|their) (?:newest|latest|new|most recent|forthcoming) book\b|^(?:the )?(?:author|writer) (?:is|lives|teaches|has)\b|\bfollow (?:him|her|them|me) (?:on|at) (?:twitter|x|facebook|instagram)\b|^follow .{3,60} (?:on|at) (?:twitter|x|facebook|instagram|bluesky|mastodon)\b/i,
      1200,
    ),
  },
  {
    rule: 'navigation',
    why: 'navigation of the page from which the text was captured',
    where: 'anywhere',
    matches: pattern(
      /^(?:home|menu|main menu|toggle (?:navigation|menu)|skip advertisement|share full article|gift this article|share article|share this|share|save|saved|bookmark|story saved|link copied!?|copy link|contact us|e-?edition|e-?paper|today['’]s (?:paper|e-?edition)|font size|recommended|get involved.{0,40}|see all topics|report this ad|reuse this content|(?:\d+|view|show|read) comments?|skip to (?:main )?content|back to top|top|search|next(?: (?:article|post|story|page))?|previous(?: (?:article|post|story|page))?|older posts?|newer posts?|subscribe|newsletter|close|loading\.*|load (?:more|map)|explore further|view all(?: \(\d+\))?|read (?:the rest|more|next)|follow followed|jump to (?:navigation|content|search)(?: jump to search)?|social share|[\d.,]+k? ?shares?|shares? ?[\d.,]+k?|listen(?: to (?:this )?article)?|play audio|tags?|print(?: this)?(?: page)?|subscribe(?: sign in)?|sign in|account|my account|latest|expand|premium|shares|views|\d{1,2} min|comment on this story|add to your saved stories|view author publications|.{2,40} logo|skip navigation|share on x|a{1,3}[+-]?|\d+ min(?:ute)?s? read|read time.{0,20}|cookie (?:settings|policy)|privacy policy|terms (?:of (?:use|service))?)\s*:?$/i,
      60,
    ),
  },
  {
    rule: 'player',
    why: 'what a player or a picture shows of itself',
    where: 'anywhere',
    matches: pattern(
      /^(?:video (?:is )?(?:loading|unavailable|player)(?: is (?:un)?\w+| (?:in|on|for) .{0,20})?[.…]*|captions?|play(?:er)?|(?:un)?mute|loaded: ?[\d.]+%|(?:current|remaining) time[\s\d:.\/–-]*|now playing|stream type.{0,10}|picture-in-picture|full ?screen|playback (?:rate|speed)|double-tap to play.{0,24}|(?:click to )?enlarge(?: (?:this )?image)?|buy photo)\s*:?$/i,
      60,
    ),
  },
  {
    rule: 'end-mark',
    why: 'a mark for the end of the text',
    where: 'anywhere',
    matches: (line) =>
      /^[*#~=_·•—–-]+(?: [*#~=_·•—–-]+)*$/.test(line) || /^-?\s*(?:30|ends?)\s*-?$/i.test(line),
  },
];

/** For each line why it is boilerplate, or null. */
type Marked = readonly (Boilerplate | null)[];

/**
 * For each block the reason why it is not the article's text, or null. Two passes: what a line
 * says by itself, then what its neighbours make of it (repeated lines, lines between boilerplate,
 * a note about somebody whom the head or tail names as the author).
 */
export function findBoilerplate({ text, blocks }: Blocks): Marked {
  const lines = blocks.map(({ start, end }) => text.slice(start, end));
  const bodyFrom = lines.findIndex(isProse);
  const bodyTo = lines.findLastIndex(
    (line, i) => isProse(line) && !LINE_RULES.some((rule) => rule.matches(line)) && i >= bodyFrom,
  );
  const atEdge = (i: number) => i <= bodyFrom || i >= tailStart(lines, bodyTo);

  const byThemselves = lines.map((line, i) => {
    const isInPlace = { anywhere: true, edges: atEdge(i), below: i > 0 };
    const rule = LINE_RULES.find((r) => isInPlace[r.where] && r.matches(line));
    return rule ? { why: rule.why, rule: rule.rule } : null;
  });
  return [withRepeats, withComments, withAuthorNotes, withSandwiched, withMasthead].reduce<Marked>(
    (marked, pass) => pass(lines, marked, bodyFrom),
    byThemselves,
  );
}

/** The last fifth of the blocks, and everything after the last block of the body. */
const tailStart = (lines: readonly string[], bodyTo: number) =>
  Math.min(bodyTo, Math.max(1, Math.floor(lines.length * 0.6)));

function withRepeats(lines: readonly string[], marked: Marked): Marked {
  const last = new Map<string, number>();
  return lines.map((line, i) => {
    const key = line.toLowerCase();
    const before = last.get(key);
    last.set(key, i);
    // Words in marks may be said again, by another too: only right after themselves they are a copy.
    const reach = /["“”«»„]/.test(line) ? 1 : 3;
    const isRepeat = before !== undefined && line.length >= 20 && i - before <= reach;
    if (marked[i] || !isRepeat) return marked[i] ?? null;
    return { why: 'a line that repeats one just before it', rule: 'repeated-line' };
  });
}

/** Above the comments of readers: `Comments (14)`, `14 comments`, `Join the conversation`. */
const COMMENTS_HEAD =
  /^(?:\d[\d,]* (?:comments?|responses?|replies)(?: on .{0,100})?|comments? ?\(\d[\d,]*\)|(?:top |all |recent |reader(?:s['’]?|['’]s)? )comments|join the (?:conversation|discussion)|what readers (?:say|said)|leave a (?:reply|comment)|sort by.{0,30})\s*:?$/i;
/** What stands beside the comment of a reader. */
const BY_READER =
  /^(?:reply|report(?: abuse| comment)?|like|recommend(?:ed)?(?: \d+)?|flag|upvote|\d+ (?:likes?|replies|upvotes?)|.{2,40} says:.{0,2000}|.{2,60}\b(?:ago|at \d{1,2}:\d\d ?(?:[ap]\.?m\.?)?))$/i;

/** The comments of readers below the text, from their heading to the end. */
function withComments(lines: readonly string[], marked: Marked): Marked {
  const from = lines.findIndex(
    (line, i) => 2 * i > lines.length && COMMENTS_HEAD.test(line) && line.length < 140,
  );
  const below = lines.slice(from + 1);
  if (from < 0 || !below.some((line) => BY_READER.test(line))) return marked;
  return marked.map(
    (one, i) => one ?? (i >= from ? { why: 'a comment of a reader', rule: 'comments' } : null),
  );
}

const CREDITED =
  /(?:^|\n)(?:(?:more )?(?:articles|stories|posts) by:?|by|written by:?|about the author:?) +([^\n]{3,60})/gi;
const SOMEBODY_IS =
  /^((?:\p{Lu}[\p{L}.’'-]*\s+){1,3}\p{Lu}[\p{L}.’'-]*) (?:is|was|lives|writes|covers|teaches|reports|works) /u;
const CALLING =
  /\b(?:based in|correspondent|contributor|columnist|author of|journalist|reporter|research(?:er)?|associate|professor|fellow|editor)\b/i;

/** "Jo Poe is a researcher based in Oslo." in the tail, where Jo Poe stands as the author near by. */
function withAuthorNotes(lines: readonly string[], marked: Marked, bodyFrom: number): Marked {
  const credited = [...lines.join('\n').matchAll(CREDITED)].map(([, name = '']) =>
    name.replace(/[.:]$/, ''),
  );
  const found = [...marked];
  for (const [i, line] of lines.entries()) {
    const name = found[i] || i <= bodyFrom ? undefined : SOMEBODY_IS.exec(line)?.[1];
    if (!name || line.length > 1200) continue;
    const isCredited = i >= lines.length - 3 && credited.some((one) => one.includes(name));
    const isBesideBoilerplate =
      found.slice(Math.max(0, i - 2), i).some(Boolean) || found.slice(i + 1, i + 3).some(Boolean);
    if (isCredited || (isBesideBoilerplate && CALLING.test(line)))
      found[i] = { why: 'a note about the author', rule: 'author-note' };
  }
  return found;
}

/** A short line without a full stop, between two lines of boilerplate in the tail, belongs to them. */
function withSandwiched(lines: readonly string[], marked: Marked, bodyFrom: number): Marked {
  const found = [...marked];
  const from = Math.max(bodyFrom + 1, lines.length / 2, 1);
  for (const [i, line] of lines.entries()) {
    const above = found[i - 1];
    if (i < from || found[i] || !above) continue;
    if (line.length > 80 || /[.!?]["”’]?$/.test(line)) continue;
    if (found.slice(i + 1, i + 4).some(Boolean)) found[i] = { why: above.why, rule: above.rule };
  }
  return found;
}

/** Whether words stand in a text as a whole, not as part of longer ones. */
function holdsWords(text: string, words: string): boolean {
  for (let i = text.indexOf(words); i >= 0; i = text.indexOf(words, i + 1))
    if (!/[\p{L}\p{N}]/u.test(`${text[i - 1] ?? ''}${text[i + words.length] ?? ''}`)) return true;
  return false;
}

const NAME_OF_PUBLISHER = /^(?:\p{Lu}[\p{L}\d.&’'-]*(?: |$)|of |the |and )+$/u;

/**
 * The publisher's name alone on a line above the title: the rights line, a breadcrumb or another line of boilerplate
 * repeats it.
 */
function withMasthead(lines: readonly string[], marked: Marked, bodyFrom: number): Marked {
  const boilerplate = lines.filter((_, i) => marked[i]).join('\n');
  const found = [...marked];
  for (const [i, line] of lines.slice(0, Math.max(0, bodyFrom - 1)).entries()) {
    const isName = line.length <= 48 && line.split(' ').length <= 5 && NAME_OF_PUBLISHER.test(line);
    if (found[i] || !isName) continue;
    const isOverNavigation = found[i + 1]?.rule === 'navigation';
    // the first other line is the title, or stands beside it
    if (!(isOverNavigation && line.includes(' ')) && !holdsWords(boilerplate, line)) return found;
    found[i] = { why: 'the publisher’s name at the head of the page', rule: 'masthead' };
  }
  return found;
}
