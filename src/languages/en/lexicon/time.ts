/**
 * Names of days, months and holidays, and other words that say when.
 * Source: written by hand. The lists differ on purpose: `TIME` holds the days, months and adverbs beside which a
 * noun phrase ends; `MONTHS` and `DAYS` only those spelt like a name or another word.
 */
import { set } from './set.ts';

export const TIME = set(
  'monday tuesday wednesday thursday friday saturday sunday mondays sundays yesterday today tonight tomorrow earlier later recently again afterward afterwards previously once then last this next morning afternoon evening night week weekend month year day days weeks months years ago january february march april may june july august september october november december mon tue tues wed thu thurs fri sat sun jan feb mar apr jun jul aug sept oct nov dec',
);
/** What may stand with a time between an auxiliary and its verb: "had |only two days before| said". */
export const BESIDE_TIME = set(
  'only just as on in at the this last late early of past recent few couple two three four five six several a an hours hour minutes minute moments moment weeks decades before ago',
);
/** Seasons, and feasts and parts of a year beside which nobody is named. */
export const SEASONS = set(
  'spring summer autumn fall winter christmas easter thanksgiving hanukkah ramadan eid diwali passover lent advent pentecost midsummer halloween',
);
export const MONTHS = set('march april may june july august january mar jan jun dec');
export const DAYS = set('monday friday saturday sunday sun sat day week weeks');
export const ALL_MONTHS = set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec',
);
/** What stands before the name of a month or a day, and before no person's. */
export const BEFORE_TIME = set(
  'in of on by since until till from during before after through throughout last next this late early mid mid- every each between for around about over a the that and to through one past is was monday tuesday wednesday thursday friday saturday sunday later earlier',
);
export const HOLIDAY =
  /^(?:independence|labor|labour|memorial|christmas|new|year's|boxing|mothers?'?s?|fathers?'?s?|veterans?'?|election|inauguration|opening|earth|patrick's|valentine's|thanksgiving|victory|remembrance|martin|luther|king|king's|presidents?'?|columbus|flag|groundhog|super|match|good|easter|black|ash|palm|bloody|cyber|giving|anzac|bastille|canada|australia|republic|national|international|world|green|modern|every|game|signing|judgment|present)$/;
export const WHEN =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/;
/** The days of the week. */
export const WEEKDAY_NAME = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;
/** Adverbs that say when, and name nobody before a name: "Yesterday Ann Lee said". */
export const WHEN_ADVERB = set(
  'yesterday today tonight tomorrow earlier later recently again afterward afterwards previously once then now ago',
);
export const MONTH =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b/i;
export const WEEKDAY = /\b(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\b/i;
