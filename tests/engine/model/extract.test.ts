import { spawn } from 'node:child_process';
import { PassThrough, Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { extractQuotes } from '../../../src/archive/extract.ts';
import type { Extracted } from '../../../src/model/extracted.ts';
import { extract as extractLines } from '../../../src/build/commands/extract.ts';
import { said } from '../../support/command.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Runs `npm run extract` as its script does, with these bytes on standard input. */
function command(
  input: string | Buffer,
  ...options: string[]
): Promise<{ out: string; errors: string; code: number | null }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/node.mjs', 'scripts/extract.ts', ...options], {
      cwd: root,
    });
    let out = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (errors += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ out, errors, code }));
    child.stdin.end(input);
  });
}

/** As the command does, without a process. */
async function extract(
  input: string | Buffer,
  ...options: string[]
): Promise<{ out: string; errors: string; code: number }> {
  const output = new PassThrough();
  const { status, stderr } = await said(() =>
    extractLines(options, Readable.from([Buffer.from(input)]), output),
  );
  return { out: String(output.read() ?? ''), errors: stderr, code: status };
}

type Answer = { id: string | number } & Extracted;
const answers = (out: string): Answer[] =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Answer);

describe('npm run extract', () => {
  test('answers each line in order, also lines longer than a buffer and without a last line break', async () => {
    const inputs = Array.from({ length: 300 }, (_, i) => ({
      id: `t${i}`,
      text: `“Ferry ${i} will sail,” said Ann Lee.${i % 100 === 7 ? ' It rained on the pier.'.repeat(8000) : ''}`,
    }));
    const { out, errors, code } = await command(
      inputs.map((input) => JSON.stringify(input)).join('\n'),
    );
    expect({ errors, code }).toEqual({ errors: '', code: 0 });
    const found = answers(out);
    expect(found.map(({ id }) => id)).toEqual(inputs.map(({ id }) => id));
    found.forEach(({ quotes }, i) => {
      expect(quotes[0]).toMatchObject({
        start: 1,
        end: 1 + `Ferry ${i} will sail,`.length,
        type: 'direct',
        name: 'Ann Lee',
        speaker: { text: 'Ann Lee' },
        cue: { text: 'said' },
      });
      expect(Object.keys(quotes[0]!)).toEqual(
        expect.arrayContaining([
          'start',
          'end',
          'type',
          'speaker',
          'cue',
          'name',
          'rule',
          'confidence',
          'wordsConfidence',
          'speakerConfidence',
        ]),
      );
    });
  });

  test('counts code points of the text as given, line breaks and blanks included', async () => {
    const text =
      '  😀😀  Headline 😀\r\n\r\n  “We will  all pay now,” said\u00a0Ann Lee. 😀 “Good 😀 luck to you.”';
    const { out } = await extract(JSON.stringify({ id: 1, text }));
    const [{ id, quotes }] = answers(out) as [{ id: number } & Extracted];
    expect(id).toBe(1);
    const points = [...text];
    expect(quotes.map(({ start, end }) => points.slice(start, end).join(''))).toEqual([
      'We will  all pay now,',
      'Good 😀 luck to you.',
    ]);
    for (const { speaker } of quotes)
      expect(points.slice(speaker!.start, speaker!.end).join('')).toBe(speaker!.text);
  });

  test('names bad lines, answers the others and ends with an error', async () => {
    const lines = [
      '{"id":"a","text":"Hello."}',
      'nope',
      '{"id":"x"}',
      '',
      '[1]',
      '{"id":true,"text":"t"}',
      '{"id":"b","text":5}',
      '{"id":"c","text":""}',
    ];
    const { out, errors, code } = await extract(
      Buffer.concat([Buffer.from(lines.join('\n') + '\n'), Buffer.from([0x22, 0xff, 0x0a])]),
    );
    expect(answers(out)).toEqual([
      { id: 'a', quotes: [] },
      { id: 'c', quotes: [] },
    ]);
    expect(code).toBe(1);
    expect(errors.split('\n')).toEqual([
      expect.stringMatching(/^line 2: found nope, expected JSON \(/),
      'line 3: found no "text", expected a string',
      'line 5: found [1], expected an object {"id": "…", "text": "…"}',
      'line 6: found "id": true, expected a string',
      'line 7: found "text": 5, expected a string',
      'line 9: found bytes that are no UTF-8, expected UTF-8',
      '6 of 9 lines could not be read; the others were answered.',
      '',
    ]);
  });

  test('explains itself when asked wrongly', async () => {
    const { errors, code } = await command('', '--nope');
    expect(code).toBe(2);
    expect(errors).toMatch(/^Unknown option '--nope'/);
    expect(errors).not.toMatch(/\n\s+at /);
  });

  test('has a JSON Schema, which another validator finds every line to keep', async () => {
    const { out: schema, code } = await command('', '--schema');
    expect(code).toBe(0);
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
    const keeps = ajv.compile(JSON.parse(schema) as object);
    const texts = [
      '“We will &quot;pay&quot;,” said Mara Obi. She denied that “it was me, 😀”, according to Tidewire.',
      'Ada Kern: Will it run?\nBo Lund: It will. Ada Kern said “no” to me.\nAda Kern: And then?',
      'Il a dit que le bateau partirait le soir même, et que personne ne resterait sur le quai.',
      '',
      '=cmd, NA and \u202e“x,” said مريم الخطيب.\r\n',
      `${'plank '.repeat(1700)}“It is long,” said Tove Hal.`,
    ];
    const input = texts.map((text, id) => JSON.stringify({ id: id || 'a', text })).join('\n');
    const rows = answers((await extract(input, '--turns')).out);
    expect(rows.length).toBe(texts.length);
    expect(rows.flatMap(({ quotes }) => quotes).length).toBeGreaterThan(4);
    for (const row of rows) expect([keeps(row), keeps.errors]).toEqual([true, null]);
    expect(keeps({ ...rows[0], quotes: [{ start: 1 }] })).toBe(false);
  });

  test('reads transcripts with --turns', async () => {
    const text =
      'Ann Lee: When will the ferry sail?\nRay Moor: In May, I hope.\nAnn Lee: Not before?\nRay Moor: No.';
    const { out } = await extract(JSON.stringify({ id: 't', text }), '--turns');
    expect(
      answers(out)[0]!.quotes.map(({ start, end, name }) => [name, text.slice(start, end)]),
    ).toEqual([
      ['Ann Lee', 'When will the ferry sail?'],
      ['Ray Moor', 'In May, I hope.'],
      ['Ann Lee', 'Not before?'],
      ['Ray Moor', 'No.'],
    ]);
  });

  test('works by rules alone with --no-model', async () => {
    const { out, code } = await extract(
      JSON.stringify({ id: 'r', text: '“We will pay,” said Ann Lee.' }),
      '--no-model',
    );
    expect(code).toBe(0);
    expect(answers(out)[0]!.quotes[0]).toMatchObject({ rule: 'after-quotation', name: 'Ann Lee' });
  });
});

test('told words that only the model found, and hardly ever are a claim, are left out', () => {
  const { quotes } = extractQuotes(
    'Independent analyst Jonathan McRae said the altimeter was probably at fault, based on telemetry that amateur trackers in Bochum had posted.',
  );
  expect(quotes.filter(({ wordsConfidence }) => wordsConfidence < 0.45)).toEqual([]);
});

test.each(['', ' \n ', '\0', '\ud800 “a b c d,” he said.', '“'.repeat(3000), 'a'.repeat(5000)])(
  'odd text %# is read without complaint',
  (text) => {
    for (const { start, end } of extractQuotes(text).quotes) expect(end).toBeGreaterThan(start);
  },
);

test('an interview whose lines were joined has the turns of its lines', () => {
  const lines = Array.from({ length: 12 }, (_, i) => [
    `Q: And what of the storm of that year, the ${i + 2}th of its kind?`,
    `A: We sat in the tower. The glass held, and number ${i + 2} was the worst that I have seen.`,
  ]).flat();
  const turnsOf = (separator: string) => {
    const text = ['The keeper of the lamp spoke with us.', ...lines].join(separator);
    return extractQuotes(text).quotes.map(({ type, start, end }) => [type, text.slice(start, end)]);
  };
  expect(turnsOf(' ')).toEqual(
    lines.map((line, i) => [i % 2 === 0 ? 'question' : 'answer', line.slice(3)]),
  );
  expect(turnsOf(' ')).toEqual(turnsOf('\n\n'));
});
