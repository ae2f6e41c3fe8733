/**
 * The search over a generated archive, in a real browser: what crosses the wire, how long results take, and how
 * much memory it needs.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, createReadStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type CDPSession, type Page } from 'playwright-core';
import type {
  ArticleRecord,
  Block,
  ClaimRecord,
  ClaimType,
  SpeakerRecord,
} from '../model/records.ts';
import { derivedSpeaker } from '../archive/emit.ts';
import { figures } from '../model/wording.ts';
import { at, certain, first } from '../text/certain.ts';
import { browserHelp, findBrowser } from '../build/tools/browser.ts';
import { writeSearchBundles } from '../build/making/search-bundles.ts';
import { serve } from '../build/server/serve.ts';

/** What the generator writes of an article. */
interface Generated {
  id: string;
  title: string;
  outlet: string;
  date: string;
  paras: (string | { c: number })[][];
  claims: { n: number; kind: string; speaker: string; name: string; text: string }[];
}

const slug = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
const LETTERS = '23456789bcdfghjkmnpqrstvwxz';
const claimId = (key: string) =>
  [...createHash('sha256').update(key).digest().subarray(0, 8)]
    .map((byte) => LETTERS[byte % LETTERS.length])
    .join('');
const TYPES: Record<string, ClaimType> = {
  direct: 'direct',
  indirect: 'indirect',
  mixed: 'mixed',
  interview: 'answer',
};

/** A record with what the search reads; the rest is left empty. */
function recordOf({ id, title, outlet, date, paras, claims }: Generated): ArticleRecord {
  const published = { edtf: date, from: date, to: date, basis: 'stated' as const, note: null };
  let text = '';
  const blocks: Block[] = [];
  const places = new Map<number, { start: number; end: number }>();
  for (const para of paras) {
    const start = text.length;
    for (const piece of para) {
      if (typeof piece === 'string') text += piece;
      else {
        const start = text.length;
        text += at(claims, piece.c).text;
        places.set(piece.c, { start, end: text.length });
      }
    }
    blocks.push({
      role: 'paragraph',
      start,
      end: text.length,
      source: { start, end: text.length },
      inlines: [],
      turn: null,
      why: null,
      rule: null,
    });
    text += '\n\n';
  }
  const made = claims.map((claim, i): ClaimRecord => {
    const reading = places.get(i) ?? { start: 0, end: 1 };
    return {
      id: claimId(`${id} ${claim.n}`),
      article: id,
      number: i + 1,
      type: TYPES[claim.kind] ?? 'direct',
      text: claim.text,
      parts: [{ ...reading, exact: claim.text, reading }],
      speaker: {
        id: claim.speaker,
        name: claim.name,
        kind: 'person',
        mention: null,
        basis: 'name',
        role: null,
      },
      candidates: [],
      via: [],
      cue: null,
      cueKind: 'said',
      polarity: 'positive',
      said: null,
      within: null,
      turn: null,
      rule: 'generated',
      confidence: 1,
      wordsConfidence: 1,
      speakerConfidence: 1,
      reasons: [],
      review: 'machine',
      reviewNote: null,
      topics: [],
      relations: [],
    };
  });
  return {
    id,
    title,
    outlet: { id: slug(outlet), name: outlet },
    published,
    text,
    blocks,
    claims: made,
    language: 'en',
  } as unknown as ArticleRecord;
}

/** The largest memory of the indexer, which is a program of its own, and of this one, while `work` runs. */
async function watchingMemory<T>(
  work: () => Promise<T>,
): Promise<{ result: T; indexer: number; own: number }> {
  let indexer = 0;
  let own = 0;
  const look = () => {
    own = Math.max(own, process.memoryUsage().rss);
    if (!existsSync('/proc/self/task')) return;
    for (const pid of readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8')
      .trim()
      .split(' ')
      .filter(Boolean)) {
      const match = /VmHWM:\s+(\d+)/.exec(
        existsSync(`/proc/${pid}/status`) ? readFileSync(`/proc/${pid}/status`, 'utf8') : '',
      );
      if (match) indexer = Math.max(indexer, Number(match[1]) * 1024);
    }
  };
  const timer = setInterval(look, 200);
  try {
    return { result: await work(), indexer, own };
  } finally {
    look();
    clearInterval(timer);
  }
}

const MB = (bytes: number) => `${figures(Math.round(bytes / 1e6))} MB`;
const kB = (bytes: number) => `${figures(Math.round(bytes / 1000))} kB`;

/** Bytes that crossed the wire since the last look. */
async function wire(cdp: CDPSession) {
  let bytes = 0;
  let requests = 0;
  await cdp.send('Network.enable');
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    requests++;
  });
  return () => {
    const taken = `${kB(bytes)} in ${requests} requests`;
    bytes = 0;
    requests = 0;
    return taken;
  };
}

/** Milliseconds from the last key to the results drawn. */
const timed = (page: Page, query: string): Promise<number> =>
  page.evaluate(
    (text) =>
      new Promise<number>((done) => {
        const input = document.getElementById('q-main') as HTMLInputElement;
        const found = document.getElementById('found');
        if (!found) throw new Error('Expected a page with #found');
        const began = performance.now();
        const seen = new MutationObserver(() => {
          if (
            new URLSearchParams(location.search).get('q') !== text ||
            !document.getElementById('result-count') ||
            document.querySelector('#found[aria-busy]')
          )
            return;
          seen.disconnect();
          requestAnimationFrame(() => done(Math.round(performance.now() - began)));
        });
        seen.observe(found, { attributes: true, childList: true });
        input.value = text;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }),
    query,
  );

/** What `npm run bench:search` is told; folders and files may be relative. */
export interface SearchBench {
  articles: string;
  generator: string;
  site: string;
  keep?: string | undefined;
}

/** Measures the search over a generated archive and prints the figures; says so where something is missing. */
export async function measureSearch(options: SearchBench): Promise<void> {
  const generator = resolve(options.generator);
  const site = resolve(options.site);
  const executablePath = findBrowser();
  if (!existsSync(generator))
    return console.log(`No generator at ${options.generator}; name one with --generator.`);
  if (!existsSync(join(site, 'search/index.html')))
    return console.log(`No built site in ${options.site}; run \`npm run build\` first.`);
  if (!executablePath) return console.log(`No browser was found. ${browserHelp}`);

  const folder = options.keep
    ? resolve(options.keep)
    : mkdtempSync(join(tmpdir(), 'verbatim-bench-'));
  try {
    const corpus = join(folder, 'corpus');
    if (!existsSync(corpus))
      spawnSync(
        process.execPath,
        [generator, '--n', options.articles, '--out', corpus, '--records'],
        { stdio: 'ignore' },
      );
    const articles: ArticleRecord[] = [];
    const speakers = new Map<string, SpeakerRecord>();
    const outlets = new Map<string, { id: string; name: string }>();
    for await (const line of createInterface({
      input: createReadStream(join(corpus, 'records.jsonl')),
    })) {
      const article = recordOf(JSON.parse(line) as Generated);
      articles.push(article);
      if (article.outlet) outlets.set(article.outlet.id, article.outlet);
      for (const { speaker } of article.claims) {
        if (!speaker?.id) continue;
        const { id, name } = speaker;
        speakers.set(id, derivedSpeaker({ id, name, kind: 'person' }));
      }
    }
    const claims = articles.reduce((sum, article) => sum + article.claims.length, 0);
    console.log(
      `${figures(articles.length)} articles, ${figures(claims)} claims, ${figures(speakers.size)} speakers`,
    );

    const dist = join(folder, 'dist');
    for (const name of ['_astro', 'search/index.html'])
      cpSync(join(site, name), join(dist, name), { recursive: true });
    const archive = {
      articles,
      speakers: [...speakers.values()],
      outlets: [...outlets.values()].map(({ id, name }) => ({
        id,
        name,
        aliases: [],
        url: null,
        note: null,
        hasCard: false,
        formerly: [],
      })),
      topics: [],
      places: [],
    };
    if (existsSync(join(dist, 'search/bundles.json')))
      console.log('bundles: those of an earlier run');
    else {
      const began = performance.now();
      const {
        result: written,
        indexer,
        own,
      } = await watchingMemory(() => writeSearchBundles({ archive, dist, log: console.log }));
      console.log(
        `bundles: ${Math.round((performance.now() - began) / 1000)} s, ${figures(written.reduce((sum, one) => sum + one.files, 0))} files, ${MB(written.reduce((sum, one) => sum + one.bytes, 0))}; memory at most ${MB(indexer)} for the indexer, ${MB(own)} for the script with all records`,
      );
    }

    const dateOf = ({ published }: ArticleRecord) => certain(published.from, 'all have a date');
    const newestFirst = articles.toSorted((a, b) => (dateOf(a) < dateOf(b) ? 1 : -1));
    const recent = at(newestFirst, Math.floor(articles.length / 20));
    const words = first(recent.claims).text.split(/\s+/);
    await inBrowser(executablePath, dist, [
      'government',
      'coastal report',
      `"${words.slice(2, 6).join(' ')}"`,
      'price -year',
      words
        .filter((word) => word.length > 7)
        .slice(0, 2)
        .join(' '),
      'speaker:hargreaves minister',
      'the',
    ]);
  } finally {
    if (!options.keep) rmSync(folder, { recursive: true, force: true });
  }
}

async function inBrowser(executablePath: string, dist: string, queries: string[]): Promise<void> {
  const served = await serve(dist);
  const browser = await chromium.launch({
    executablePath,
    args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  try {
    const page = await browser.newPage();
    const cdp = await page.context().newCDPSession(page);
    const taken = await wire(cdp);
    await page.goto(`${served.address}search/`, { waitUntil: 'networkidle' });
    console.log(`page: ${taken()}, fonts among them`);
    const settle = () => page.waitForLoadState('networkidle').then(() => page.waitForTimeout(300));
    for (const [i, query] of queries.entries()) {
      const milliseconds = await timed(page, query);
      await settle();
      const first = (await page.locator('#result-count').textContent()) ?? '';
      const again = i === 0 ? '' : `, again ${await timed(page, `${query} `)} ms`;
      console.log(
        `${i === 0 ? 'first search' : 'later search'} ${query}: ${taken()}, ${milliseconds} ms${again}; ${first}`,
      );
    }
    const heap = (await cdp.send('Runtime.getHeapUsage')) as {
      usedSize: number;
      backingStorageSize?: number;
    };
    console.log(
      `memory of the page: ${MB(heap.usedSize)} of objects and ${MB(heap.backingStorageSize ?? 0)} of buffers, WebAssembly among them`,
    );
    let more = 1;
    while (await page.getByRole('button', { name: 'Search them too' }).count()) {
      const was = await page.locator('#coverage').textContent();
      await page.getByRole('button', { name: 'Search them too' }).click();
      await page.waitForFunction(
        (old) =>
          document.getElementById('coverage')?.textContent !== old &&
          !document.querySelector('#found[aria-busy]'),
        was,
      );
      await settle();
      console.log(`older claims, run ${++more}: ${taken()}`);
    }
    for (const query of queries.slice(1, 3))
      console.log(
        `all claims ${query}: ${await timed(page, query)} ms, ${(await settle(), taken())}; ${await page.locator('#result-count').textContent()}`,
      );
    const whole = (await cdp.send('Runtime.getHeapUsage')) as {
      usedSize: number;
      backingStorageSize?: number;
    };
    console.log(
      `memory with all claims: ${MB(whole.usedSize)} of objects and ${MB(whole.backingStorageSize ?? 0)} of buffers`,
    );
  } finally {
    await browser.close();
    await served.close();
  }
}
