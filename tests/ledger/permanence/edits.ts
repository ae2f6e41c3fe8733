/**
 * Edits of a text that know where every character went, so that a test can tell where a claim's
 * words stand afterwards without asking the code under test.
 */
export interface Tracked {
  /** UTF-16 units of the text, and for each the offset in the first text, or -1 for what was put in. */
  text: string;
  from: number[];
}

export const tracked = (text: string): Tracked => ({
  text,
  from: [...Array(text.length).keys()],
});

/** A source of numbers from 0 to below 1. */
export type Dice = () => number;
/** Claims as spans of the first text, and the names that they are attributed by; edits that aim at claims need them. */
export interface Target {
  parts: readonly { start: number; end: number }[];
  speaker?: { name: string; mention: { start: number; end: number } | null } | null;
}
export type Edit = (before: Tracked, dice: Dice, claims: readonly Target[]) => Tracked;

const pick = <T>(list: readonly T[], dice: Dice): T | undefined =>
  list[Math.floor(dice() * list.length)];

/** Replaces spans; what is put in comes from nowhere, or from the span where `keep` is set. */
function replace(
  { text, from }: Tracked,
  spans: readonly { start: number; end: number; by: string; keep?: boolean }[],
): Tracked {
  let out = '';
  const origin: number[] = [];
  let at = 0;
  for (const { start, end, by, keep } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    out += text.slice(at, start) + by;
    origin.push(...from.slice(at, start));
    for (let i = 0; i < by.length; i++)
      origin.push(keep ? from[Math.min(start + i, end - 1)]! : -1);
    at = end;
  }
  return { text: out + text.slice(at), from: [...origin, ...from.slice(at)] };
}

const all = (t: Tracked, pattern: RegExp, by: (match: RegExpMatchArray) => string): Tracked =>
  replace(
    t,
    [...t.text.matchAll(pattern)].map((m) => ({
      start: m.index,
      end: m.index + m[0].length,
      by: by(m),
      keep: true,
    })),
  );

interface Stretch {
  start: number;
  end: number;
}
const paragraphs = ({ text }: Tracked): Stretch[] =>
  [...text.matchAll(/[^\r\n](?:[^\r\n]|\r?\n(?!\s*\r?\n))*/g)]
    .map((m) => ({ start: m.index, end: m.index + m[0].length }))
    .filter((p) => text.slice(p.start, p.end).trim().length > 0);
const bodyOf = (t: Tracked) => paragraphs(t).slice(3);
const sentences = (t: Tracked): Stretch[] =>
  bodyOf(t).flatMap(({ start, end }) =>
    [...t.text.slice(start, end).matchAll(/[^.!?]+[.!?]+[”"’']?\s*/g)].map((m) => ({
      start: start + m.index,
      end: start + m.index + m[0].length,
    })),
  );

const known = new WeakMap<readonly number[], Map<number, number>>();
/** Where the characters of the first text are now; asked for each claim of a text. */
function places({ from }: Tracked): Map<number, number> {
  const found = known.get(from) ?? new Map<number, number>();
  if (!known.has(from)) {
    for (const [i, origin] of from.entries()) if (origin >= 0) found.set(origin, i);
    known.set(from, found);
  }
  return found;
}
const spoken = (t: Tracked, claims: readonly Target[]): Set<number> => {
  const at = places(t);
  const set = new Set<number>();
  for (const { parts } of claims)
    for (const { start, end } of parts)
      for (let i = start; i < end; i++) if (at.has(i)) set.add(at.get(i)!);
  return set;
};

const WORD = /\p{L}{4,}/gu;
const slipIn = (t: Tracked, word: Stretch, dice: Dice): Tracked => {
  const i = word.start + 1 + Math.floor(dice() * (word.end - word.start - 2));
  return replace(t, [{ start: i, end: i + 1, by: t.text[i] === 'x' ? 'z' : 'x' }]);
};
const words = (t: Tracked, inside: boolean, claims: readonly Target[]): Stretch[] => {
  const said = spoken(t, claims);
  const body = bodyOf(t)[0]?.start ?? 0;
  return [...t.text.matchAll(WORD)]
    .map((m) => ({ start: m.index, end: m.index + m[0].length }))
    .filter((w) => w.start >= body && said.has(w.start) === inside);
};

const insertAt = (t: Tracked, at: number, by: string) => replace(t, [{ start: at, end: at, by }]);
const between = (t: Tracked, dice: Dice) => pick(bodyOf(t), dice)?.start ?? t.text.length;

/** The first kind of white space that the dice choose, each by its chance; otherwise a plain blank. */
const blank = (dice: Dice, ...kinds: [chance: number, kind: string][]): string =>
  kinds.find(([chance]) => dice() < chance)?.[1] ?? ' ';

export const EDITS: Record<string, Edit> = {
  'white space reflowed': (t, dice) =>
    all(t, /(?<=\S)[ \u00A0](?=\S)/g, () => blank(dice, [0.2, '\n'], [0.1, '\u00A0'])),
  'spaces doubled': (t, dice) =>
    replace(
      t,
      [...t.text.matchAll(/(?<=\S) (?=\S)/g)]
        .filter(() => dice() < 0.2)
        .map((m) => ({ start: m.index, end: m.index + 1, by: '  ', keep: true })),
    ),
  'marks made straight': (t) =>
    all(
      all(t, /[“”„]/g, () => '"'),
      /[‘’]/g,
      () => "'",
    ),
  'marks made curly': (t) =>
    all(
      all(t, /(?<=^|[\s(\[—–-])"/gm, () => '“'),
      /"/g,
      () => '”',
    ),
  'apostrophes made curly': (t) => all(t, /(?<=\p{L})'(?=\p{L})/gu, () => '’'),
  'marks made angular': (t) =>
    all(
      all(t, /“/g, () => '«'),
      /”/g,
      () => '»',
    ),
  'dashes of another kind': (t) => all(t, /[–—]/g, () => '-'),
  'a paragraph put on top': (t) =>
    insertAt(t, 0, 'Corrections were made to this article on Sunday.\n\n'),
  'a paragraph put in': (t, dice) =>
    insertAt(
      t,
      between(t, dice),
      'The weather that week was mild, and the quay was full of visitors.\n\n',
    ),
  'a slip inside a claim': (t, dice, claims) => {
    const word = pick(words(t, true, claims), dice);
    return word ? slipIn(t, word, dice) : t;
  },
  // In a name a letter may make somebody else of whom it names.
  'a slip outside of claims and names': (t, dice, claims) => {
    const word = pick(
      words(t, false, claims).filter(({ start }) => !/\p{Lu}/u.test(t.text[start] ?? '')),
      dice,
    );
    return word ? slipIn(t, word, dice) : t;
  },
  'a sentence deleted': (t, dice) => {
    const s = pick(sentences(t), dice);
    return s ? replace(t, [{ ...s, by: '' }]) : t;
  },
  'three sentences deleted': (t, dice) =>
    replace(
      t,
      [0, 1, 2].flatMap(() => {
        const s = pick(sentences(t), dice);
        return s ? [{ ...s, by: '' }] : [];
      }),
    ),
  'a paragraph deleted': (t, dice) => {
    const p = pick(bodyOf(t), dice);
    return p ? replace(t, [{ ...p, by: '' }]) : t;
  },
  'two paragraphs swapped': (t, dice) => {
    const list = bodyOf(t);
    if (list.length < 2) return t;
    const i = Math.floor(dice() * (list.length - 1));
    const [a, b] = [list[i]!, list[Math.min(list.length - 1, i + 1 + Math.floor(dice() * 3))]!];
    if (a === b) return t;
    return swapped(t, a, b);
  },
  'a quotation repeated by another speaker': (t, dice, claims) =>
    repeated(
      t,
      dice,
      claims,
      (words) => `“${words}” said Greta Blom, a teacher from the next valley.\n\n`,
    ),
  'a quotation repeated before, according to another': (t, dice, claims) =>
    repeated(
      t,
      dice,
      claims,
      (words) => `According to Greta Blom, a teacher, “${words.replace(/[,.]$/, '')}”.\n\n`,
    ),
  'a quotation repeated with the same cue': (t, dice, claims) =>
    repeated(t, dice, claims, (words) => `“${words}” she said.\n\n`),
  'line ends CRLF': (t) => all(t, /(?<!\r)\n/g, () => '\r\n'),
  NFD: (t) => all(t, /[\u00C0-\u024F]/g, (m) => m[0].normalize('NFD')),
  'line ends CR': (t) => all(t, /\r?\n/g, () => '\r'),
  'a mark of byte order': (t) => insertAt(t, 0, '\uFEFF'),
  NFC: (t) => all(t, /\p{L}\p{M}+/gu, (m) => m[0].normalize('NFC')),
  NFKC: (t) => all(t, /[^\x00-\x7F]/g, (m) => m[0].normalize('NFKC')),
  NFKD: (t) => all(t, /[^\x00-\x7F]/g, (m) => m[0].normalize('NFKD')),
  'bold and links put in': (t, dice) => {
    const marks = [...t.text.matchAll(WORD)].filter(() => dice() < 0.05);
    return replace(
      t,
      marks.flatMap((m) => [
        { start: m.index, end: m.index, by: '**' },
        { start: m.index + m[0].length, end: m.index + m[0].length, by: '**' },
      ]),
    );
  },
  'marks made single': (t) =>
    all(
      all(t, /“/g, () => '‘'),
      /”/g,
      () => '’',
    ),
  'marks made low and high': (t) =>
    all(
      all(t, /“/g, () => '„'),
      /”/g,
      () => '“',
    ),
  'marks made of backquotes': (t) =>
    all(
      all(t, /“/g, () => '``'),
      /”/g,
      () => "''",
    ),
  'marks of one paragraph made angular': (t, dice) => {
    const p = pick(bodyOf(t), dice);
    return p
      ? replace(
          t,
          [...t.text.slice(p.start, p.end).matchAll(/["“”]/g)].map((m, i) => ({
            start: p.start + m.index,
            end: p.start + m.index + 1,
            by: i % 2 === 0 ? '«' : '»',
          })),
        )
      : t;
  },
  'marks of one paragraph left out': (t, dice) => {
    const p = pick(bodyOf(t), dice);
    return p
      ? replace(
          t,
          [...t.text.slice(p.start, p.end).matchAll(/["“”]/g)].map((m) => ({
            start: p.start + m.index,
            end: p.start + m.index + 1,
            by: '',
          })),
        )
      : t;
  },
  'blanks that do not break': (t, dice) =>
    all(t, /(?<=\S) (?=\S)/g, () => blank(dice, [0.3, '\u00A0'], [0.1, '\u202F'])),
  'soft hyphens put in': (t, dice) =>
    replace(
      t,
      [...t.text.matchAll(/(?<=\p{L}{2})(?=\p{L}{2})/gu)]
        .filter(() => dice() < 0.08)
        .map((m) => ({ start: m.index, end: m.index, by: dice() < 0.8 ? '\u00AD' : '\u200B' })),
    ),
  'lines of 72': (t) => {
    let column = 0;
    return all(t, /\n|(?<=\S) (?=\S+)|\S/g, (m) => {
      if (m[0] === '\n') column = 0;
      else if (m[0] !== ' ') column++;
      else if (column + (/^\S+/.exec(t.text.slice(m.index! + 1))?.[0].length ?? 0) >= 72) {
        column = 0;
        return '\n';
      } else column++;
      return m[0];
    });
  },
  'lines joined': (t) => all(t, /(?<=\S)[ \t]*\r?\n(?=[^\s\-*>])/g, () => ' '),
  'blank lines added': (t) => all(t, /\n\n/g, () => '\n\n\n'),
  'blank lines between lines': (t) => all(t, /(?<!\n)\n(?!\n)/g, () => '\n\n'),
  'blank lines left out': (t) => all(t, /\n\s*\n/g, () => '\n'),
  'lines indented': (t) => all(t, /^(?=\S)/gm, () => '    '),
  'blanks at the ends of lines': (t) => all(t, /(?<=\S)(?=\n)/g, () => '  '),
  'points made an ellipsis': (t) =>
    all(
      all(t, /…/g, () => '...'),
      /\.\.\./g,
      () => '…',
    ),
  'another headline': (t) => {
    const [title] = paragraphs(t);
    return title
      ? replace(t, [
          { start: title.start, end: title.end, by: 'What was said this week, and by whom' },
        ])
      : t;
  },
  'a paragraph on top that repeats a claim': (t, dice, claims) =>
    repeated(
      t,
      dice,
      claims,
      (words) =>
        `Correction: in an earlier version of this article the words “${words}” were attributed to another person.\n\n`,
      () => 0,
    ),
  'a paragraph at the end that repeats a claim': (t, dice, claims) =>
    repeated(
      t,
      dice,
      claims,
      (words) => `\n\nOn Monday Greta Blom, a teacher, said: “${words}”\n`,
      () => t.text.length,
    ),
  'a claim repeated just before by another': (t, dice, claims) =>
    repeated(
      t,
      dice,
      claims,
      (words) => `“${words}” said Greta Blom, a teacher.\n\n`,
      (at) => paragraphAt(t, at).start,
    ),
  'a claim repeated just after by another': (t, dice, claims) =>
    repeated(
      t,
      dice,
      claims,
      (words) => `\n\n“${words}” said Greta Blom, a teacher.`,
      (at) => paragraphAt(t, at).end,
    ),
  'a claim repeated in its own paragraph by another': (t, dice, claims) =>
    repeated(
      t,
      dice,
      claims,
      (words) => ` “${words}” said Greta Blom, too.`,
      (at) => paragraphAt(t, at).end,
    ),
  'a claim repeated by one of the same last name': (t, dice, claims) => {
    const named = claims.filter(({ speaker }) => speaker);
    const one = pick(named, dice);
    const last = one?.speaker?.name.split(' ').at(-1);
    return one
      ? repeated(t, dice, [one], (words) => `“${words}” said Greta ${last}, a teacher.\n\n`)
      : t;
  },
  'a claim repeated by a speaker of the text': (t, dice, claims) => {
    const [one, name] = otherSpeaker(dice, claims);
    const say = pick<(words: string) => string>(
      [
        (words) => `“${words}” said ${name}.\n\n`,
        (words) => `${name} said: “${words}”\n\n`,
        (words) => `According to ${name}, “${words}”.\n\n`,
        (words) => `${name}: ${words}\n\n`,
        (words) => `${name} said that ${words}\n\n`,
      ],
      dice,
    )!;
    return one ? repeated(t, dice, [one], say) : t;
  },
  'a claim deleted, and said by a speaker of the text': (t, dice, claims) => {
    const [one, name] = otherSpeaker(dice, claims);
    return one
      ? givenAway(
          t,
          dice,
          [one],
          pick([0, 1, null], dice)!,
          pick<(words: string) => string>(
            [
              (words) => `“${words}” said ${name}. `,
              (words) => ` ${name} said: “${words}”`,
              (words) => ` According to ${name}, “${words}”.`,
            ],
            dice,
          )!,
        )
      : t;
  },
  'the words of two speakers exchanged': (t, dice, claims) => {
    const [one, name] = otherSpeaker(dice, claims);
    const other = claims.find(({ speaker }) => speaker && speaker.name === name);
    const [a, b] = [one && standing(t, one), other && standing(t, other)];
    return a && b && plain(t, a) !== plain(t, b) ? swapped(t, a, b) : t;
  },
  'the name at a claim replaced': (t, dice, claims) => {
    const at = places(t);
    const spans = claims.flatMap(({ parts, speaker }) => {
      const mention = speaker?.mention;
      if (!mention || parts.some((p) => p.start <= mention.start && p.end >= mention.end))
        return [];
      const [start, end] = [at.get(mention.start), at.get(mention.end - 1)];
      return start !== undefined && end !== undefined && end >= start
        ? [{ start, end: end + 1, by: 'Greta Blom' }]
        : [];
    });
    const span = pick(spans, dice);
    return span ? replace(t, [span]) : t;
  },
  'a sentence repeated by another': (t, dice) => {
    const s = pick(sentences(t), dice);
    return s
      ? insertAt(
          t,
          between(t, dice),
          `“${t.text.slice(s.start, s.end).replace(/\s+/g, ' ').replace(/["“”]/g, '').trim()}” said Greta Blom, a teacher from the next valley.\n\n`,
        )
      : t;
  },
  'a paragraph repeated by another': (t, dice) => {
    const p = pick(
      bodyOf(t).filter(({ start, end }) => end - start < 350),
      dice,
    );
    return p
      ? insertAt(
          t,
          between(t, dice),
          `“${t.text.slice(p.start, p.end).replace(/\s+/g, ' ').replace(/["“”]/g, '').trim()}” said Greta Blom, a teacher from the next valley.\n\n`,
        )
      : t;
  },
  'a claim deleted, and said by another in its place': (t, dice, claims) =>
    givenAway(
      t,
      dice,
      claims,
      0,
      (words) => `“${words}” said Greta Blom, a teacher from the next valley. `,
    ),
  'a claim deleted, and said by another elsewhere': (t, dice, claims) =>
    givenAway(
      t,
      dice,
      claims,
      null,
      (words) => `“${words}” said Greta Blom, a teacher from the next valley.\n\n`,
    ),
  'a claim deleted, and said by another further up': (t, dice, claims) =>
    givenAway(t, dice, claims, null, (words) => `According to Greta Blom, “${words}”.\n\n`),
  'the words of a claim taken out, and said by another after it': (t, dice, claims) =>
    givenAway(t, dice, claims, 1, (words) => ` Greta Blom said: “${words}”`),
  'a name corrected': (t, dice, claims) => {
    const name = pick(
      claims.flatMap(({ speaker }) =>
        speaker && /^\p{Lu}\p{Ll}{3,}/u.test(speaker.name) ? [speaker.name.split(' ').at(-1)!] : [],
      ),
      dice,
    );
    return name
      ? replace(
          t,
          [...t.text.matchAll(new RegExp(`\\b${name}\\b`, 'gu'))].map((m) => ({
            start: m.index + 1,
            end: m.index + 2,
            by: m[0][1] === 'e' ? 'a' : 'e',
          })),
        )
      : t;
  },
  'a number mended': (t, dice) => {
    const m = pick([...t.text.matchAll(/\d/g)], dice);
    return m ? replace(t, [{ start: m.index, end: m.index + 1, by: m[0] === '7' ? '8' : '7' }]) : t;
  },
  'the sentence before a claim deleted': (t, dice, claims) => beside(t, dice, claims, -1),
  'the sentence after a claim deleted': (t, dice, claims) => beside(t, dice, claims, 1),
  'the sentence with the name deleted': (t, dice, claims) => {
    const at = places(t);
    const named = claims.flatMap(({ parts, speaker }) => {
      const mention = speaker?.mention;
      const place =
        mention && !parts.some((p) => p.start <= mention.start && p.end >= mention.end)
          ? at.get(mention.start)
          : undefined;
      const s =
        place === undefined
          ? undefined
          : sentences(t).find((one) => one.start <= place && one.end > place);
      return s ? [s] : [];
    });
    const s = pick(named, dice);
    return s ? replace(t, [{ ...s, by: '' }]) : t;
  },
  'a sentence put in beside a claim': (t, dice, claims) => {
    const claim = pick(claims, dice);
    const at = claim && places(t).get(claim.parts[0]!.start);
    const s =
      at === undefined ? undefined : sentences(t).find((one) => one.start <= at && one.end > at);
    return s
      ? insertAt(
          t,
          dice() < 0.5 ? s.start : s.end,
          'Greta Blom was there as well, and spoke to nobody. ',
        )
      : t;
  },
  'words put into a claim': (t, dice, claims) => {
    const word = pick(words(t, true, claims), dice);
    return word ? insertAt(t, word.end, ' (sic)') : t;
  },
  'a paragraph parted': (t, dice) => {
    const s = pick(
      sentences(t).filter(({ end }) => / $/.test(t.text.slice(0, end))),
      dice,
    );
    return s ? replace(t, [{ start: s.end - 1, end: s.end, by: '\n\n' }]) : t;
  },
  'two paragraphs joined': (t, dice) => {
    const list = bodyOf(t);
    const i = Math.floor(dice() * (list.length - 1));
    return list.length < 2
      ? t
      : replace(t, [{ start: list[i]!.end, end: list[i + 1]!.start, by: ' ' }]);
  },
  'two sentences swapped': (t, dice) => {
    const list = sentences(t);
    const i = Math.floor(dice() * (list.length - 1));
    return list.length < 2 ? t : swapped(t, list[i]!, list[i + 1]!);
  },
  'paragraphs turned round': (t) => {
    const list = bodyOf(t);
    const cut = (s: Stretch) => ({
      text: t.text.slice(s.start, s.end),
      from: t.from.slice(s.start, s.end),
    });
    const pieces = list.flatMap((p, i) => [
      list[list.length - 1 - i]!,
      { start: p.end, end: list[i + 1]?.start ?? t.text.length },
    ]);
    return joinedUp([{ start: 0, end: list[0]?.start ?? t.text.length }, ...pieces].map(cut));
  },
  'the paragraphs of two like claims swapped': (t, dice, claims) => {
    const two = pick(twins(t, claims), dice);
    return two ? swapped(t, paragraphAt(t, two[0]), paragraphAt(t, two[1])) : t;
  },
  'the paragraph of one of two like claims deleted': (t, dice, claims) => {
    const two = pick(twins(t, claims), dice);
    return two ? replace(t, [{ ...paragraphAt(t, two[dice() < 0.5 ? 0 : 1]), by: '' }]) : t;
  },
  'one of two like claims deleted': (t, dice, claims) => {
    const two = pick(twins(t, claims), dice);
    const at = two?.[dice() < 0.5 ? 0 : 1];
    const s =
      at === undefined ? undefined : sentences(t).find((one) => one.start <= at && one.end > at);
    return s ? replace(t, [{ ...s, by: '' }]) : t;
  },
};

const paragraphAt = (t: Tracked, at: number): Stretch =>
  paragraphs(t).find(({ start, end }) => start <= at && end >= at) ?? { start: at, end: at };

const joinedUp = (pieces: readonly Tracked[]): Tracked => ({
  text: pieces.map((p) => p.text).join(''),
  from: pieces.flatMap((p) => p.from),
});

/** Two stretches in each other's place; unchanged where they are one or overlap. */
function swapped(t: Tracked, one: Stretch, two: Stretch): Tracked {
  const [a, b] = one.start <= two.start ? [one, two] : [two, one];
  if (a.end > b.start) return t;
  const cut = (start: number, end: number) => ({
    text: t.text.slice(start, end),
    from: t.from.slice(start, end),
  });
  return joinedUp([
    cut(0, a.start),
    cut(b.start, b.end),
    cut(a.end, b.start),
    cut(a.start, a.end),
    cut(b.end, t.text.length),
  ]);
}

/** Where claims that begin with the same words stand, in pairs. */
function twins(t: Tracked, claims: readonly Target[]): [number, number][] {
  const at = places(t);
  const heads = new Map<string, number[]>();
  for (const { parts } of claims) {
    const start = at.get(parts[0]!.start);
    if (start === undefined) continue;
    const head = (t.text.slice(start, start + 200).match(/[\p{L}\p{N}]+/gu) ?? [])
      .slice(0, 3)
      .join(' ');
    heads.set(head, [...(heads.get(head) ?? []), start]);
  }
  return [...heads.values()].flatMap((list) =>
    list.length > 1 ? [[list[0]!, list[1]!] as [number, number]] : [],
  );
}

/** A claim, and the name of somebody else who speaks in the text. */
function otherSpeaker(dice: Dice, claims: readonly Target[]): [Target | undefined, string] {
  const one = pick(
    claims.filter(({ speaker }) => speaker),
    dice,
  );
  const name = pick(
    claims.flatMap(({ speaker }) =>
      speaker && speaker.name !== one?.speaker?.name ? [speaker.name] : [],
    ),
    dice,
  );
  return name === undefined ? [undefined, ''] : [one, name];
}

/** Where a claim's first part stands, if it stands whole. */
function standing(t: Tracked, { parts }: Target): Stretch | null {
  const at = places(t);
  const start = at.get(parts[0]!.start);
  const end = at.get(parts[0]!.end - 1);
  return start === undefined || end === undefined || end < start ? null : { start, end: end + 1 };
}
const plain = (t: Tracked, { start, end }: Stretch) =>
  t.text.slice(start, end).replace(/\s+/g, ' ').replace(/["“”]/g, '');

/** Deletes the paragraph (or only the sentence) of a claim, or its words alone, and lets somebody else say the words. */
function givenAway(
  t: Tracked,
  dice: Dice,
  claims: readonly Target[],
  where: 0 | 1 | null,
  say: (words: string) => string,
): Tracked {
  const claim = pick(claims, dice);
  const place = claim && standing(t, claim);
  if (!place) return t;
  const words = say(plain(t, place));
  const paragraph = paragraphAt(t, place.start);
  const sentence = sentences(t).find((s) => s.start <= place.start && s.end >= place.end);
  if (where === 1)
    return replace(t, [
      { ...place, by: '' },
      { start: paragraph.end, end: paragraph.end, by: words },
    ]);
  const away =
    dice() < 0.5 && sentence
      ? sentence
      : { start: paragraph.start, end: Math.max(paragraph.end, place.end) };
  if (where === 0) return replace(t, [{ ...away, by: words }]);
  const to = between(t, dice);
  return replace(t, [
    { ...away, by: '' },
    ...(to > away.start && to < away.end ? [] : [{ start: to, end: to, by: words }]),
  ]);
}

/** Deletes the sentence before or after that of a claim. */
function beside(t: Tracked, dice: Dice, claims: readonly Target[], by: -1 | 1): Tracked {
  const claim = pick(claims, dice);
  const place = claim && standing(t, claim);
  if (!place) return t;
  const list = sentences(t);
  const s =
    list[list.findIndex(({ start, end }) => start <= place.start && end > place.start) + by];
  return s && (s.end <= place.start || s.start >= place.end) ? replace(t, [{ ...s, by: '' }]) : t;
}
function repeated(
  t: Tracked,
  dice: Dice,
  claims: readonly Target[],
  say: (words: string) => string,
  where: (at: number) => number = () => between(t, dice),
): Tracked {
  const claim = pick(claims, dice);
  const place = claim && standing(t, claim);
  return place ? insertAt(t, where(place.start), say(plain(t, place))) : t;
}

/** Letters and digits of a claim with their origin, parted into words: what "the words are still there" means. */
function wordsAt(
  t: Tracked,
  parts: readonly { start: number; end: number }[],
): { text: string; origin: number }[] {
  const list: { text: string; origin: number }[] = [];
  for (const { start, end } of parts)
    for (let i = start; i < end; i++)
      if (/[\p{L}\p{N}]/u.test(t.text[i]!)) list.push({ text: t.text[i]!, origin: t.from[i]! });
  return list;
}

/** Whether every letter of the claim stands in the edited text, in order, with nothing but marks and blanks put between. */
export function stillThere(
  before: string,
  t: Tracked,
  parts: readonly { start: number; end: number }[],
): boolean {
  const at = places(t);
  const letter = /[\p{L}\p{N}]/u;
  return parts.every(({ start, end }) => {
    let last = -1;
    for (let i = start; i < end; i++) {
      if (!letter.test(before[i]!)) continue;
      const now = at.get(i);
      if (now === undefined || now <= last) return false;
      if (last >= 0) for (let k = last + 1; k < now; k++) if (letter.test(t.text[k]!)) return false;
      last = now;
    }
    return true;
  });
}

/** What a claim's words stand on afterwards, in the terms of the first text: shares of letters that are its own. */
export function ownShare(
  before: string,
  t: Tracked,
  was: readonly { start: number; end: number }[],
  now: readonly { start: number; end: number }[],
): number {
  const own = new Set<number>();
  for (const { start, end } of was)
    for (let i = start; i < end; i++) if (/[\p{L}\p{N}]/u.test(before[i]!)) own.add(i);
  const letters = wordsAt(t, now);
  if (letters.length === 0) return 0;
  return (
    letters.filter(({ origin }) => own.has(origin)).length / Math.max(own.size, letters.length)
  );
}
