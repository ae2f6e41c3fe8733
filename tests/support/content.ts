/** A small content folder in memory, for tests of the whole pipeline. */
import { VFile } from 'vfile';
import type { BuiltArchive, Content } from '../../src/archive/build.ts';
import { buildArchive } from '../../src/archive/whole.ts';
import { CARD_FOLDERS, type CardFolder } from '../../src/archive/content.ts';

const SITE = '---\nname: Test\naddress: https://archive.example/\ncurator: Nobody\n---\n';

type Cards = Partial<Record<CardFolder, Record<string, string>>>;

/** `sources` maps an article's id to its text, or to all its versions; `cards` a folder to its files. */
export function contentOf(
  sources: Record<string, string | Uint8Array | string[]>,
  cards: Cards = {},
  rest: Partial<Content> = {},
): Content {
  const bytes = (text: string | Uint8Array) =>
    typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return {
    sources: Object.entries(sources).map(([article, texts]) => ({
      article,
      versions: (Array.isArray(texts) ? texts : [texts]).map((text, i) => {
        const path = `content/sources/${article}${i === 0 ? '' : `.${i + 1}`}.txt`;
        return { version: i + 1, path, file: new VFile({ path, value: bytes(text) }) };
      }),
    })),
    cards: Object.fromEntries(
      CARD_FOLDERS.map((folder) => [
        folder,
        Object.entries(cards[folder] ?? {}).map(([id, value]) => ({
          id,
          file: new VFile({ path: `content/${folder}/${id}.md`, value }),
        })),
      ]),
    ) as unknown as Content['cards'],
    site: new VFile({ path: 'content/site.md', value: SITE }),
    ledger: new Map(),
    decisions: [],
    decisionLines: new Map(),
    manifest: [],
    published: [],
    files: [],
    ...rest,
  };
}

/** Records of a content folder, with every message as `path:line:column: reason`. */
export function built(
  sources: Parameters<typeof contentOf>[0],
  cards?: Cards,
  rest?: Partial<Content>,
): BuiltArchive & { messages: string[] } {
  const content = contentOf(sources, cards, rest);
  const archive = buildArchive(content);
  const files = [
    content.site,
    ...content.sources.flatMap(({ versions }) => versions.map(({ file }) => file)),
    ...Object.values(content.cards).flatMap((list) => list.map(({ file }) => file)),
  ];
  return { ...archive, messages: files.flatMap((file) => file.messages.map(String)) };
}
