/** How a real browser is started for tests. */
import { browserHelp, findBrowser } from '../../src/build/tools/browser.ts';

const FLAGS = [
  '--disable-gpu',
  // What draws without a graphics card needs no process of its own.
  '--in-process-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--hide-scrollbars',
];

/** How the browser of this machine is started for tests. */
export function launchOptions() {
  const executablePath = process.env.VERBATIM_BROWSER || findBrowser();
  if (!executablePath) throw new Error(`No browser was found. ${browserHelp}`);
  // Chromium's sandbox does not start for root, as in most containers.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return { executablePath, args: [...FLAGS, ...sandbox] };
}
