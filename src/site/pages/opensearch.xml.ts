/** Lets a browser search the archive from its address bar. */
import type { APIRoute } from 'astro';
import { inXmlAttribute } from '../../text/escape.ts';
import { getArchive } from '../data/archive.ts';
import { publicUrl } from '../data/site.ts';

/** Lengths that the format allows. */
const [SHORT, LONG] = [16, 48];

export const GET: APIRoute = () => {
  const { name } = getArchive().site;
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${inXmlAttribute([...name].slice(0, SHORT).join(''))}</ShortName>
  <LongName>${inXmlAttribute([...`${name}: claims`].slice(0, LONG).join(''))}</LongName>
  <Description>Search what is quoted in the archive, by words, speaker, outlet and date.</Description>
  <Language>en</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <OutputEncoding>UTF-8</OutputEncoding>
  <Url type="text/html" method="get" template="${inXmlAttribute(publicUrl('search/'))}?q={searchTerms}"/>
  <Url type="application/opensearchdescription+xml" rel="self" template="${inXmlAttribute(publicUrl('opensearch.xml'))}"/>
</OpenSearchDescription>
`;
  return new Response(body, {
    headers: { 'Content-Type': 'application/opensearchdescription+xml; charset=utf-8' },
  });
};
