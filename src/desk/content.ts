/** The content folder in memory: read once, and shown with other texts in the places of some. */
import { VFile } from 'vfile';
import type { Content } from '../archive/build.ts';
import { CARD_FOLDERS, type CardFolder } from '../archive/content.ts';
import { readDecisions } from '../build/archive-files/decision-lines.ts';

/** Texts by path from the archive's root; null for a file that is not there. */
export type Texts = ReadonlyMap<string, string | null>;

export const DECISIONS = 'content/ledger/decisions.yaml';

/** The folder and id of a card, by its path; null for what is no card. */
export function cardAt(path: string): { folder: CardFolder; id: string } | null {
  const [, folder, name, ...rest] = path.split('/');
  const found = CARD_FOLDERS.find((one) => one === folder);
  return found && name?.endsWith('.md') && rest.length === 0
    ? { folder: found, id: name.slice(0, -'.md'.length) }
    : null;
}

/** A file as it was read, without what was said on it since. */
function again(file: VFile): VFile {
  const copy = new VFile({ path: file.path, cwd: file.cwd });
  if (file.value !== undefined) copy.value = file.value;
  copy.messages.push(...file.messages);
  return copy;
}

const ENCODER = new TextEncoder();

/**
 * The same content on files of its own, so that what is said on them is said of one run alone; `texts` stand in the
 * places of what was read. `content` is as it was read and stays so.
 */
export function withTexts(content: Content, texts: Texts = new Map()): Content {
  const copies = new Map<VFile, VFile>();
  const copyOf = (file: VFile): VFile => {
    const known = copies.get(file);
    if (known) return known;
    const copy = again(file);
    copies.set(file, copy);
    return copy;
  };
  const cards = Object.fromEntries(
    CARD_FOLDERS.map((folder) => [folder, cardsWith(folder, content.cards[folder], texts, copyOf)]),
  ) as Record<CardFolder, { id: string; file: VFile }[]>;
  const decisions = texts.get(DECISIONS);
  const decided = decisions === undefined ? {} : decisionsOf(content, decisions ?? '');
  const files = content.files.map((file) =>
    decided.file && file.path === DECISIONS ? decided.file : copyOf(file),
  );
  return {
    ...content,
    sources: content.sources.map((source) => ({
      ...source,
      versions: source.versions.map((version) => ({ ...version, file: copyOf(version.file) })),
    })),
    cards,
    site: copyOf(content.site),
    ...(content.about && { about: copyOf(content.about) }),
    ...(content.logo && { logo: copyOf(content.logo) }),
    ...(content.calibration && { calibration: copyOf(content.calibration) }),
    ...decided.read,
    files,
  };
}

function cardsWith(
  folder: CardFolder,
  cards: Content['cards'][CardFolder],
  texts: Texts,
  copyOf: (file: VFile) => VFile,
): { id: string; file: VFile }[] {
  const changed = new Map(
    [...texts].flatMap(([path, text]) => {
      const card = cardAt(path);
      return card?.folder === folder ? [[card.id, { path, text }] as const] : [];
    }),
  );
  if (changed.size === 0) return cards.map(({ id, file }) => ({ id, file: copyOf(file) }));
  const kept = cards.flatMap(({ id, file }) =>
    changed.has(id) ? [] : [{ id, file: copyOf(file) }],
  );
  const cwd = cards[0]?.file.cwd;
  const written = [...changed].flatMap(([id, { path, text }]) =>
    text === null
      ? []
      : [{ id, file: new VFile({ path, ...(cwd && { cwd }), value: ENCODER.encode(text) }) }],
  );
  // In the order in which a folder is read.
  return [...kept, ...written].sort((a, b) => (`${a.id}.md` < `${b.id}.md` ? -1 : 1));
}

function decisionsOf(
  content: Content,
  text: string,
): { file?: VFile; read?: Pick<Content, 'decisions' | 'decisionLines'> } {
  const file = new VFile({ path: DECISIONS, cwd: content.site.cwd, value: text });
  const rows = [...content.ledger.values()].flat();
  const isRead = !content.files.some(
    ({ path, messages }) => path.endsWith('.json') && messages.some(({ fatal }) => fatal),
  );
  const entries = readDecisions(file, rows, isRead);
  return {
    file,
    read: {
      decisions: entries.map(({ decision }) => decision),
      decisionLines: new Map(entries.map(({ decision, line }) => [decision, line])),
    },
  };
}

/** The text of a card or of the decisions as it is in memory; null where there is none, or an empty one. */
export function textIn(content: Content, path: string): string | null {
  const card = cardAt(path);
  const value = (
    card
      ? content.cards[card.folder].find(({ id }) => id === card.id)?.file
      : content.files.find((one) => one.path === path)
  )?.value;
  if (value === undefined || value.length === 0) return null;
  return typeof value === 'string' ? value : textOfBytes(value);
}

const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text of a file as it stands, with the mark at its beginning where it has one. */
export const textOfBytes = (bytes: Uint8Array): string => DECODER.decode(bytes);
