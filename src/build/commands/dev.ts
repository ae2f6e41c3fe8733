/** The live site, which follows the content folder. Comes in: integrations that want the records as they change. */
import { watch } from 'node:fs';
import { dev, type AstroIntegration } from 'astro';
import { curationState, type CurationState } from '../../archive/waiting.ts';
import { contentFolder, recordsFolder, root } from '../archive-files/content.ts';
import { LiveRecords } from '../archive-files/live-records.ts';
import { errorsOf } from '../archive-files/records.ts';
import { settle } from '../putting-in-place/put-in-place.ts';
import { enter, portWanted, project, siteFromEnvironment, useRecords } from '../settings.ts';
import { describe, Refusal } from '../terminal/errors.ts';

/** What a part of the live site may ask of it. */
export interface LiveArchive {
  contentFolder: string;
  /** What the content folder holds. */
  state(): CurationState;
  /** Builds the records again; gives every error. */
  changed(): readonly string[];
  /** To be called once there is a server: how its pages read the records again, and its base path. */
  started(refresh: () => void, base: string): void;
}

/** A part of the live site that a built site does not have, at a page of its own. */
export interface LivePart {
  /** How the terminal names it. */
  name: string;
  /** From the base path, with a slash at the end. */
  page: string;
  integration(live: LiveArchive): AstroIntegration;
}

/** Serves until it is stopped. */
export async function serveLive(parts: readonly LivePart[]): Promise<void> {
  const { named } = enter();
  const port = wanted();
  settle(root);
  const records = new LiveRecords(root);
  let last = records.read();
  /** Makes the pages show the records as they are; set once there is a server. */
  let refresh: () => void = () => {};
  let base = '/';

  function show(): string[] {
    if (last.report) console.error(last.report);
    if (last.errors > 0)
      console.error(`${last.errors} errors: the site keeps showing the records from before.`);
    else {
      records.write(last, recordsFolder);
      refresh();
    }
    return errorsOf(last);
  }

  function build(): string[] {
    try {
      last = records.read();
      return show();
    } catch (error) {
      const words = describe(error);
      console.error(`${words}\nThe site keeps showing the records from before.`);
      return words.split('\n');
    }
  }

  show();
  // The pages read the records of the same content folder.
  useRecords(recordsFolder);
  const live: LiveArchive = {
    contentFolder,
    state: () => curationState(last),
    changed: build,
    started(again, path) {
      refresh = again;
      base = path.replace(/\/?$/, '/');
    },
  };
  const server = await dev({
    root: project,
    server: { port, host: 'localhost' },
    // Files whose names a page makes, such as a logo, have no slash at their end.
    trailingSlash: 'ignore',
    integrations: parts.map((part) => part.integration(live)),
  });
  if (named) console.log(`Archive: ${root}`);
  for (const { name, page } of parts)
    console.log(`${name}: http://localhost:${server.address.port}${base}${page}`);

  let waiting: NodeJS.Timeout | undefined;
  watch(contentFolder, { recursive: true }, () => {
    clearTimeout(waiting);
    waiting = setTimeout(build, 200);
  });
}

/** The port; what the environment cannot mean ends the command. */
function wanted(): number {
  try {
    siteFromEnvironment();
    return portWanted();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
