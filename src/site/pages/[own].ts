/** Files of the archive's own beside its pages: its logo, and its colours as a style sheet. */
import { accentCss } from '../../model/colours.ts';
import { getArchive } from '../data/archive.ts';
import { ACCENT_FILE } from '../data/own-files.ts';

interface OwnFile {
  params: { own: string };
  props: { body: string | Uint8Array<ArrayBuffer>; type: string };
}

export function getStaticPaths(): OwnFile[] {
  const { accent, logo } = getArchive().site;
  return [
    ...(accent
      ? [
          {
            params: { own: ACCENT_FILE },
            props: { body: accentCss(accent), type: 'text/css; charset=utf-8' },
          },
        ]
      : []),
    ...(logo
      ? [
          {
            params: { own: logo.file },
            props: { body: new Uint8Array(Buffer.from(logo.base64, 'base64')), type: logo.type },
          },
        ]
      : []),
  ];
}

export const GET = ({ props: { body, type } }: OwnFile) =>
  new Response(body, { headers: { 'Content-Type': type } });
