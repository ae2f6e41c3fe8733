/** What a file system may answer is one line with a remedy, never a fault of our own. */
import { expect, test } from 'vitest';
import { describe as inWords } from '../../../src/build/terminal/errors.ts';

test.each([
  'ENOSPC',
  'EDQUOT',
  'EIO',
  'EROFS',
  'EACCES',
  'EPERM',
  'EBUSY',
  'EMFILE',
  'ELOOP',
  'EEXIST',
])('%s', (code) => {
  const error = Object.assign(new Error(`${code}: no`), { code, path: '/archive/dist' });
  const words = inWords(error);
  expect(words).not.toContain('Internal fault');
  expect(words).not.toContain('\n');
});
