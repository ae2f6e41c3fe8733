/**
 * Speakers as printed that are no speakers: names with a sign, an address or a quotation in them. What is left of
 * such a mention without it names somebody, or nobody is named; a broken name is never handed out.
 */
import { onOneLine } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { bare } from '../text/spans.ts';
import type { Mention, Token } from './draft.ts';
import type { LanguagePack } from './pack.ts';

/** Signs that are in no name, wherever in it they stand: markup, paths, escapes, what could not be decoded. */
const BREAKING = /[\\=<>{}|^~\p{Cc}\p{Cn}\p{Co}\ufffd]|%[\da-f]{2}/iu;
/** Signs that part two names, or the halves of a broken one. */
const PARTING = /^(?:[/%;?!+$€£§°…]|\p{So}|\p{Sm})$/u;
const QUOTATION = /^["“”„«»]$/;
const ADDRESS =
  /^(?:[a-z][a-z+.-]*:\/\/|www\.|mailto:)|^[^@\s]+@[^@\s]+\.[^@\s.]{2,}|^[^/\s]+\.\p{L}{2,}\//iu;
const HANDLE = /^@/;

/** A sign right behind a name, and more of the name behind it; a sign glued to its head. */
const GOES_ON = /^ ?([\\=<>{}|^~%/+]) ?[\p{Lu}\p{N}]|^([\\/])\p{L}/u;
const BEGAN = /[\p{L}\p{N}]([\\=<>{}|^~%/+])$/u;
const AROUND = 4;

/** Whether a word is an address of the web or of mail. */
const isAddress = (word: string): boolean => ADDRESS.test(word);

const isWord = (token: Token | undefined): token is Token => token?.kind === 'word';

/** What of a mention names somebody: the whole, its head, or nothing, with what is in the way. */
type Sound = { span: Span } | { span: null; found: string };

/** What of a mention as printed names somebody; `tokens` are those of the mention, quotations opened. */
export function soundPart(text: string, mention: Span, tokens: readonly Token[]): Sound {
  const broken = BREAKING.exec(text.slice(mention.start, mention.end));
  const to = headEnd(tokens);
  if (broken && mention.start + broken.index < (tokens[to - 1]?.end ?? Infinity))
    return { span: null, found: broken[0] };
  const head = tokens.slice(0, to);
  const last = head.at(-1);
  if (!last) return { span: null, found: onOneLine(text, mention) };
  const found = partingIn(head) ?? quotationIn(head);
  if (found) return { span: null, found: text.slice(found.start, found.end) };
  const beside = last.cap && to === tokens.length ? signBeside(text, mention) : undefined;
  if (beside) return { span: null, found: beside };
  return { span: to < tokens.length ? { start: mention.start, end: last.end } : mention };
}

/** The sign that parts a mention from the rest of a name that is not in it. */
function signBeside(text: string, { start, end }: Span): string | undefined {
  const [, parting, glued] = GOES_ON.exec(text.slice(end, end + AROUND)) ?? [];
  return parting ?? glued ?? BEGAN.exec(text.slice(Math.max(0, start - AROUND), start))?.[1];
}

/** Where a name ends that an address or a handle follows, and nothing else; all tokens where none does. */
function headEnd(tokens: readonly Token[]): number {
  const first = tokens.find(isWord);
  const isName = first?.cap === true;
  const at = tokens.findIndex(
    (token) =>
      isWord(token) &&
      (isAddress(token.lower) || (isName && token !== first && HANDLE.test(token.lower))),
  );
  const address = tokens[at];
  if (!address || (first !== address && !isName)) return tokens.length;
  let to = at;
  while (to > 0 && !isWord(tokens[to - 1])) to--;
  return to;
}

/** The sign that parts two names, or a broken one, with no other word behind it. */
function partingIn(tokens: readonly Token[]): Token | undefined {
  return tokens.find((token, k) => {
    const [before, after] = [tokens[k - 1], tokens[k + 1]];
    if (token.kind === 'word' && token.lower.startsWith('#')) return k > 0 && tokens[0]?.cap;
    if (token.kind !== 'punct' || !PARTING.test(token.lower) || !before?.cap || !isWord(after))
      return false;
    const isGlued = before.end === token.start && token.end === after.start;
    if (!after.cap) return isGlued && before.end - before.start === 1;
    return tokens.slice(k + 1).every((one) => !isWord(one) || one.cap);
  });
}

/** A quotation mark in words that are all of a name, unless the marks stand in pairs before its last word. */
function quotationIn(tokens: readonly Token[]): Token | undefined {
  const marks = tokens.filter((token) => token.kind === 'punct' && QUOTATION.test(token.lower));
  const [mark] = marks;
  if (!mark || !tokens.every((token) => !isWord(token) || token.cap)) return undefined;
  const isInside = marks.length % 2 === 0 && tokens.at(-1)?.kind === 'word';
  return isInside ? undefined : mark;
}

const APOSTROPHE = /['’]\p{L}?$/u;

/** "the mayor's": a description without what makes it an owner. */
function withoutEnding(pack: LanguagePack, text: string, mention: Mention): Mention {
  const words = text.slice(mention.start, mention.end);
  const end = pack.mentions.isOwner(words) ? words.search(APOSTROPHE) : -1;
  return end > 0 ? { ...mention, end: mention.start + end } : mention;
}

/** A mention as far as it names somebody, the same where all of it does; null, with the reason, where nobody is named. */
export function soundMention(
  pack: LanguagePack,
  text: string,
  printed: Mention,
): { mention: Mention | null; reason: string | null } {
  const person = pack.mentions.withoutOccasion(text, printed);
  const isCut = person.start !== printed.start || person.end !== printed.end;
  const named: Mention = isCut ? { ...printed, ...person, kind: 'name' } : printed;
  const mention = named.kind === 'description' ? withoutEnding(pack, text, named) : named;
  const partOf = (span: Span): Sound =>
    soundPart(text, span, pack.text.tokenize(text, span.start, span.end, []));
  const apposed = mention.apposed && partOf(mention.apposed).span;
  const sound = partOf(mention);
  if (!sound.span) {
    const words = onOneLine(text, mention);
    return {
      mention: null,
      reason: `“${words}” is no whole name, as “${sound.found}” stands in or beside it: nobody is named.`,
    };
  }
  const isWhole = sound.span === mention && apposed === mention.apposed;
  return {
    mention: isWhole ? mention : { ...mention, ...bare(sound.span), apposed },
    reason: null,
  };
}
