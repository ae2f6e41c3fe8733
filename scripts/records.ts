/** `npm run records`: only the records, with every message. */
import { countsOf, speakersInWords } from '../src/model/counts.ts';
import { count } from '../src/model/wording.ts';
import { readContent, recordsFolder, root } from '../src/build/archive-files/content.ts';
import { describe, explained } from '../src/build/terminal/errors.ts';
import { settle } from '../src/build/putting-in-place/put-in-place.ts';
import { runPipeline, writeRecords } from '../src/build/archive-files/records.ts';
import { archiveSettings } from '../src/build/settings.ts';
import { guardTerminal } from '../src/build/terminal/terminal.ts';

guardTerminal();

try {
  archiveSettings();
  settle(root);
  const result = runPipeline(readContent());
  const { archive, errors, warnings, report } = result;
  if (report) console.error(report);
  if (errors > 0) {
    console.error(
      `\n${count(errors, 'error')}: no records were written; those from before are untouched.`,
    );
    process.exitCode = 1;
  } else {
    writeRecords(result, recordsFolder);
    const counts = countsOf(archive);
    console.log(
      [
        count(counts.articles, 'article'),
        count(counts.claims, 'claim'),
        speakersInWords(counts),
        count(warnings, 'warning'),
      ].join(', '),
    );
  }
} catch (error) {
  console.error(describe(explained(error, root)));
  process.exitCode = 1;
}
