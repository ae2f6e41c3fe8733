/**
 * `npm test`: types, unit tests, a whole build, tests of the built site, tests in a real browser.
 * One line a stage; the last line is the sum, `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
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

interface Result {
  passed: number;
  failed: number;
  /** What to show of a failure. */
  report?: string;
}

interface Stage {
  name: string;
  run(): Promise<Result>;
  /** Stages that make no sense when this one failed. */
  needs?: string[];
}

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
  env: Record<string, string> = {},
  needs: string[] = [],
): Stage => ({
  name,
  needs,
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

/** A Vitest project, counted test by test. A file that cannot even be loaded counts as one failure. */
const vitest = (
  project: string,
  env: () => Record<string, string> = () => ({}),
  needs: string[] = [],
): Stage => ({
  name: project,
  needs,
  async run() {
    const file = `${FOLDER}/${project}.json`;
    rmSync(file, { force: true });
    const { code, output } = await node(
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        '--config',
        'tests/vitest.config.ts',
        '--project',
        project,
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
      return { passed: 0, failed: 1, report: `No tests were found in ${project}.\n${output}` };
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
  async run() {
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
  },
};

const build = (name: string, { folder, base }: { folder: string; base: string }) =>
  whole(name, ['scripts/build.ts', '--frozen', '--out', folder], { BASE_PATH: base });

const siteEnv = () => ({
  VERBATIM_SITE: SITES.root.folder,
  VERBATIM_SITE_SUB: SITES.sub.folder,
  VERBATIM_BROWSER: browser ?? '',
});

const stages: Stage[] = [
  whole('types', ['node_modules/astro/bin/astro.mjs', 'check']),
  vitest('unit'),
  whole('150 texts', ['scripts/soak.ts', '--archives', '0', '--texts', '150', '--seed', '1']),
  build('build', SITES.root),
  build('build under /sub/', SITES.sub),
  vitest('site', siteEnv, ['build', 'build under /sub/']),
  findingBrowser,
  vitest('browser', siteEnv, ['build', 'build under /sub/', 'find a browser']),
];

const seconds = (from: number) => `${((performance.now() - from) / 1000).toFixed(1)} s`;

/** Runs the stages of these names, all where none is named; gives how many tests failed. */
export async function runStages(only: readonly string[]): Promise<number> {
  for (const name of OWN) delete process.env[name];
  mkdirSync(FOLDER, { recursive: true });
  const unknown = only.filter((name) => !stages.some((stage) => stage.name === name));
  if (unknown.length > 0) {
    console.error(
      `Unknown stage \`${unknown.join('`, `')}\`, expected one of: ${stages.map(({ name }) => name).join(', ')}`,
    );
    process.exit(1);
  }

  const failedStages = new Set<string>();
  const reports: string[] = [];
  let passed = 0;
  let failed = 0;
  const began = performance.now();
  for (const stage of stages) {
    if (only.length > 0 && !only.includes(stage.name)) continue;
    const missing = stage.needs?.find((name) => failedStages.has(name));
    const from = performance.now();
    const result = missing
      ? { passed: 0, failed: 1, report: `Not run, since \`${missing}\` failed.` }
      : await stage.run();
    passed += result.passed;
    failed += result.failed;
    const mark = result.failed > 0 ? 'FAILED' : 'ok';
    const counts =
      result.passed + result.failed > 1 ? `${result.passed} passed, ${result.failed} failed` : '';
    console.log(`${stage.name.padEnd(20)} ${mark.padEnd(7)} ${counts.padEnd(24)} ${seconds(from)}`);
    if (result.failed > 0) {
      failedStages.add(stage.name);
      reports.push(
        `\n── ${stage.name} ${'─'.repeat(Math.max(0, 60 - stage.name.length))}\n${result.report ?? ''}`,
      );
    }
  }
  for (const report of reports) console.log(report);
  console.log(`\nTook ${seconds(began)}`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed;
}
