/** Head metadata for reference managers, and JSON-LD. */
import type {
  ArticleRecord,
  ClaimRecord,
  OutletRecord,
  SpeakerKind,
  SpeakerRecord,
} from '../model/records.ts';
import { nameTurned, type Cited, type CslName } from './exports/citations.ts';
import { statedDate } from './exports/cited-dates.ts';
import { articlePath, claimInContextPath, claimPath, speakerPath } from '../model/urls.ts';

export interface Meta {
  name?: string;
  property?: string;
  content: string;
}

type Address = (path: string) => string;

/** Who wrote it: a name that is filed under its family name is a person's; of others only a desk is known for a body. */
const authorsLd = ({ byline }: ArticleRecord): unknown[] =>
  byline
    .filter(({ role }) => role !== 'interviewee')
    .map(({ name, sortName, role }) => ({
      ...(sortName !== name && { '@type': 'Person' }),
      ...(role === 'desk' && { '@type': 'Organization' }),
      name,
    }));
const exactDay = (article: ArticleRecord): string | null => {
  const stated = statedDate(article.published);
  return stated?.length === 10 ? stated : null;
};

/**
 * `Obi, Mara`; a name in one piece with a comma after it and none in it, which says that all of it is one: Zotero and
 * others take the last word of a name without a comma for a family name.
 */
const authorInHead = ({ literal, family, given, suffix }: CslName): string =>
  literal === undefined
    ? [family, [given, suffix].filter(Boolean).join(' ')].filter(Boolean).join(', ')
    : `${nameTurned({ literal })}${literal.includes(' ') ? ',' : ''}`;

/** What Zotero and others read: Highwire, Dublin Core and PRISM names; see the page on method. */
export function articleMeta(article: ArticleRecord, { item }: Cited): Meta[] {
  const page = item.URL;
  const date = statedDate(article.published);
  const day = exactDay(article);
  return [
    { name: 'citation_title', content: article.title },
    ...(item.author ?? []).map((name) => ({
      name: 'citation_author',
      content: authorInHead(name),
    })),
    ...(date ? [{ name: 'citation_publication_date', content: date.replaceAll('-', '/') }] : []),
    { name: 'citation_public_url', content: page },
    { name: 'citation_language', content: article.language },
    // Zotero takes the author of an interview for the one who is interviewed, and drops the outlet; and without an
    // outlet it takes the site for the newspaper.
    { name: 'DC.type', content: article.outlet ? 'newspaperArticle' : 'webpage' },
    { name: 'DC.identifier', content: page },
    ...(date ? [{ name: 'DC.date', content: date }] : []),
    ...(article.rights.statements[0]
      ? [{ name: 'DC.rights', content: article.rights.statements[0] }]
      : []),
    ...(article.outlet
      ? [
          { name: 'DC.source', content: article.outlet.name },
          { name: 'prism.publicationName', content: article.outlet.name },
          { property: 'og:site_name', content: article.outlet.name },
        ]
      : []),
    ...(day ? [{ property: 'article:published_time', content: day }] : []),
  ];
}

/** The same on the page of a claim, with its words as the abstract. */
export const claimMeta = (article: ArticleRecord, cited: Cited): Meta[] => [
  ...articleMeta(article, cited).filter(({ property }) => !property),
  { name: 'citation_abstract', content: cited.item.note },
  ...(cited.item.page === undefined
    ? []
    : [{ name: 'citation_firstpage', content: cited.item.page }]),
];

function speakerType(kind: SpeakerKind): string {
  if (kind === 'person') return 'Person';
  return kind === 'organisation' ? 'Organization' : 'Thing';
}

/** Whose a work is, where schema.org has a type for them; else their name alone. */
function creatorLd({ speaker }: ClaimRecord, url: Address): Record<string, unknown> {
  if (!speaker) return {};
  const type = speakerType(speaker.kind);
  if (type === 'Thing') return { creditText: speaker.name };
  const creator = { '@type': type, '@id': url(speakerPath(speaker.id)), name: speaker.name };
  return { creator };
}

/** What schema.org calls the words of a claim: those that are only reported are nobody's quotation. */
export const claimType = ({ type }: Pick<ClaimRecord, 'type'>): 'Quotation' | 'Claim' =>
  type === 'indirect' ? 'Claim' : 'Quotation';

/** A claim as a Quotation, or as a Claim where its words are the article's report; no verdict. */
export function quotationLd(claim: ClaimRecord, url: Address): Record<string, unknown> {
  const article = { '@id': url(articlePath(claim.article)) };
  return {
    '@type': claimType(claim),
    '@id': url(claimPath(claim.id)),
    url: url(claimInContextPath(claim.article, claim.id)),
    text: claim.text,
    ...creatorLd(claim, url),
    ...(claim.type === 'indirect' ? { appearance: article } : {}),
    isPartOf: article,
  };
}

const NEWS_TYPES: Record<ArticleRecord['kind'], string> = {
  report: 'ReportageNewsArticle',
  opinion: 'OpinionNewsArticle',
  interview: 'NewsArticle',
  transcript: 'NewsArticle',
  statement: 'NewsArticle',
  other: 'NewsArticle',
};

const workLd = (article: ArticleRecord, url: Address): Record<string, unknown> => {
  const stated = statedDate(article.published);
  const authors = authorsLd(article);
  return {
    '@type': NEWS_TYPES[article.kind],
    '@id': url(articlePath(article.id)),
    url: url(articlePath(article.id)),
    headline: article.title,
    ...(stated ? { datePublished: stated } : {}),
    ...(!stated && article.published.edtf ? { temporal: article.published.edtf } : {}),
    ...(authors.length > 0 ? { author: authors } : {}),
    ...(article.outlet
      ? { publisher: { '@type': 'NewsMediaOrganization', name: article.outlet.name } }
      : {}),
    inLanguage: article.language,
    ...(article.original ? { isBasedOn: article.original } : {}),
  };
};

/** An article with its claims as parts. Only ids where there are many, so that the page stays small. */
export function articleLd(article: ArticleRecord, url: Address): unknown {
  const whole = article.claims.length <= 12;
  return {
    '@context': 'https://schema.org',
    ...workLd(article, url),
    hasPart: article.claims.map((claim) =>
      whole ? quotationLd(claim, url) : { '@id': url(claimPath(claim.id)) },
    ),
  };
}

export function claimLd(claim: ClaimRecord, article: ArticleRecord, url: Address): unknown {
  return {
    '@context': 'https://schema.org',
    ...quotationLd(claim, url),
    isPartOf: workLd(article, url),
    ...(claimType(claim) === 'Quotation'
      ? {
          interpretedAsClaim: {
            '@type': 'Claim',
            '@id': `${url(claimPath(claim.id))}#claim`,
            appearance: { '@id': url(articlePath(article.id)) },
          },
        }
      : {}),
  };
}

export function speakerLd(
  speaker: SpeakerRecord,
  printed: readonly string[],
  url: Address,
): unknown {
  return {
    '@context': 'https://schema.org',
    '@type': speakerType(speaker.kind),
    '@id': url(speakerPath(speaker.id)),
    name: speaker.name,
    ...(printed.length > 0 ? { alternateName: printed } : {}),
    ...(speaker.sameAs.length > 0 ? { sameAs: speaker.sameAs } : {}),
  };
}

/** Who keeps an address, for the text of a link to it; the address itself where it is none that can be read. */
export const hostOf = (address: string): string =>
  URL.canParse(address) ? new URL(address).hostname : address;

export const outletLd = (outlet: OutletRecord, address: string): unknown => ({
  '@context': 'https://schema.org',
  '@type': 'NewsMediaOrganization',
  '@id': address,
  name: outlet.name,
  ...(outlet.url ? { url: outlet.url } : {}),
});
