/**
 * `npm test`: types, layout, unit tests, whole builds, tests of the built site, tests in a real browser.
 * One line a stage, as each ends; the last line is the sum, `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import {
  BROWSER_VARIABLES,
  browserHelp,
  findBrowser,
  installBrowser,
} from '../../src/build/tools/browser.ts';

const FOLDER = resolve('.verbatim/test');
/** Where the site under test is built: not `dist/`, which belongs to the person at the machine. */
const SITES = {
  root: { folder: `${FOLDER}/dist`, base: '/' },
  sub: { folder: `${FOLDER}/dist-sub`, base: '/sub/' },
};
/** One build at a time may work on an archive: the second has a copy of its own. */
const COPY = `${FOLDER}/archive`;

interface Result {
  passed: number;
  failed: number;
  /** What to show of a failure. */
  report?: string;
}

interface Stage {
  name: string;
  run(): Promise<Result>;
  /** Stages without which this one makes no sense: where one of them failed, it is not run. */
  needs?: string[];
  /** Stages that must have ended, well or not, since both touch the same files. */
  after?: string[];
  /** How many processes it keeps busy. Stages run beside others as long as all together keep `MOST` busy. */
  busy?: number;
  /** Only run where it is asked for by name. */
  onlyNamed?: boolean;
}

/** The unit tests, and one more that fills the gaps where they wait. */
const MOST = 3;

/** What a person may have set for other commands; the tests say themselves what they build. */
const OWN = ['VERBATIM_ROOT', 'VERBATIM_RECORDS', 'SITE', 'BASE_PATH', 'PORT', 'HOST'];

/** Runs a script on this Node; gives its exit code and all it wrote. */
function node(
  args: string[],
  env: Record<string, string> = {},
): Promise<{ code: number; output: string }> {
  return new Promise((done, reject) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      done({ code: code ?? 1, output: Buffer.concat(chunks).toString() }),
    );
  });
}

/** A stage that passes or fails as one. */
const whole = (
  name: string,
  args: string[],
  { env = {}, ...rest }: Partial<Stage> & { env?: Record<string, string> } = {},
): Stage => ({
  name,
  ...rest,
  async run() {
    const { code, output } = await node(args, env);
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, report: ends(output) };
  },
});

interface VitestReport {
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
}

/** Vitest projects, counted test by test. A file that cannot even be loaded counts as one failure. */
const vitest = (
  name: string,
  {
    env = () => ({}),
    projects = [name],
    ...rest
  }: Partial<Stage> & { env?: () => Record<string, string>; projects?: string[] } = {},
): Stage => ({
  name,
  busy: 2,
  ...rest,
  async run() {
    const file = `${FOLDER}/${name}.json`;
    rmSync(file, { force: true });
    const { code, output } = await node(
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        '--config',
        'tests/vitest.config.ts',
        ...projects.flatMap((project) => ['--project', project]),
        '--reporter=json',
        `--outputFile=${file}`,
      ],
      env(),
    );
    let report: VitestReport;
    try {
      report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
    } catch {
      return { passed: 0, failed: 1, report: output };
    }
    const lines: string[] = [];
    let passed = 0;
    let failed = 0;
    for (const { name, status, message, assertionResults } of report.testResults) {
      const path = relative('.', name);
      for (const test of assertionResults) {
        if (test.status === 'passed') passed += 1;
        if (test.status !== 'failed') continue;
        failed += 1;
        lines.push(
          `${path} > ${test.fullName}`,
          ...test.failureMessages.map((text) => indent(shorten(text))),
        );
      }
      if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed')) {
        failed += 1;
        lines.push(path, indent(shorten(message ?? 'could not be loaded')));
      }
    }
    // An error outside of any test shows in the exit code only.
    if (code !== 0 && failed === 0) {
      failed += 1;
      lines.push(output);
    }
    if (passed + failed === 0)
      return { passed: 0, failed: 1, report: `No tests were found in ${name}.\n${output}` };
    return { passed, failed, report: lines.join('\n') };
  },
});

/** The beginning and the end of a long output: what went wrong stands in one of the two. */
function ends(text: string, most = 40): string {
  const lines = text.trimEnd().split('\n');
  return lines.length <= 2 * most
    ? text
    : [
        ...lines.slice(0, most),
        `… ${lines.length - 2 * most} more lines …`,
        ...lines.slice(-most),
      ].join('\n');
}

const indent = (text: string) => text.replace(/^/gm, '    ');
const shorten = (text: string) =>
  text
    .split('\n')
    .filter((line) => !/^\s+at .*(node_modules|node:)/.test(line))
    .slice(0, 40)
    .join('\n');

let browser: string | undefined;

const findingBrowser: Stage = {
  name: 'find a browser',
  run: () => Promise.resolve(foundBrowser()),
};

/** Finds the browser of this machine, or installs one. */
function foundBrowser(): Result {
  browser = findBrowser();
  if (browser) return { passed: 0, failed: 0 };
  const named = BROWSER_VARIABLES.find((variable) => process.env[variable]);
  if (named)
    return {
      passed: 0,
      failed: 1,
      report: `${named} is \`${process.env[named]}\`, where there is no file. ${browserHelp}`,
    };
  const installed = installBrowser();
  if ('problem' in installed)
    return {
      passed: 0,
      failed: 1,
      report: `No browser was found, and ${installed.problem}. ${browserHelp}`,
    };
  browser = installed.path;
  return { passed: 0, failed: 0 };
}

const siteEnv = () => ({
  VERBATIM_SITE: SITES.root.folder,
  VERBATIM_SITE_SUB: SITES.sub.folder,
  VERBATIM_BROWSER: browser ?? '',
});

/** A whole build of the archive of the software. */
const build = (out: string): string[] => ['scripts/build.ts', '--frozen', '--out', out];
const buildOfCopy = whole('build under /sub/', build(SITES.sub.folder), {
  env: { BASE_PATH: SITES.sub.base, VERBATIM_ROOT: COPY },
});

const stages: Stage[] = [
  vitest('unit', { projects: ['unit', 'commands'] }),
  whole('types', ['scripts/lint.ts', 'oxlint', 'astro']),
  whole('layout', ['scripts/lint.ts', 'prettier']),
  whole('lint', ['scripts/lint.ts', 'eslint', 'knip']),
  whole('150 texts', ['scripts/soak.ts', '--archives', '0', '--texts', '150', '--seed', '1']),
  {
    ...buildOfCopy,
    async run() {
      rmSync(COPY, { recursive: true, force: true });
      cpSync('content', `${COPY}/content`, { recursive: true });
      return buildOfCopy.run();
    },
  },
  // Unit tests see to it that no command on another archive touches the records of this one.
  whole('build', build(SITES.root.folder), {
    env: { BASE_PATH: SITES.root.base },
    after: ['unit'],
  }),
  vitest('site', { env: siteEnv, needs: ['build', 'build under /sub/'] }),
  findingBrowser,
  // Pages are timed there.
  vitest('browser', {
    env: siteEnv,
    needs: ['build', 'build under /sub/', 'find a browser'],
    busy: MOST,
  }),
];

const seconds = (from: number) => `${((performance.now() - from) / 1000).toFixed(1)} s`;

/** One line on the terminal for a stage that has ended. */
function tell(name: string, { passed, failed }: Result, took: string): void {
  const mark = failed > 0 ? 'FAILED' : 'ok';
  const counts = passed + failed > 1 ? `${passed} passed, ${failed} failed` : '';
  console.log(`${name.padEnd(20)} ${mark.padEnd(7)} ${counts.padEnd(24)} ${took}`);
}

/** Runs each stage as soon as those before it have ended and the machine has room; gives the result of each. */
async function runAll(wanted: readonly Stage[]): Promise<Map<string, Result>> {
  const results = new Map<string, Result>();
  const names = new Set(wanted.map(({ name }) => name));
  const running = new Map<Stage, Promise<void>>();
  const busy = () => [...running.keys()].reduce((n, stage) => n + (stage.busy ?? 1), 0);
  const isFree = ({ needs = [], after = [] }: Stage) =>
    [...needs, ...after].every((name) => !names.has(name) || results.has(name));
  const start = async (stage: Stage): Promise<void> => {
    const from = performance.now();
    const missing = stage.needs?.find((name) => (results.get(name)?.failed ?? 0) > 0);
    const result = missing
      ? { passed: 0, failed: 1, report: `Not run, since \`${missing}\` failed.` }
      : await stage.run();
    results.set(stage.name, result);
    tell(stage.name, result, seconds(from));
  };
  const waiting = [...wanted];
  while (waiting.length > 0 || running.size > 0) {
    const next = waiting.findIndex(
      (stage) => isFree(stage) && (running.size === 0 || busy() + (stage.busy ?? 1) <= MOST),
    );
    const [stage] = next < 0 ? [] : waiting.splice(next, 1);
    // A stage that is not run ends at once, so that it is taken out only once it was put in.
    if (stage)
      running.set(
        stage,
        start(stage).finally(() => running.delete(stage)),
      );
    else await Promise.race(running.values());
  }
  return results;
}

/** Runs the stages of these names, all where none is named; gives how many tests failed. */
export async function runStages(only: readonly string[]): Promise<number> {
  for (const name of OWN) delete process.env[name];
  // What Node made of the modules at their first start is there for every process after it.
  process.env.NODE_COMPILE_CACHE ??= `${FOLDER}/compiled`;
  mkdirSync(FOLDER, { recursive: true });
  const unknown = only.filter((name) => !stages.some((stage) => stage.name === name));
  if (unknown.length > 0) {
    console.error(
      `Unknown stage \`${unknown.join('`, `')}\`, expected one of: ${stages.map(({ name }) => name).join(', ')}`,
    );
    process.exit(1);
  }

  const began = performance.now();
  const results = await runAll(
    stages.filter(({ name, onlyNamed }) =>
      only.length > 0 ? only.includes(name) : onlyNamed !== true,
    ),
  );
  const sum = (what: 'passed' | 'failed') =>
    [...results.values()].reduce((n, result) => n + result[what], 0);
  for (const [name, { failed, report = '' }] of results)
    if (failed > 0)
      console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 60 - name.length))}\n${report}`);
  console.log(`\nTook ${seconds(began)}`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed');
}
