/** `npm run records`: only the records, with every message. */
import { countsOf, speakersInWords } from '../../model/counts.ts';
import { count } from '../../model/wording.ts';
import { readContent, recordsFolder, root } from '../archive-files/content.ts';
import { draftsFolder } from '../archive-files/drafts.ts';
import { holdsRecords, runOnThreads, writeRecords } from '../archive-files/records.ts';
import { settle } from '../putting-in-place/put-in-place.ts';
import { archiveSettings, refuseFurther } from '../settings.ts';
import { describe, explained } from '../terminal/errors.ts';

/** Makes the records and writes them; says what is wrong and sets the exit code. */
export async function makeRecords(args: readonly string[] = []): Promise<void> {
  try {
    archiveSettings();
    refuseFurther(args, 'Usage: npm run records -- [--archive <folder>]');
    settle(root);
    const result = await runOnThreads(readContent(), { folder: draftsFolder(root) });
    const { archive, errors, warnings, report } = result;
    if (report) console.error(report);
    if (errors > 0) {
      const kept = holdsRecords(recordsFolder) ? '; those from before are untouched' : '';
      console.error(`\n${count(errors, 'error')}: no records were written${kept}.`);
      process.exitCode = 1;
      return;
    }
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
  } catch (error) {
    console.error(describe(explained(error, root)));
    process.exitCode = 1;
  }
}
