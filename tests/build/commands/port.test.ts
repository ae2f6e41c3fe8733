/** Options of the commands that serve, and of those that take none. */
import { afterEach, expect, test, vi } from 'vitest';
import { readOptions } from '../../../src/build/commands/build.ts';
import { portWanted, refuseFurther } from '../../../src/build/settings.ts';

afterEach(() => vi.unstubAllEnvs());

test.each([
  [['--port', '4555', '--out', 'site'], { port: 4555, args: ['--out', 'site'] }],
  [['--frozen', '--port=0'], { port: 0, args: ['--frozen'] }],
  [['--frozen'], { port: 4400, args: ['--frozen'] }],
])('the port of %j', (given, wanted) => {
  vi.stubEnv('PORT', '4400');
  expect(portWanted(given)).toEqual(wanted);
});

test.each([['--port'], ['--port='], ['--port=http'], ['--port', '70000']])(
  'no port: %s %s',
  (...given) => {
    expect(() => portWanted(given)).toThrow(/^--port is `.*`, expected a number from 0 to 65535/);
  },
);

test('an unknown option is told how the command is used that was typed', () => {
  expect(() => readOptions(['--prot'], 'Usage: npm start')).toThrow(
    'Unknown option `--prot`.\nUsage: npm start',
  );
  expect(() => refuseFurther(['--all'], 'Usage: npm run records')).toThrow(
    'Unknown option `--all`.\nUsage: npm run records',
  );
  expect(() => refuseFurther([], 'Usage: npm run records')).not.toThrow();
});
