/** The page of the desk with its program and style, made of `client/` when the desk is started. */
import { readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { build, type Plugin } from 'esbuild';

const CLIENT = join(import.meta.dirname, 'client');

/** A file that the desk serves. */
export interface DeskFile {
  type: string;
  body: Uint8Array;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const typeOf = (name: string) => TYPES[extname(name)] ?? 'application/octet-stream';

/** The messages of zod's schemas in English alone: the other languages are two thirds of what the page would load. */
const oneLanguage: Plugin = {
  name: 'one-language',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
    })),
};

/**
 * Every file under the desk's address by its name (`index.html` is the page itself); kept in memory, nothing is
 * written. Throws what esbuild says where the client does not compile.
 */
export async function deskFiles(): Promise<Map<string, DeskFile>> {
  const { outputFiles } = await build({
    entryPoints: {
      desk: join(CLIENT, 'main.ts'),
      style: join(CLIENT, 'desk.css'),
    },
    bundle: true,
    write: false,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: ['chrome123', 'firefox120', 'safari17.5'],
    minify: true,
    outdir: CLIENT,
    assetNames: '[name]-[hash]',
    chunkNames: 'part-[hash]',
    loader: { '.woff2': 'file' },
    logLevel: 'silent',
    plugins: [oneLanguage],
  });
  const files = new Map<string, DeskFile>();
  for (const { path, contents } of outputFiles)
    files.set(basename(path), { type: typeOf(path), body: contents });
  const page = join(CLIENT, 'page.html');
  files.set('index.html', { type: typeOf(page), body: await readFile(page) });
  const icon = join(CLIENT, '../../site/assets/icon.svg');
  files.set('icon.svg', { type: typeOf(icon), body: await readFile(icon) });
  return files;
}
