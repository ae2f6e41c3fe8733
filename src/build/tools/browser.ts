/** Finds a Chromium-like browser on this machine, or installs Debian's where that is allowed. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

/** What has no window comes first: it shows pages as the others do, for two thirds of their work. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'brave-browser',
];
const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'];
const WINDOWS = [
  'Google/Chrome/Application/chrome.exe',
  'Chromium/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
];

/** The variables that name a browser outright, first one first. */
export const BROWSER_VARIABLES = ['VERBATIM_BROWSER', 'CHROME_PATH'] as const;

/** Path of a browser, or undefined. A path in the environment wins and must exist. */
export function findBrowser(): string | undefined {
  for (const variable of BROWSER_VARIABLES) {
    const path = process.env[variable];
    if (path) return existsSync(path) ? path : undefined;
  }
  return candidates().find((path) => existsSync(path));
}

function candidates(): string[] {
  const { platform, env } = process;
  if (platform === 'darwin')
    return MAC.flatMap((name) =>
      ['/Applications', join(env.HOME ?? '', 'Applications')].map(
        (folder) => `${folder}/${name}.app/Contents/MacOS/${name}`,
      ),
    ).concat(downloaded());
  if (platform === 'win32')
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      .flatMap((folder) => (folder ? WINDOWS.map((name) => join(folder, name)) : []))
      .concat(downloaded());
  const folders = new Set(
    [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'].filter(
      Boolean,
    ),
  );
  return NAMES.flatMap((name) => [...folders].map((folder) => join(folder, name))).concat(
    downloaded(),
  );
}

/** Where `npx playwright-core install chromium` puts its own. */
function downloaded(): string[] {
  try {
    return [chromium.executablePath()];
  } catch {
    return []; // no browser of its own for this platform
  }
}

const run = (command: string, args: string[]) =>
  spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });

/** What Debian calls it, the one without windows first; other distributions have only the second. */
const PACKAGES = ['chromium-headless-shell', 'chromium'];

/** Installs the distribution's Chromium with apt-get; gives its path, or says why not. */
export function installBrowser(): { path: string } | { problem: string } {
  if (process.platform !== 'linux' || run('apt-get', ['--version']).status !== 0)
    return { problem: 'this machine has no apt-get' };
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && run('sudo', ['-n', 'true']).status !== 0)
    return { problem: 'this account may not install packages' };
  const apt = (...args: string[]) =>
    isRoot ? run('apt-get', args) : run('sudo', ['-n', 'apt-get', ...args]);
  apt('update', '-q');
  let fault = '';
  for (const name of PACKAGES) {
    const { status, stderr } = apt('install', '-y', '-q', '--no-install-recommends', name);
    if (status === 0) return foundAs(name);
    fault = stderr.trim().split('\n').at(-1) ?? '';
  }
  return {
    problem: `apt-get could not install ${PACKAGES.join(' or ')}: ${fault || 'no reason given'}`,
  };
}

function foundAs(name: string): { path: string } | { problem: string } {
  const path = findBrowser();
  return path ? { path } : { problem: `apt-get installed ${name}, but it was not found` };
}

/** What a person can do. */
export const browserHelp =
  'Install Chromium, Chrome or Edge, or name one: VERBATIM_BROWSER=/path/to/chrome npm test';
