/** Reads the search's files from a site. */
import type { PagefindLibrary } from './pagefind.ts';

/** A file of the search that is missing, or that does not fit the others. */
export class SearchUnavailable extends Error {}

export interface Loader {
  json(path: string): Promise<unknown>;
  bytes(path: string): Promise<Uint8Array<ArrayBuffer>>;
  library(path: string): Promise<PagefindLibrary>;
}

/** The content of a pack, which is compressed without any heading. */
export async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Reads from a site; `root` is its address and ends with a slash. */
export const loaderFor = (root: string): Loader => ({
  // What is read from here on is asked for by the version that stands in the manifest.
  json: async (path) => (await get(root, path, { cache: 'no-cache' })).json() as Promise<unknown>,
  bytes: async (path) => new Uint8Array(await (await get(root, path)).arrayBuffer()),
  library: async (path) => {
    const address = new URL(path, root).href;
    return (await import(/* @vite-ignore */ address)) as PagefindLibrary;
  },
});

async function get(root: string, path: string, options: RequestInit = {}): Promise<Response> {
  const response = await fetch(new URL(path, root), options);
  if (!response.ok) throw new SearchUnavailable(`${path}: ${response.status}`);
  return response;
}
