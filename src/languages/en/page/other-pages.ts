/** Words at the head of pages in English that hold no article, or show one in another view. */
import type { PageReader } from '../../language.ts';

/** Titles of pages that a server or a guard shows in the place of an article. */
const FAULTS: readonly RegExp[] = [
  /^(?:(?:the |this )?(?:page|article|file|document|story|url)(?: you requested)? )?(?:(?:was |could |can)?not (?:be )?found|is (?:no longer|not|un)\s?available)\b/i,
  /^access (?:to this page )?(?:has been |was )?denied\b/i,
  /^(?:just a moment|attention required|security check|one more step|checking your browser|verify(?:ing)? (?:that )?you are (?:a )?human|are you (?:a )?(?:robot|human)|robot check|pardon our interruption|before you continue(?: to \S+)?\s*$|we (?:value|respect|care about) your privacy\s*$|(?:manage |your )?(?:cookie|privacy|consent) (?:settings|preferences|choices|consent|cent(?:er|re))\s*$|cookie consent\b|please (?:wait|verify|enable (?:javascript|cookies)))\b/i,
];

/** What stands beside a title and names no site: a view of the page, a section. */
const NO_SITE =
  /^(?:(?:printable|printer|print|mobile|text|amp|full|pdf)[- ]?(?:friendly|ready|only)?[- ]?(?:version|view|page|text)?|reader view|home(?:page)?|(?:latest |breaking )?news|world|politics|business|sports?|opinion|comment|culture|article|story|video|watch|live|page \d+|untitled(?: document)?|document|by .*)$/i;

export const otherPages: Pick<PageReader, 'isFault' | 'isViewOrSection'> = {
  isFault: (title) => FAULTS.some((one) => one.test(title)),
  isViewOrSection: (words) => NO_SITE.test(words),
};
