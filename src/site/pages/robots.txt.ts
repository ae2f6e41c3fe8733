import type { APIRoute } from 'astro';
import { publicUrl } from '../data/site.ts';

export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${publicUrl('sitemap-index.xml')}\n`);
