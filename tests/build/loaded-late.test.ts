/** What reading a text needs is loaded when one is read: commands that read none start without it. */
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { project } from '../../src/build/settings.ts';

/** Which of the packages that read texts are loaded, after a module is imported and once more after `then`. */
function loaded(module: string, then = ''): unknown {
  const code = `
    import { Module } from 'node:module';
    const names = ['wink-nlp', 'wink-eng-lite-web-model', 'chrono-node'];
    const now = () => names.filter((name) =>
      Object.keys(Module._cache).some((file) => file.includes('/node_modules/' + name + '/')));
    const it = await import('./src/${module}');
    const before = now();
    ${then}
    console.log(JSON.stringify([before, now()]));`;
  const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: project,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return JSON.parse(printed);
}

test.each(['build/commands/records.ts', 'build/commands/build.ts', 'archive/extract.ts'])(
  'src/%s is imported without them',
  (module) => {
    expect(loaded(module)).toEqual([[], []]);
  },
);

test('they are there once a text was read', () => {
  expect(
    loaded('archive/extract.ts', `it.extractQuotes('“It will run,” said Ada Kern.');`),
  ).toEqual([[], expect.arrayContaining(['wink-nlp', 'wink-eng-lite-web-model']) as unknown]);
});
