/** What is where, for programs that read text: the form of llmstxt.org. */
import type { APIRoute } from 'astro';
import { dataPath } from '../../model/urls.ts';
import { getArchive } from '../data/archive.ts';
import { publicUrl } from '../data/site.ts';
import { dataDescription, dataFiles } from '../reading/data-files.ts';

/** In one line, with nothing that Markdown takes for more than words. */
const plain = (text: string) => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>]/g, '\\$&');

const item = (name: string, path: string, says: string) =>
  `- [${plain(name)}](${publicUrl(path)}): ${plain(says)}`;

export const GET: APIRoute = () => {
  const { site, totals } = getArchive();
  const { licence } = site;
  const lines = [
    `# ${plain(site.name)}`,
    '',
    `> ${plain(site.description ?? 'An archive of articles in which every quoted claim has an address.')}`,
    '',
    'Each claim is words in an article that the article presents as somebody’s: who said it, when, in which article, in exactly which words, passed on by whom. The archive records that it was said, never that it is so. Quote a claim with its speaker and its article, and link to its page.',
    '',
    plain(dataDescription(totals)),
    '',
    '## Pages',
    '',
    item(
      'Articles',
      'articles/',
      'every article; article.txt and article.md beside each page have its text',
    ),
    item('Claims', 'claims/', 'every claim, each with a page'),
    item('Speakers', 'speakers/', 'who is quoted'),
    item('About', 'about/', 'how claims are found, and how often that is right'),
    '',
    '## Data',
    '',
    ...dataFiles(site).map(({ file, what }) => item(file, dataPath(file), what)),
    '',
    '## Rights',
    '',
    licence
      ? `Claims, annotations and notes: ${plain(licence.name)}${licence.url ? ` <${licence.url}>` : ''}. The texts belong to their publishers and authors.`
      : 'The texts belong to their publishers and authors; each article’s record says what its text states.',
  ];
  return new Response(`${lines.join('\n')}\n`);
};
