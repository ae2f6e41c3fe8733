/**
 * A fixture: a text, and beside it what a careful reader found in it, in a form that is written by hand.
 * `tests/archive/pipeline.test.ts` compares; `npm run fixture` writes what the machine found as a draft.
 */
import type { ArticleRecord, ClaimRecord } from '../model/records.ts';

/** What `expected.yaml` says of the article beside it. */
export interface Expected {
  title: string;
  byline?: string[];
  outlet?: { name: string };
  /** EDTF; left out where the text does not say when it was published. */
  published?: string;
  kind: ArticleRecord['kind'];
  form: ArticleRecord['form'];
  /** Every claim, as `claimInLine` writes it. */
  claims: string[];
  /** Words that are no claim of their own. */
  never?: string[];
}

/** `direct | Ann Lee < Bay Wire | We will keep it`: type, speaker and who passed the words on, words. */
export const claimInLine = ({ type, speaker, via, text }: ClaimRecord): string =>
  [type, [speaker?.name ?? '–', ...via.map(({ name }) => name)].join(' < '), text].join(' | ');

/** What was found in an article, for a person to correct. */
export function expectedOf(article: ArticleRecord): Expected {
  const { title, byline, outlet, published, kind, form, claims } = article;
  return {
    title,
    ...(byline.length > 0 && { byline: byline.map(({ name }) => name) }),
    ...(outlet && { outlet: { name: outlet.name } }),
    ...(published.edtf !== null && { published: published.edtf }),
    kind,
    form,
    claims: claims.map(claimInLine),
  };
}
