/** Lets a browser search the archive from its address bar. */
import type { APIRoute } from 'astro';
import { getArchive } from '../data/archive.ts';
import { publicUrl } from '../data/site.ts';

const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
/** Lengths that the format allows. */
const [SHORT, LONG] = [16, 48];

export const GET: APIRoute = () => {
  const { name } = getArchive().site;
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escaped([...name].slice(0, SHORT).join(''))}</ShortName>
  <LongName>${escaped([...`${name}: claims`].slice(0, LONG).join(''))}</LongName>
  <Description>Search what is quoted in the archive, by words, speaker, outlet and date.</Description>
  <Language>en</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <OutputEncoding>UTF-8</OutputEncoding>
  <Url type="text/html" method="get" template="${escaped(publicUrl('search/'))}?q={searchTerms}"/>
  <Url type="application/opensearchdescription+xml" rel="self" template="${escaped(publicUrl('opensearch.xml'))}"/>
</OpenSearchDescription>
`;
  return new Response(body, {
    headers: { 'Content-Type': 'application/opensearchdescription+xml; charset=utf-8' },
  });
};
