/**
 * Expected claims written inside the text, so that nobody counts characters.
 *
 * `{D Ann Lee:We will pay,}` is a direct claim of Ann Lee; D direct, I indirect, M mixed, A answer, Q question.
 * `{D1 Ann Lee:We will,} … {D1:pay.}` are two parts of one claim, told by the same digit.
 * `{D Ann Lee<Reuters:…}` came by way of Reuters; `{D ?:…}` has a speaker the text leaves open; braces nest.
 * A blank line parts paragraphs; a paragraph that begins with `#` is a heading, `>` a block quotation,
 * `*` one set in bold, `~` one that goes on with the paragraph before; the sign is not part of the text.
 */
import type { EngineParagraph, EngineText, Found } from '../../src/engine/index.ts';

export interface Expected {
  type: string;
  parts: string[];
  /** Where each part stands. */
  at: [number, number][];
  speaker: string | null;
  via: string[];
}

const TYPES: Record<string, string> = {
  D: 'direct',
  I: 'indirect',
  M: 'mixed',
  A: 'answer',
  Q: 'question',
};
const SIGNS: Record<string, Partial<EngineParagraph>> = {
  '#': { kind: 'heading' },
  '>': { kind: 'quote' },
  '*': { bold: true },
  '~': { continues: true },
};

/** Reads a marked text: the plain text with its paragraphs, and the claims expected in it, in reading order. */
export function marked(source: string): EngineText & { expected: Expected[] } {
  let text = '';
  const paragraphs: EngineParagraph[] = [];
  const expected: (Expected & { key: string })[] = [];
  for (const block of source.trim().split(/\n\s*\n/)) {
    let rest = block.trim().replace(/\s+/g, ' ');
    const sign = SIGNS[rest[0]!] && rest[1] === ' ' ? rest[0]! : null;
    if (sign) rest = rest.slice(2);
    if (text) text += '\n\n';
    const start = text.length;
    const open: { claim: Expected; from: number }[] = [];
    for (let i = 0; i < rest.length; i++) {
      const head =
        rest[i] === '{' ? /^\{([DIMAQ])(\d?)([^:{}]*):/.exec(rest.slice(i, i + 120)) : null;
      if (head) {
        const [all, letter, digit, who] = head;
        const key = `${letter}${digit}`;
        let claim = digit ? expected.find((e) => e.key === key && who === '') : undefined;
        if (!claim) {
          const [speaker, ...via] = who!.trim().split('<');
          claim = {
            key,
            type: TYPES[letter!]!,
            parts: [],
            at: [],
            speaker: speaker === '?' ? null : speaker!,
            via,
          };
          expected.push(claim);
        }
        open.push({ claim, from: text.length });
        i += all.length - 1;
      } else if (rest[i] === '}' && open.length) {
        const { claim, from } = open.pop()!;
        claim.parts.push(text.slice(from));
        claim.at.push([from, text.length]);
      } else text += rest[i];
    }
    if (open.length) throw new Error(`Unexpected end of “${block.slice(0, 40)}…”, expected \`}\``);
    paragraphs.push({ start, end: text.length, kind: 'paragraph', ...(sign ? SIGNS[sign] : {}) });
  }
  return { text, paragraphs, expected: expected.map(({ key: _, ...claim }) => claim) };
}

/** What was found, in the shape of `Expected`. */
export function asExpected(text: string, found: Found): Expected[] {
  return found.claims.map((c) => ({
    type: c.type,
    parts: c.parts.map((p) => text.slice(p.start, p.end)),
    at: c.parts.map((p) => [p.start, p.end]),
    speaker: c.speaker && found.entities[c.speaker.entity]!.name,
    via: c.via.map((v) => found.entities[v.entity]!.name),
  }));
}
