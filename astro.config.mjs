import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { defineConfig } from 'astro/config';

const records = resolve(
  process.env.VERBATIM_RECORDS || join(process.env.VERBATIM_ROOT || '.', '.verbatim/records'),
);
const card = join(records, 'site.json');
const site = existsSync(card)
  ? JSON.parse(readFileSync(card, 'utf8'))
  : { address: 'http://localhost:4321/' };

// The site's card says where it is published; SITE and BASE_PATH override it.
const address = new URL(process.env.SITE || site.address);
const base = (process.env.BASE_PATH ?? address.pathname).replace(/^\/?/, '/').replace(/\/?$/, '/');

export default defineConfig({
  site: address.origin,
  base,
  srcDir: './src/site',
  output: 'static',
  trailingSlash: 'always',
  // Every style and script is a file of its own, so that the content policy needs no exception.
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 4 },
  vite: { build: { assetsInlineLimit: 0 } },
  // As in JSX, a line break in a template is no part of the text; a space that is stands as {' '}.
  compressHTML: 'jsx',
  devToolbar: { enabled: false },
});
