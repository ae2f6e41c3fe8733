/** The source of an article, byte for byte. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { getArchive, sourceBytes } from '../../../data/archive.ts';
import type { ArticleRecord } from '../../../../model/records.ts';

export const getStaticPaths: GetStaticPaths = () =>
  getArchive().articles.map((article) => ({ params: { id: article.id }, props: { article } }));

export const GET: APIRoute<{ article: ArticleRecord }> = ({ props }) =>
  new Response(sourceBytes(props.article), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
