/** Claims of a page's HTML, found in its words and marked where they stand; nothing else of the HTML is altered. */
import { decodeHTML } from 'entities';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { SPEAKER_FROM } from '../../archive/thresholds.ts';
import { extractQuotes } from '../../archive/extract.ts';
import type { ExtractedQuote } from '../../model/extracted.ts';
import { mint } from '../../ledger/mint.ts';
import { sha256 } from '../../text/digest.ts';
import { inHtml } from '../../text/escape.ts';
import { grouped } from '../../text/grouped.ts';
import { codePoints } from '../../text/offsets.ts';
import { overlaps, segments } from '../../text/spans.ts';
import type { Span } from '../../text/span.ts';

/** A claim of a page. */
export interface PageClaim {
  /** Of the page, its words and which of several with these words it is; holds as long as they do. */
  id: string;
  type: ExtractedQuote['type'];
  /** Its words, white space collapsed; ` … ` between its parts. */
  words: string;
  /** Who says so by the page; null where nobody is named, or it is not sure enough who. */
  speaker: string | null;
  /** The speaker as printed beside the words. */
  mention: string | null;
  /** Who passed the words on. */
  via: readonly string[];
  confidence: number;
  /** Address of the page, and of the claim in it. */
  page: string;
  inContext: string;
  /** Address of the claim's own page. */
  url: string;
}

export interface MarkOptions {
  /** Address of the page, and the same as ids are made of it: without the base of the site. */
  page: string;
  key: string;
  /** Before the ids of claims in addresses of their pages: `/claims/`. */
  claims: string;
  language?: string;
  /** Claims that are found less surely are left out. */
  confidence: number;
}

type Node = DefaultTreeAdapterTypes.ChildNode;

const BLOCKS =
  /^(?:p|li|dd|dt|td|th|h[1-6]|blockquote|figcaption|div|section|article|aside|main|header|footer|ul|ol|dl|table|tr|tbody|thead|figure|details|summary)$/;
const PASSED_OVER = /^(?:pre|script|style|textarea|svg|math|template|noscript)$/;

/** Characters of the HTML that are text. */
interface Run {
  /** Where it stands in the text that claims are looked for in. */
  start: number;
  text: string;
  /** Behind the link that it stands in; 0 where it stands in none. */
  behind: number;
  /** Where each of its characters, and its end, stand in the HTML. */
  places: number[];
}

/** The HTML with its claims marked, and the claims; the HTML as it is where there are none. */
export function markClaims(
  html: string,
  options: MarkOptions,
): { html: string; claims: PageClaim[] } {
  const { text, runs } = textOf(html);
  const { language } = options;
  const { quotes } = extractQuotes(text, language === undefined ? {} : { language });
  const points = codePoints(text);
  const claims: PageClaim[] = [];
  const stretches: (Span & { claim: PageClaim; isFirst: boolean; isLast: boolean })[] = [];
  const times = new Map<string, number>();
  for (const parts of grouped(quotes.map((quote) => [quote.claim, quote] as const)).values()) {
    const [first] = parts;
    if (!first || first.confidence < options.confidence) continue;
    const spans = parts.map(({ start, end }) => ({
      start: points.utf16(start),
      end: points.utf16(end),
    }));
    const words = spans
      .map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' ').trim())
      .join(' … ');
    const time = (times.get(words) ?? 0) + 1;
    times.set(words, time);
    const id = mint(sha256(`${options.key}\n${words}\n${time}`), [], (id) => id.length < ID_LENGTH);
    const isNamed = first.speakerConfidence === null || first.speakerConfidence >= SPEAKER_FROM;
    const claim: PageClaim = {
      id,
      type: first.type,
      words,
      speaker: isNamed ? first.name : null,
      mention: first.speaker?.text ?? null,
      via: first.via ?? [],
      confidence: first.confidence,
      page: options.page,
      inContext: `${options.page}#${id}`,
      url: `${options.claims}${id}/`,
    };
    claims.push(claim);
    for (const [i, span] of spans.entries())
      stretches.push({ ...span, claim, isFirst: i === 0, isLast: i === spans.length - 1 });
  }
  return { html: claims.length > 0 ? marked(html, runs, stretches) : html, claims };
}

/** No ledger keeps two claims of a site from the same id, so that it is longer. */
const ID_LENGTH = 10;

function marked(
  html: string,
  runs: readonly Run[],
  stretches: readonly (Span & { claim: PageClaim; isFirst: boolean; isLast: boolean })[],
): string {
  const tags: { at: number; tag: string }[] = [];
  const opened = new Set<string>();
  for (const { start, text, places, behind } of runs) {
    const end = start + text.length;
    const here = stretches.filter((span) => overlaps(span, { start, end }));
    for (const piece of segments(start, end, here)) {
      const over = piece.over.flatMap((i) => here[i] ?? []);
      const [from = 0, to = 0] = [places[piece.start - start], places[piece.end - start]];
      for (const { claim, isFirst } of over) {
        const id = isFirst && !opened.has(claim.id) ? ` id="${claim.id}"` : '';
        opened.add(claim.id);
        tags.push({
          at: from,
          tag: `<span${id} class="claim ${claim.type}" data-claim="${claim.id}">`,
        });
      }
      tags.push({ at: to, tag: '</span>'.repeat(over.length) });
      for (const { claim, end: last, isLast } of over)
        if (isLast && last === piece.end)
          tags.push({ at: Math.max(to, behind), tag: linkTo(claim) });
    }
  }
  let made = '';
  let done = 0;
  // In the order of the HTML; those at one place in the order in which they were made.
  for (const { at, tag } of tags.sort((a, b) => a.at - b.at)) {
    made += html.slice(done, at) + tag;
    done = at;
  }
  return made + html.slice(done);
}

/** Its sign is set by the style sheet, so that the page’s text stays as it was. */
const linkTo = ({ url, speaker }: PageClaim): string =>
  `<a class="claim-address" href="${inHtml(url)}" aria-label="${inHtml(`Claim, ${speaker ?? 'speaker open'}`)}"></a>`;

/** Blocks of the HTML as a text of paragraphs, and where its characters stand. */
function textOf(html: string): { text: string; runs: Run[] } {
  const runs: Run[] = [];
  let text = '';
  let block: Node | null = null;
  let last: Node | null = null;
  const visit = (nodes: readonly Node[], link: Node | null) => {
    for (const node of nodes) {
      if (node.nodeName === '#text') add(node as DefaultTreeAdapterTypes.TextNode, link);
      if (!('childNodes' in node) || PASSED_OVER.test(node.nodeName)) continue;
      const outer: Node | null = block;
      const isBlock = BLOCKS.test(node.nodeName);
      if (isBlock) block = node;
      visit(node.childNodes, link ?? (node.nodeName === 'a' ? node : null));
      block = isBlock ? outer : block;
      if (isBlock) last = null;
    }
  };
  const add = (
    { value, sourceCodeLocation }: DefaultTreeAdapterTypes.TextNode,
    link: Node | null,
  ) => {
    if (!sourceCodeLocation) return;
    if (block === last || value.trim() !== '') {
      if (block !== last && text !== '') text += '\n\n';
      last = block;
      const { startOffset, endOffset } = sourceCodeLocation;
      runs.push({
        start: text.length,
        behind: link?.sourceCodeLocation?.endOffset ?? 0,
        ...charactersOf(html, startOffset, endOffset),
      });
      text += runs.at(-1)?.text ?? '';
    }
  };
  visit(parseFragment(html, { sourceCodeLocationInfo: true }).childNodes, null);
  return { text, runs };
}

/** Text as it is meant, character references decoded. */
function charactersOf(html: string, from: number, to: number): Omit<Run, 'start' | 'behind'> {
  let text = '';
  const places: number[] = [];
  for (const { 0: raw, index } of html.slice(from, to).matchAll(/&#?\w+;|[^]/g)) {
    const meant = raw.length > 1 ? decodeHTML(raw) : raw;
    for (let i = 0; i < meant.length; i++) places.push(from + index);
    text += meant;
  }
  return { text, places: [...places, to] };
}
