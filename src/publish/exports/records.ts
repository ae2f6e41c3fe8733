/**
 * `data/records.jsonl`: all that the pages are made of, in the program's own form. `npm run verify`
 * makes every page and file again from it and from the sources, and compares. Its shape is not
 * promised: offsets count UTF-16 code units, and fields come and go with the software.
 */
import { dataPath } from '../../model/urls.ts';
import type { Exporter } from './exporter.ts';

export { PAGE_RECORDS, RECORD_LISTS, type PageRecord, type PageRecordJson } from './page-record.ts';

export const RECORDS_FILE = dataPath('records.jsonl');

export const records: Exporter = {
  name: 'records',
  begin: ({ records: lines }, files) => ({
    end() {
      for (const record of lines ?? [])
        files.grow(`${record.kind}/${record.of?.name ?? ''}`, record.of?.digest ?? null, () =>
          files.append(RECORDS_FILE, `{"kind":"${record.kind}","record":${record.json}}\n`),
        );
    },
  }),
};
