/** What is left around an article once its main part is known: boxes, lists of links, the foot, words set out once more. */
import { at } from '../../../text/certain.ts';
import { headingLevel, upFrom } from './around.ts';
import { aside, namesOf, type Aside } from './asides.ts';
import type { FlowBlock } from './flow.ts';
import { SENTENCE } from './running-text.ts';
import { lettersOf } from './title-block.ts';
import type { PageElement } from './nodes.ts';

/** What is left in a box of which nearly all is no part of the article, such as its heading. */
function closeBoxes(blocks: readonly FlowBlock[], asides: (Aside | null)[], title: number): void {
  const sums = new Map<PageElement, { out: Aside[]; kept: number; text: number; title: boolean }>();
  for (const [i, { element, length, chars }] of blocks.entries())
    for (const one of upFrom(element)) {
      const sum = sums.get(one) ?? { out: [], kept: 0, text: 0, title: false };
      sums.set(one, sum);
      const why = asides[i];
      if (why && why.rule !== 'page-outside') sum.out.push(why);
      else if (!why && (length > 80 || SENTENCE.test(chars.trimEnd()))) sum.text++;
      else if (!why) sum.kept++;
      sum.title ||= i === title;
    }
  for (const [i, { element }] of blocks.entries()) {
    if (asides[i]) continue;
    for (const one of upFrom(element)) {
      const sum = sums.get(one);
      if (!sum || sum.title || sum.text > 0 || sum.kept > 2) break;
      const [why] = sum.out;
      if (why && sum.out.length >= 2) {
        asides.splice(i, 1, why);
        break;
      }
    }
  }
}

/** Lists of links, and headings under which nothing of the article is left. */
function closeLists(blocks: readonly FlowBlock[], asides: (Aside | null)[], title: number): void {
  const isLinks = ({ linked, length, element }: FlowBlock) =>
    linked > 0.7 * length && length > 12 && !/^(?:p|h1)$/.test(element.name);
  for (const [i, block] of blocks.entries()) {
    if (asides[i] || i === title || !isLinks(block)) continue;
    const near = [i - 1, i + 1].some((k) => {
      const other = blocks[k];
      return (
        other !== undefined && k !== title && (isLinks(other) || asides[k]?.rule === 'page-links')
      );
    });
    if (near) asides.splice(i, 1, aside('links'));
  }
  let following: Aside | null = aside('outside');
  for (let i = blocks.length - 1; i >= 0; i--) {
    const isHeading = headingLevel(at(blocks, i).element) > 0;
    if (!asides[i] && i !== title && isHeading && following) asides.splice(i, 1, following);
    const own = asides[i] ?? null;
    if (!own || !PUT_BETWEEN.test(own.rule)) following = own;
  }
}

/** What stands between a heading and its text and is headed by none. */
const PUT_BETWEEN = /^page-(?:advertisement|consent|hidden|repeated|controls|times|sharing)$/;

/** Links below the last words of the article, and the line that leads them in: `More on this`. */
function closeFoot(blocks: readonly FlowBlock[], asides: (Aside | null)[], title: number): void {
  let links = 0;
  for (let i = blocks.length - 1; i > title; i--) {
    const { linked, length, chars } = at(blocks, i);
    if (asides[i]) continue;
    const isLink = linked >= 0.9 * length && length < 120;
    const leadsIn = links > 0 && length < 60 && !SENTENCE.test(chars.trimEnd());
    if (!isLink && !leadsIn) return;
    asides.splice(i, 1, aside('links'));
    if (!isLink) return;
    links++;
  }
}

/** So many are looked for: the work grows with their number and that of the paragraphs. */
const MOST_SET_OUT = 100;

/** A quotation that is set out beside the text and stands in it as well. */
function repeats(blocks: readonly FlowBlock[], asides: (Aside | null)[], title: number): void {
  let left = MOST_SET_OUT;
  const texts = blocks.map(({ chars }, i) => (asides[i] || i === title ? '' : lettersOf(chars)));
  for (const [i, { element }] of blocks.entries()) {
    const words = at(texts, i);
    if (words.length < 20 || words.length > 500) continue;
    const isSetOut = [...upFrom(element)].some(
      (one) =>
        /^(?:blockquote|aside|figure|q)$/.test(one.name) || /\bquote\b|\bpull\b/.test(namesOf(one)),
    );
    if (
      isSetOut &&
      left-- > 0 &&
      texts.some(
        (other, k) => k !== i && other.length > words.length && ` ${other} `.includes(` ${words} `),
      )
    )
      asides.splice(i, 1, aside('repeated'));
  }
}

/** Puts aside what is left around the article once its main part is known; `asides` is changed in place. */
export function close(blocks: readonly FlowBlock[], asides: (Aside | null)[], title: number): void {
  closeLists(blocks, asides, title);
  closeFoot(blocks, asides, title);
  closeBoxes(blocks, asides, title);
  repeats(blocks, asides, title);
}
