/**
 * Texts of word processors: DOCX and ODT. Headings, paragraphs and footnotes become Markdown; comments, pictures,
 * heads and feet of pages and words that were struck out are left out, and said so.
 */
import { decoded } from '../../../../text/decoding.ts';
import { Damaged, type Given, type Reading } from '../reader.ts';
import { dayOf } from '../stamps.ts';
import { counted, named, taken } from './taken.ts';
import { allNamed, elementsIn, textNamed, type Element } from './xml.ts';
import { filesInZip } from './zip.ts';
import type { Fact, Facts } from '../facts.ts';

interface Block {
  /** 0 for a paragraph, 1 for a title, more for headings within. */
  level: number;
  text: string;
}

/** What an element of a format means; what is not named here is what its parts are. */
interface Rules {
  /** A paragraph, with the level of its heading. */
  level: (element: Element) => number | null;
  /** Characters that an element stands for; null where it is what its parts are. */
  characters: (element: Element) => string | null;
  /** The footnote that is referred to: its own blocks or their number. */
  note: (element: Element) => readonly Element[] | null;
  /** Elements that are left out, with what they are. */
  left: Readonly<Record<string, string>>;
}

/** Goes through a document in its order, and gathers what it says. */
class Gathering {
  readonly blocks: Block[] = [];
  readonly notes: string[] = [];
  readonly left = new Map<string, number>();
  readonly #rules: Rules;

  constructor(rules: Rules) {
    this.#rules = rules;
  }

  block(element: Element): void {
    if (this.#isLeft(element)) return;
    const level = this.#rules.level(element);
    if (level === null) {
      for (const child of element.children) this.block(child);
      return;
    }
    const text = this.#inline(element);
    if (text.trim() !== '') this.blocks.push({ level, text });
    // What stands in a frame beside the paragraph follows it.
    for (const child of element.children) this.#inner(child);
  }

  /** Paragraphs within a paragraph. */
  #inner(element: Element): void {
    if (this.#rules.note(element) || this.#rules.left[element.name] !== undefined) return;
    if (this.#rules.level(element) !== null) this.block(element);
    else for (const child of element.children) this.#inner(child);
  }

  #inline(element: Element): string {
    return element.children
      .map((child) => {
        if (this.#isLeft(child) || this.#rules.level(child) !== null) return '';
        const note = this.#rules.note(child);
        if (note) return this.#noted(note);
        return this.#rules.characters(child) ?? this.#inline(child);
      })
      .join('');
  }

  #noted(note: readonly Element[]): string {
    const own = new Gathering(this.#rules);
    for (const element of note) own.block(element);
    this.notes.push(own.blocks.map(({ text }) => text.trim()).join(' '));
    return `[${this.notes.length}]`;
  }

  #isLeft({ name }: Element): boolean {
    const what = this.#rules.left[name];
    if (what === undefined) return false;
    if (what !== '') this.left.set(what, (this.left.get(what) ?? 0) + 1);
    return true;
  }
}

/** Characters that would be Markdown, as what they are. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*<]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|\](?=[(:[])|&(?=#?\w+;)/gu, '\\$&')
    .split('\n')
    .map((line) =>
      line
        .trim()
        .replace(/^(?:#{1,6}(?=\s|$)|>|[+-](?=\s|$)|=+$|-+$|~{3})/, '\\$&')
        .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2'),
    )
    .filter((line) => line !== '')
    .join('\n');
}

function markdownOf({ blocks, notes }: Gathering): string {
  const whole = blocks.map(({ level, text }) =>
    level === 0
      ? escaped(text)
      : `${'#'.repeat(Math.min(6, level))} ${escaped(text.replace(/\s+/g, ' '))}`,
  );
  const below = notes.map((note, i) => `[${i + 1}] ${escaped(note)}`);
  return `${[...whole, ...below].join('\n\n')}\n`;
}

function reading(
  given: Given,
  gathering: Gathering,
  facts: Facts,
  more: readonly string[],
): Reading {
  if (!gathering.blocks.some(({ text }) => /\p{L}/u.test(text)))
    return { refused: 'and holds no text', remedy: 'Look whether it is the file that is meant.' };
  const left = [...gathering.left].map(([what, count]) =>
    counted(count, what.replace(/s\b/, '').replace(' are ', ' is '), what),
  );
  const notes = [
    ...(left.length + more.length > 0 ? [`Left out: ${[...left, ...more].join(', ')}.`] : []),
    ...(gathering.notes.length > 0
      ? [
          `${counted(gathering.notes.length, 'footnote')} ${gathering.notes.length === 1 ? 'stands' : 'stand'} below the text.`,
        ]
      : []),
  ];
  return named(given, [
    taken(given, { text: markdownOf(gathering), extension: 'md', facts, notes }),
  ]);
}

/** What the entries of a document say. Its program fills in the author and the day, so that both are doubtful. */
function factsOf(
  {
    title,
    author,
    stamp,
    language,
  }: Record<'title' | 'author' | 'stamp' | 'language', string | null>,
  gathering: Gathering,
): Facts {
  const fold = (words: string) =>
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const head = fold(
    gathering.blocks
      .slice(0, 12)
      .map(({ text }) => text)
      .join(' '),
  );
  const fact = <T>(value: T, entry: string, words: string): Fact<T> =>
    head.includes(fold(words))
      ? { value, by: `the ${entry} of the document, and printed in it` }
      : { value, by: `the ${entry} of the document`, isDoubtful: true };
  const day = stamp === null ? null : dayOf(stamp);
  return {
    ...(title !== null && { title: fact(title, 'title', title) }),
    ...(author !== null && { authors: fact([author], 'author', author) }),
    ...(day !== null && {
      published: { value: day, by: 'the document was made on that day', isDoubtful: true },
    }),
    ...(language !== null &&
      /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language) && {
        language: { value: language, by: 'the language of the document', isDoubtful: true },
      }),
  };
}

function opened(files: ReadonlyMap<string, Uint8Array>, name: string): Element[] {
  const bytes = files.get(name);
  if (!bytes) return [];
  const xml = decoded(bytes);
  if (xml === null) throw new Damaged(`and is damaged: ${name} in it is no UTF-8`);
  return elementsIn(xml);
}

/** Heading levels by the id of a style: a style's name is the same in every language. */
function stylesOf(elements: readonly Element[]): Map<string, number> {
  return new Map(
    allNamed(elements, 'w:style').flatMap((style) => {
      const [name] = allNamed(style.children, 'w:name');
      const called = name?.attributes['w:val']?.toLowerCase() ?? '';
      const [, level] = /^heading ([1-9])$/.exec(called) ?? [];
      const id = style.attributes['w:styleId'] ?? '';
      if (called === 'title') return [[id, 1] as const];
      return level === undefined ? [] : [[id, Number(level) + 1] as const];
    }),
  );
}

/** DOCX. */
export async function readDocx(given: Given): Promise<Reading> {
  const files = await filesInZip(given.bytes, (name) =>
    /^(?:word\/(?:document|styles|footnotes|endnotes|comments|header\d*|footer\d*)|docProps\/core)\.xml$/.test(
      name,
    ),
  );
  const styles = stylesOf(opened(files, 'word/styles.xml'));
  const notesIn = (kind: 'footnote' | 'endnote') =>
    new Map(
      allNamed(opened(files, `word/${kind}s.xml`), `w:${kind}`).map(
        (note) => [note.attributes['w:id'] ?? '', note.children] as const,
      ),
    );
  const [footnotes, endnotes] = [notesIn('footnote'), notesIn('endnote')];
  const gathering = new Gathering({
    level: ({ name, children }) => {
      if (name !== 'w:p') return null;
      const [properties] = children.filter((child) => child.name === 'w:pPr');
      const [style] = allNamed(properties?.children ?? [], 'w:pStyle');
      const id = style?.attributes['w:val'] ?? '';
      const [, own] = /^Heading([1-9])$/.exec(id) ?? [];
      return styles.get(id) ?? (own === undefined ? Number(id === 'Title') : Number(own) + 1);
    },
    characters: ({ name, children }) => {
      if (name === 'w:t') return children.map(({ text }) => text).join('');
      if (name === 'w:br' || name === 'w:cr') return '\n';
      if (name === 'w:tab') return ' ';
      if (name === 'w:noBreakHyphen') return '-';
      return name === '#text' || name === 'w:softHyphen' ? '' : null;
    },
    note: ({ name, attributes }) => {
      const id = attributes['w:id'] ?? '';
      if (name === 'w:footnoteReference') return footnotes.get(id) ?? null;
      return name === 'w:endnoteReference' ? (endnotes.get(id) ?? null) : null;
    },
    left: {
      'w:pPr': '',
      'w:rPr': '',
      'w:del': 'passages that are struck out',
      'w:moveFrom': '',
      'w:instrText': '',
      'w:pict': 'pictures',
      'pic:pic': 'pictures',
      'mc:Fallback': '',
    },
  });
  const [body] = allNamed(opened(files, 'word/document.xml'), 'w:body');
  if (!body) throw new Damaged('and is damaged: it has no body');
  gathering.block(body);
  const core = opened(files, 'docProps/core.xml');
  const comments = allNamed(opened(files, 'word/comments.xml'), 'w:comment').length;
  const isHeaded = [...files.keys()].some((name) => /\/(?:header|footer)/.test(name));
  return reading(
    given,
    gathering,
    factsOf(
      {
        title: textNamed(core, 'dc:title'),
        author: textNamed(core, 'dc:creator'),
        stamp: textNamed(core, 'dcterms:created'),
        language: textNamed(core, 'dc:language'),
      },
      gathering,
    ),
    [
      ...(comments > 0 ? [counted(comments, 'comment')] : []),
      ...(isHeaded ? ['heads and feet of pages'] : []),
    ],
  );
}

/** ODT. */
export async function readOdt(given: Given): Promise<Reading> {
  const files = await filesInZip(given.bytes, (name) =>
    /^(?:content|meta|META-INF\/manifest)\.xml$/.test(name),
  );
  if (allNamed(opened(files, 'META-INF/manifest.xml'), 'manifest:encryption-data').length > 0)
    throw new Damaged('and is encrypted', 'Open it with its password, and save it without one.');
  const gathering = new Gathering({
    level: ({ name, attributes }) => {
      if (name === 'text:h') return 1 + Number(attributes['text:outline-level'] ?? 1);
      if (name !== 'text:p') return null;
      return Number(attributes['text:style-name'] === 'Title');
    },
    characters: ({ name, text, attributes }) => {
      // White space in its XML is one blank; more than one has an element of its own.
      if (name === '#text') return text.replace(/\s+/g, ' ');
      if (name === 'text:s')
        return ' '.repeat(Math.min(80, Number(attributes['text:c'] ?? 1) || 1));
      if (name === 'text:line-break') return '\n';
      return name === 'text:tab' ? ' ' : null;
    },
    note: ({ name, children }) =>
      name === 'text:note' ? children.filter((child) => child.name === 'text:note-body') : null,
    left: {
      'office:annotation': 'comments',
      'office:annotation-end': '',
      'text:tracked-changes': 'passages that are struck out',
      'draw:image': 'pictures',
      'text:sequence-decls': '',
      'office:forms': '',
    },
  });
  const [body] = allNamed(opened(files, 'content.xml'), 'office:text');
  if (!body) throw new Damaged('and is damaged: it has no body');
  gathering.block(body);
  const meta = opened(files, 'meta.xml');
  return reading(
    given,
    gathering,
    factsOf(
      {
        title: textNamed(meta, 'dc:title'),
        author: textNamed(meta, 'meta:initial-creator') ?? textNamed(meta, 'dc:creator'),
        stamp: textNamed(meta, 'meta:creation-date'),
        language: textNamed(meta, 'dc:language'),
      },
      gathering,
    ),
    [],
  );
}
