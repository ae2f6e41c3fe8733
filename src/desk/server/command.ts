/** `npm run desk`: opens the desk of an archive and serves it until it is stopped. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { enter } from '../../build/settings.ts';
import { settle } from '../../build/putting-in-place/put-in-place.ts';
import { describe, explained, Refusal } from '../../build/terminal/errors.ts';
import { Desk } from '../desk.ts';
import { serveDesk, type DeskServer, type PageFile } from './http.ts';

/** Where the desk is served unless somebody says otherwise. */
const PORT = 4322;
/** So long, in milliseconds, the page has for its first requests before the server does what can wait. */
const WARM_AFTER = 1500;

/** What the command was told. */
interface Options {
  port: number;
  by: string | undefined;
  /** Whether another command started it: it then ends with that one, and takes any port that is free. */
  beside: boolean;
}

/** The options of the command; a `Refusal` for what it does not know. */
function deskOptions(args: readonly string[]): Options {
  let values: { port?: string | undefined; by?: string | undefined; beside?: boolean | undefined };
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: { port: { type: 'string' }, by: { type: 'string' }, beside: { type: 'boolean' } },
    }));
  } catch (error) {
    throw new Refusal([
      (error as Error).message,
      'Expected `npm run desk -- [--archive <folder>] [--port <number>] [--by "Your Name"]`.',
    ]);
  }
  const port = Number(values.port ?? PORT);
  if (!/^\d+$/.test(values.port ?? `${PORT}`) || port > 65_535)
    throw new Refusal(`The port is \`${values.port}\`, expected a number from 0 to 65535.`);
  return { port, by: values.by?.trim() || undefined, beside: values.beside ?? false };
}

/** The files of the page, where they are there. */
async function pageFiles(): Promise<ReadonlyMap<string, PageFile>> {
  const maker = join(import.meta.dirname, '../client-files.ts');
  if (!existsSync(maker))
    return new Map([['index.html', { type: 'text/html; charset=utf-8', body: NO_PAGE }]]);
  const { deskFiles } = (await import(maker)) as {
    deskFiles(): Promise<ReadonlyMap<string, PageFile>>;
  };
  return deskFiles();
}

const NO_PAGE = '<!doctype html><html lang="en"><title>Desk</title><p>The desk is served.</p>';

const isTaken = (error: unknown) => (error as NodeJS.ErrnoException).code === 'EADDRINUSE';

/** Opens and serves; a port that is taken is refused in words. */
async function openDesk(
  root: string,
  { port, by, beside }: Options,
): Promise<{ desk: Desk; served: DeskServer }> {
  const desk = await Desk.open(root, { by, say: (line) => console.log(line) });
  try {
    const files = await pageFiles();
    const served = await serveDesk(desk, files, port).catch((error: unknown) => {
      if (!beside || !isTaken(error)) throw error;
      return serveDesk(desk, files, 0);
    });
    desk.follow();
    return { desk, served };
  } catch (error) {
    desk.close();
    if (isTaken(error))
      throw new Refusal(
        `Port ${port} is taken by another program. Give another one: \`npm run desk -- --port ${port + 1}\`.`,
      );
    throw error;
  }
}

/** Runs the command. */
export async function deskCommand(): Promise<void> {
  const { root } = enter();
  try {
    const options = deskOptions(process.argv.slice(2));
    settle(root);
    if (!options.beside) console.log('The archive is read …');
    const { desk, served } = await openDesk(root, options);
    const { archive, person } = desk.session();
    if (!options.beside)
      console.log(`Archive: ${root} (${archive.articles} articles, ${archive.claims} claims)`);
    if (!person)
      console.log(
        'Git does not know who works here, so nothing can be changed yet: `git config --global user.name "Your Name"`, or start with `--by "Your Name"`.',
      );
    console.log(`Desk: ${served.address}`);
    setTimeout(() => desk.warm(), WARM_AFTER).unref();
    const stop = () => {
      desk.close();
      void served.close().then(() => process.exit(0));
    };
    process.once('SIGINT', stop).once('SIGTERM', stop);
    if (options.beside) process.stdin.resume().once('end', stop).once('error', stop);
  } catch (error) {
    console.error(describe(explained(error, root)));
    process.exit(1);
  }
}
