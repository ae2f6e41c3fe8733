/** The event by which the live site tells its pages the names of records that were written, or removed. */
export const RECORDS_WRITTEN = 'verbatim:records-written';
