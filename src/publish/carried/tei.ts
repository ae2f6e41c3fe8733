/**
 * Articles as TEI P5: a corpus with its speakers, and a text an article, in which every claim is a `<said>` of its
 * speaker (of a document, a `<quote>`) and every mention a name. Where claims cross, or have several parts, they are
 * cut, and their pieces name one another.
 */
import {
  CLAIM_TYPES,
  type ArticleRecord,
  type ClaimRecord,
  type ClaimType,
  type DateFact,
  type SiteCard,
  type SpeakerRecord,
} from '../../model/records.ts';
import { inXmlAttribute } from '../../text/escape.ts';
import type { Span } from '../../text/span.ts';
import { overlaps, segments } from '../../text/spans.ts';
import { absolute, articlePath, claimPath, speakerPath } from '../../model/urls.ts';

type Attributes = Record<string, string | null | undefined>;
const opening = (name: string, attributes: Attributes = {}): string =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) =>
      value === null || value === undefined ? '' : ` ${key}="${inXmlAttribute(value)}"`,
    )
    .join('')}>`;
const element = (name: string, text: string, attributes?: Attributes): string =>
  `${opening(name, attributes)}${inXmlAttribute(text)}</${name}>`;

const NAMES = { person: 'persName', organisation: 'orgName', place: 'placeName' } as const;
const nameOf = (kind: string): string => NAMES[kind as keyof typeof NAMES] ?? 'rs';
/** An id that XML allows: those of the archive may begin with a digit. */
const speakerId = (id: string): string => `speaker-${id}`;
const claimId = (id: string, piece: number): string => `claim-${id}${piece > 1 ? `-${piece}` : ''}`;

const availability = ({ licence }: SiteCard): string =>
  licence
    ? `<availability><licence${licence.url ? ` target="${inXmlAttribute(licence.url)}"` : ''}>${inXmlAttribute(licence.name)}, of claims, annotations and notes, apart from the words of the texts</licence></availability>`
    : '<availability><p>The texts belong to their publishers and authors.</p></availability>';

const filed = ({ id, kind, name, sameAs }: SpeakerRecord, root: string): string => {
  const idno = [absolute(root, speakerPath(id)), ...sameAs]
    .map((address) => element('idno', address, { type: 'URI' }))
    .join('');
  const at = { 'xml:id': speakerId(id) };
  if (kind === 'person')
    return `${opening('person', at)}${element('persName', name)}${idno}</person>`;
  if (kind === 'organisation')
    return `${opening('org', at)}${element('orgName', name)}${idno}</org>`;
  return `${opening('personGrp', { ...at, role: kind })}${element('name', name)}${idno}</personGrp>`;
};

const TYPES_IN_WORDS: Record<ClaimType, string> = {
  direct: 'words quoted',
  indirect: 'words reported',
  mixed: 'words reported with some of them quoted',
  answer: 'an answer in an interview',
  question: 'a question in an interview',
};

/** The beginning of a corpus: the archive and everybody who speaks in it. */
export function corpusHead(
  site: SiteCard,
  speakers: readonly SpeakerRecord[],
  root: string,
): string {
  const kinds = (isOrganisation: boolean) =>
    speakers.filter(({ kind }) => (kind === 'organisation') === isOrganisation);
  const list = (name: string, of: readonly SpeakerRecord[]) =>
    of.length > 0 ? `<${name}>\n${of.map((one) => filed(one, root)).join('\n')}\n</${name}>\n` : '';
  const people = list('listPerson', kinds(false)) + list('listOrg', kinds(true));
  const types = CLAIM_TYPES.map(
    (type) =>
      `<category xml:id="type-${type}">${element('catDesc', TYPES_IN_WORDS[type])}</category>`,
  ).join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>
<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader>
<fileDesc>
<titleStmt>${element('title', site.name)}</titleStmt>
<publicationStmt>${element('publisher', site.curator)}${element('idno', root, { type: 'URI' })}${availability(site)}</publicationStmt>
<sourceDesc><p>Articles as captured; each text names its own source. What is marked as said is words that an article presents as somebody’s; the archive records that it was said, never that it is so.</p></sourceDesc>
</fileDesc>
<encodingDesc><classDecl><taxonomy>
${types}
</taxonomy></classDecl></encodingDesc>
${people ? `<profileDesc><particDesc>\n${people}</particDesc></profileDesc>\n` : ''}</teiHeader>
`;
}
export const CORPUS_END = '</teiCorpus>\n';

/** A date as it was given, with its bounds; one that was inferred says so. */
const dateElement = ({ edtf, from, to, basis }: DateFact): string => {
  if (edtf === null) return '';
  const bounds = from !== null && from === to ? { when: from } : { notBefore: from, notAfter: to };
  return element('date', edtf, { ...bounds, ...(basis === 'inferred' && { type: 'inferred' }) });
};

/** One article, as a text of the corpus. */
export function articleTei(article: ArticleRecord, site: SiteCard, root: string): string {
  const { id, title, byline, outlet, published, original, source, language } = article;
  const authors = byline
    .filter(({ role }) => role !== 'interviewee')
    .map(({ name }) => element('author', name))
    .join('');
  const bibl = [
    element('title', title, { level: 'a' }),
    authors,
    outlet ? element('publisher', outlet.name) : '',
    dateElement(published),
    original === null ? '' : element('idno', original, { type: 'URI' }),
    element('idno', source.sha256, { type: 'SHA-256' }),
  ].join('');
  const blocks = new Marks(article, root).blocks();
  return `${opening('TEI', { 'xml:id': `article-${id}`, 'xml:lang': language })}
<teiHeader>
<fileDesc>
<titleStmt>${element('title', title)}${authors}</titleStmt>
<publicationStmt>${element('publisher', site.curator)}${element('idno', absolute(root, articlePath(id)), { type: 'URI' })}${availability(site)}</publicationStmt>
<sourceDesc><bibl>${bibl}</bibl></sourceDesc>
</fileDesc>
</teiHeader>
<text>
<body>
${blocks.map(({ role, xml }) => (role === 'paragraph' ? `<p>${xml}</p>` : `<ab type="${role}">${xml}</ab>`)).join('\n')}
</body>
</text>
</TEI>
`;
}

interface Layer extends Span {
  open(): string;
  close: string;
}

/** What is marked in the text of an article. */
class Marks {
  readonly #article: ArticleRecord;
  readonly #root: string;
  readonly #layers: Layer[];
  /** How many pieces each claim has, and how many of them were written. */
  readonly #pieces = new Map<string, { all: number; written: number }>();

  constructor(article: ArticleRecord, root: string) {
    this.#article = article;
    this.#root = root;
    const claims = article.claims.flatMap((claim) =>
      claim.parts.map(({ reading }) => ({ ...reading, claim })),
    );
    const mentions = new Map<string, Layer>();
    for (const { speaker, via } of article.claims)
      for (const { id, kind, mention } of [
        ...(speaker ? [speaker] : []),
        ...via.map((one) => ({ ...one, kind: null })),
      ])
        if (mention) {
          const { start, end } = mention.reading;
          const name = kind === null ? 'rs' : nameOf(kind);
          const tag = opening(name, { ref: `#${speakerId(id)}` });
          mentions.set(`${start}-${end}`, { start, end, open: () => tag, close: `</${name}>` });
        }
    this.#layers = [
      ...claims.map(({ claim, start, end }): Layer => {
        const name = claim.speaker?.kind === 'document' ? 'quote' : 'said';
        return { start, end, open: () => this.#piece(claim, name), close: `</${name}>` };
      }),
      ...mentions.values(),
    ].sort((a, b) => a.start - b.start || b.end - a.end);
  }

  /** Each block of the article with what is marked in it. */
  blocks(): { role: string; xml: string }[] {
    // Written once to count the pieces of claims, and again with how they hang together.
    const write = () =>
      this.#article.blocks.map((block) => ({ role: block.role, xml: this.#written(block) }));
    write();
    for (const count of this.#pieces.values()) {
      count.all = count.written;
      count.written = 0;
    }
    return write();
  }

  #piece({ id, type, speaker }: ClaimRecord, name: string): string {
    const count = this.#pieces.get(id) ?? { all: 0, written: 0 };
    this.#pieces.set(id, count);
    const number = ++count.written;
    const who = speaker && `#${speakerId(speaker.id)}`;
    return opening(name, {
      'xml:id': claimId(id, number),
      ...(name === 'said'
        ? { who, direct: String(type !== 'indirect' && type !== 'mixed') }
        : { source: who }),
      ana: `#type-${type}`,
      corresp: absolute(this.#root, claimPath(id)),
      prev: number > 1 ? `#${claimId(id, number - 1)}` : null,
      next: number < count.all ? `#${claimId(id, number + 1)}` : null,
    });
  }

  #written({ start, end }: Span): string {
    const here = this.#layers.filter((layer) => overlaps(layer, { start, end }));
    let xml = '';
    let open: number[] = [];
    for (const piece of segments(start, end, here)) {
      let kept = 0;
      while (kept < open.length && open[kept] === piece.over[kept]) kept++;
      xml += closing(open.slice(kept), here);
      for (const index of piece.over.slice(kept)) xml += here[index]?.open() ?? '';
      open = piece.over;
      xml += inXmlAttribute(this.#article.text.slice(piece.start, piece.end));
    }
    return xml + closing(open, here);
  }
}

const closing = (open: readonly number[], layers: readonly Layer[]): string =>
  [...open]
    .reverse()
    .map((index) => layers[index]?.close ?? '')
    .join('');
