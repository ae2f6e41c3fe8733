/** Articles found by their whole text, not only by what is quoted in them. */
import { FORMS_AFTER, plain, tokens, type Piece } from '../../../search/fold.ts';
import { excerpt, holds, type Terms } from '../../../search/hits.ts';
import type { Query } from '../../../search/query.ts';
import { inEachSpelling, fits } from './asked-words.ts';
import type { ClaimBundle } from './bundle.ts';
import type { PagefindResult } from './pagefind.ts';

export interface ArticleFound {
  title: string;
  outlet: string;
  date: string;
  path: string;
  excerpt: Piece[];
}

/** Up to `most` articles that hold what was asked, and how many there are at most. */
export async function articlesWith(
  bundles: readonly ClaimBundle[],
  query: Query,
  terms: Terms,
  most: number,
): Promise<{ list: ArticleFound[]; all: number }> {
  const list: ArticleFound[] = [];
  let all = 0;
  const asked = terms.words.slice(0, query.words.length);
  for (const bundle of bundles) {
    const spelt = inEachSpelling(asked, bundle.rows.table.spellings, query.ways, query.either);
    const common = await pagesWithAll(bundle, asked.length > 0 ? spelt : [], query.phrases);
    all += common.length;
    for (const result of common) {
      if (list.length >= most) break;
      const found = await readArticle(result, query, terms, asked.length > 0 ? spelt : [[]]);
      if (found) list.push(found);
      else all--;
    }
  }
  return { list, all };
}

/** Pages that hold the words in one of their spellings and come near to every phrase. */
async function pagesWithAll(
  bundle: ClaimBundle,
  spelt: readonly string[][],
  phrases: readonly string[][],
): Promise<PagefindResult[]> {
  const inAnySpelling = async () => {
    const lists = await Promise.all(spelt.map((list) => bundle.pages(list.join(' '))));
    return [...new Map(lists.flat().map((result) => [result.id, result])).values()];
  };
  const [first = [], ...others] = await Promise.all([
    ...(spelt.length > 0 ? [inAnySpelling()] : []),
    ...phrases.map((phrase) => bundle.pages(`"${phrase.map(plain).join(' ')}"`)),
  ]);
  return first.filter(({ id }) => others.every((one) => one.some((other) => other.id === id)));
}

/** An article, where its own words are those asked for, in one of their spellings; else null. */
async function readArticle(
  result: PagefindResult,
  query: Query,
  terms: Terms,
  spelt: readonly string[][],
): Promise<ArticleFound | null> {
  const { content: whole, meta, raw_url, url } = await result.data();
  const content = (whole.split(FORMS_AFTER)[0] ?? '').trimEnd();
  const printed = tokens(content);
  const holdsAll = (spelling: readonly string[]) => spelling.every((word) => holds(printed, word));
  const list = printed.map(({ word }) => word);
  if (!fits(list, query) || !spelt.some(holdsAll)) return null;
  return {
    title: meta.title ?? '',
    outlet: meta.outlet ?? '',
    date: meta.date ?? '',
    path: raw_url ?? url,
    excerpt: excerpt(content, terms),
  };
}
