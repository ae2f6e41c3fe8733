/**
 * Offices and ranks: which word may stand for which.
 * Source: written by hand.
 */
import { set } from './set.ts';

/**
 * Which words of a role a word of a description may stand for beside itself: a diplomat may be the ambassador,
 * but an officer who is called a general is no lieutenant.
 */
export const STANDS_FOR: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  (
    [
      ['diplomat', 'ambassador envoy charge chargé consul attache attaché representative'],
      ['envoy', 'ambassador representative'],
      ['ambassador', 'envoy'],
      ['minister', 'secretary'],
      ['secretary', 'minister'],
      ['representative', 'rep'],
      ['congressman', 'rep representative'],
      ['congresswoman', 'rep representative'],
      ['senator', 'sen'],
      ['lawmaker', 'senator sen rep representative congressman congresswoman mp legislator'],
      ['legislator', 'senator sen rep representative congressman congresswoman mp lawmaker'],
      [
        'politician',
        'senator sen rep representative congressman congresswoman mp minister mayor governor gov',
      ],
      ['leader', 'president'],
      ['governor', 'gov'],
      ['spokesman', 'spokesperson'],
      ['spokeswoman', 'spokesperson'],
      ['spokesperson', 'spokesman spokeswoman'],
      ['general', 'gen'],
      ['colonel', 'col'],
      ['captain', 'capt skipper'],
      ['lieutenant', 'lt'],
      ['sergeant', 'sgt'],
      ['major', 'maj'],
      ['admiral', 'adm'],
      ['commander', 'cmdr general gen colonel col'],
      [
        'officer',
        'general gen colonel col major maj captain capt lieutenant lt sergeant sgt commander constable detective inspector',
      ],
      ['professor', 'prof'],
      ['scholar', 'professor prof historian academic researcher'],
      ['academic', 'professor prof historian scholar researcher'],
      ['researcher', 'professor prof scholar academic scientist'],
      ['scientist', 'researcher'],
      ['judge', 'justice'],
      ['magistrate', 'judge'],
      ['chief', 'head director chairman chairwoman chair executive ceo boss'],
      ['head', 'chief director chairman chairwoman chair'],
      ['boss', 'chief head director chairman chairwoman chair ceo executive founder manager coach'],
      ['manager', 'boss'],
      ['coach', 'boss'],
      ['skipper', 'captain'],
      ['executive', 'ceo'],
      ['ceo', 'executive'],
      ['chairman', 'chair'],
      ['chairwoman', 'chair'],
      ['chair', 'chairman chairwoman'],
      ['founder', 'cofounder'],
      ['analyst', 'expert economist strategist'],
      ['expert', 'analyst economist strategist professor prof researcher'],
      ['strategist', 'analyst'],
      ['doctor', 'dr physician surgeon'],
      ['physician', 'dr doctor surgeon'],
      ['surgeon', 'dr'],
      ['author', 'writer novelist'],
      ['writer', 'author novelist columnist journalist'],
      ['novelist', 'author writer'],
      ['journalist', 'reporter columnist correspondent'],
      ['reporter', 'journalist correspondent'],
      ['candidate', 'nominee contender hopeful'],
      ['contender', 'candidate nominee hopeful'],
      ['hopeful', 'candidate contender'],
      ['actor', 'actress'],
      ['star', 'actor actress singer'],
      ['singer', 'musician'],
      ['musician', 'singer rapper'],
      ['lawyer', 'attorney advocate barrister solicitor'],
      ['reverend', 'rev'],
      ['priest', 'fr father'],
      ['councillor', 'cllr'],
      ['attorney', 'lawyer'],
    ] as const
  ).map(([word, others]) => [word, set(others)]),
);
/** Offices in letters, as they are written out. */
export const LETTERS: ReadonlyMap<string, string> = new Map([
  ['AG', 'attorney general'],
  ['CEO', 'chief executive'],
  ['CFO', 'chief financial officer'],
  ['CJ', 'chief justice'],
  ['CM', 'chief minister'],
  ['COO', 'chief operating officer'],
  ['CP', 'commissioner of police'],
  ['CTO', 'chief technology officer'],
  ['DA', 'district attorney'],
  ['DC', 'deputy commissioner'],
  ['DGP', 'director general of police'],
  ['DM', 'district magistrate'],
  ['GM', 'general manager'],
  ['IG', 'inspector general'],
  ['IGP', 'inspector general of police'],
  ['MD', 'managing director'],
  ['MP', 'member of parliament'],
  ['PM', 'prime minister'],
  ['SP', 'superintendent of police'],
  ['VP', 'vice president'],
]);
/** Words that may describe somebody by any word of the role: "Republican Senator Ann Lee" is the Republican. */
export const ANYWHERE: ReadonlyMap<string, string> = new Map([
  ['republican', 'republican'],
  ['democrat', 'democratic'],
  ['diplomat', 'embassy'],
]);
/** Words that make another office of one: description and role agree on each of them. */
export const LEVELS = set(
  'deputy vice assistant associate acting interim former ex late then under shadow elect designate prime press private permanent lieutenant attorney inspector surgeon solicitor consul auditor advocate postmaster comptroller co',
);
/** Words that tell offices of one name apart: a description that has one fits no role without it. */
export const FIELDS = set(
  'foreign defence finance treasury interior home health justice education culture trade transport transportation energy agriculture labour housing environment sports industry commerce immigration police fire state district chief executive managing ' +
    'majority minority opposition union campaign security intelligence supreme first second senior regional national general',
);
/** Ranks that are called by their last word alone: "the general" for a major general. */
export const SHORTENED: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['general', set('lieutenant lt major maj brigadier')],
  ['gen', set('lieutenant lt major maj brigadier')],
  ['colonel', set('lieutenant lt')],
  ['col', set('lieutenant lt')],
  ['admiral', set('vice rear')],
]);
export const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['defense', 'defence'],
  ['labor', 'labour'],
  ['lt', 'lieutenant'],
  ['sport', 'sports'],
  ['cofounder', 'founder'],
]);
