/**
 * Texts as a capture leaves them, made of words of our own: headlines, bylines, dates, quotations,
 * reported speech, interviews, and forms that are odd. Number `i` of a seed is always the same text.
 */
const FIRST = ['Mara', 'Jon', 'Tove', 'Ida', 'Noor', 'Felix', 'Élodie', 'Sa‘d', 'Oskar', 'Wren'];
const LAST = [
  'Obi',
  'Reyes',
  'Lindqvist',
  'al-Berg',
  "O'Dell",
  'May',
  'Hult-Larsen',
  'Brandt',
  'Ó Sé',
];
const BODIES = [
  'Harbour Board',
  'harbour board',
  'Town Council',
  'Ferry Workers’ Union',
  'Government',
  'government',
  'Coast Wire',
];
const ROLES = ['chair of the board', 'a teacher', 'the mayor', 'a spokeswoman', 'the engineer'];
const PEOPLE = [
  'a resident',
  'two diplomats',
  'an official who asked not to be named',
  'fishermen',
];
const OUTLETS = ['Harbour Post', 'harbour post', 'Coast Review', 'The Quay'];
const SAID = ['said', 'told reporters', 'asked', 'warned', 'added', 'denied', 'wrote'];
const CLAUSES = [
  'the night ferry will stay until the bridge is built',
  'nobody has counted the boats since March',
  'the fare rises in the spring, and nobody was asked',
  'this harbour is no place for a second quay',
  'we will keep all 12 boats, whatever it costs',
  'the letter never came',
  'write <a href="page.html">here</a> and the class is happy',
  'it is 5 < 6 && 7 > 3, as every child knows',
  'the old “night” boat leaks',
  'a fare of £2.50 (€3) is too much',
  'he had seen ]]> on the screen, and &amp; beside it',
];
const PLAIN = [
  'It rained on the square all day.',
  'The council meets again on Monday in the old hall by the river, where the windows look over the water and the clock is always late.',
  'Some 200 people stood by the quay.',
  'Nothing else happened.',
  'Read more: The harbour in ten pictures',
  'Share this article',
  '***',
  '© 2021 Harbour Post. All rights reserved.',
];
const DATES = [
  '4 May 2021',
  'May 4, 2021',
  '2021-05-04',
  'Tuesday, 4 May 2021 at 08:30',
  '04/05/21',
  '',
];

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One text of a seed. */
export function textOf(seed: number, i: number): string {
  const next = numbers(seed * 1_000_003 + i);
  const one = (list: readonly string[]): string => list[Math.floor(next() * list.length)] ?? '';
  const chance = (share: number) => next() < share;
  const person = () => `${one(FIRST)} ${one(LAST)}`;
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  const straightOrSingle = () => (chance(0.8) ? ['"', '"'] : ['‘', '’']);
  const marks = chance(0.5) ? ['“', '”'] : straightOrSingle();
  const quoted = (words: string) => `${marks[0]}${words}${marks[1]}`;
  const known = [person(), person()];
  const speaker = () => {
    if (chance(0.4)) return `${one(known)}, ${one(ROLES)}`;
    if (chance(0.4)) return one(known);
    if (chance(0.5)) return `the ${one(BODIES)}`;
    return chance(0.5) ? one(PEOPLE) : (one(known).split(' ').at(-1) ?? '');
  };
  const paragraph = () => {
    const [words, who, cue] = [one(CLAUSES), speaker(), one(SAID)];
    const forms = [
      () => `${quoted(`${capital(words)},`)} ${cue} ${who}.`,
      () => `${capital(who)} ${cue} that ${words}.`,
      () => `${quoted(`${capital(words)},`)} ${who} ${cue}, ${quoted(`and ${one(CLAUSES)}.`)}`,
      () => `According to ${who}, ${words}.`,
      () => `${capital(who)} ${cue}: ${quoted(`${capital(words)}.`)}`,
      () => `${capital(one(BODIES))}, quoting ${who}, reported that ${words}.`,
      () => `${quoted(`${capital(words)}.`)} He ${cue} nothing else.`,
      () => `${marks[0]}${capital(words)}.`, // a mark that nobody closes
      () => `${capital(who)} called it ${quoted('a night to forget')}.`,
      () => one(PLAIN),
      () => one(PLAIN),
    ];
    return (forms[Math.floor(next() * forms.length)] ?? (() => ''))();
  };
  const interview = chance(0.12);
  const body = Array.from({ length: 1 + Math.floor(next() * 14) }, (_, n) =>
    interview
      ? `${n % 2 === 0 ? 'Q' : (known[0] ?? '')}: ${capital(one(CLAUSES))}${n % 2 === 0 ? '?' : '.'}`
      : paragraph(),
  );
  const quiet = chance(0.08);
  const title = chance(0.1)
    ? `${quoted(capital(one(CLAUSES)))}: ${person()}`
    : capital(one(CLAUSES)).slice(0, 90);
  const lines = [
    ...(chance(0.3) ? [one(OUTLETS)] : []),
    `${title} ${i}`,
    ...(chance(0.7) ? [`By ${person()}`] : []),
    one(DATES),
    ...(quiet ? [one(PLAIN)] : body),
  ].filter(Boolean);
  const ends = chance(0.1) ? '\r\n' : '\n';
  return `${chance(0.05) ? '\uFEFF' : ''}${lines.join(ends + ends)}${chance(0.9) ? ends : ''}`;
}
