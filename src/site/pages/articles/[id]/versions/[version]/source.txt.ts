/** One version of a source, byte for byte. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { getArchive } from '../../../../../data/archive.ts';
import type { VersionRow } from '../../../../../../ledger/index.ts';
import { versionBytes, versionsOf } from '../../../../../data/versions.ts';

export const getStaticPaths: GetStaticPaths = () =>
  getArchive().articles.flatMap(({ id }) =>
    versionsOf(id).map((row) => ({ params: { id, version: String(row.version) }, props: { row } })),
  );

export const GET: APIRoute<{ row: VersionRow }> = ({ props }) =>
  new Response(versionBytes(props.row), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
