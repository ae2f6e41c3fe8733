/**
 * What stands before the names of those who wrote an article, in languages that have no folder of their own: the
 * prepositions and labels, and the words between two names. Source: written by hand.
 */
export interface Signature {
  /** Before the names, in small letters. */
  before: string;
  and: string;
  /** Before those who only helped. */
  with?: string;
  /** What stands behind a name and says what its bearer is. */
  after?: string;
  /** Between the two of a conversation: `Ann Lee im Gespräch mit Bo Berg`. */
  talks?: string;
  /** What stands before a name or behind it and says what its bearer is. */
  calling?: string;
}

export const SIGNATURES: Readonly<Record<string, Signature>> = {
  ar: { before: 'بقلم|كتب|كتبت|تقرير|حوار|الكاتب|الكاتبة', and: '&' },
  ca: { before: 'per|de|text', and: 'i', with: 'amb' },
  cs: { before: 'autor|autorka|autoři|napsal|napsala', and: 'a' },
  da: { before: 'af|skrevet af|tekst', and: 'og', with: 'med' },
  de: {
    before:
      'von|(?:veröffentlicht|geschrieben|erstellt|gespeichert|eingestellt|eingetragen|verfasst|gepostet) von|text|autor|autorin|autoren|autorin\\/autor|redaktion(?=:)|(?:eine? )?(?:(?:blog|gast)[ -]?)?(?:beitrag|artikel|bericht|kommentar|interview|reportage|rezept) von|interview',
    and: 'und',
    with: 'mit',
    talks: 'im gespräch mit|im interview mit',
    calling:
      '(?:(?:chef|politik|kultur|sport|lokal|gast)?(?:redakteur|autor|reporter)|(?:auslands|\\p{Lu}\\p{Ll}+-)?korrespondent|volontär|journalist)(?:in)?|rechtsanw(?:alt|ältin)|redaktionsleit(?:er|erin|ung)|\\S+-(?:experte|expertin|redakteurin|redakteur|reporterin|reporter)',
  },
  el: {
    before:
      '(?:γράφει|γράφουν|κείμενο|συντάκτης|συντάκτρια|επιμέλεια|ρεπορτάζ)(?:,? (?:ο|η|οι|του|της|των))?|του|της|των|από τον|από την|από',
    and: 'και του|και της|και',
  },
  es: {
    before: 'por|texto|autor|autora|escrito por|entrevista de',
    and: 'y|e',
    with: 'con',
    talks: 'en conversación con',
    calling: 'redactora?|periodista|corresponsal|enviad[oa] especial|editora?',
  },
  fa: { before: 'به قلم|نوشته|نویسنده|گزارش', and: 'و' },
  fi: { before: 'teksti|kirjoittaja|toimittaja', and: 'ja' },
  fr: {
    before: 'par|texte|auteur|autrice|propos recueillis par|écrit par|publié par',
    and: 'et',
    with: 'avec',
    talks: 'en conversation avec|s’entretient avec',
    calling: 'journaliste|rédacteur|rédactrice|correspondante?|envoyée? spéciale?|reporter',
  },
  he: { before: 'מאת|כתב|כתבה|כותב|כותבת', and: 'ו' },
  it: {
    before: 'di|a cura di|testo|autore|autrice|scritto da',
    and: 'e',
    with: 'con',
    talks: 'in conversazione con|a colloquio con',
    calling: 'giornalista|redattore|redattrice|inviat[oa]|corrispondente|caporedattore',
  },
  ko: { before: '글', and: '·', after: '기자|선임기자|특파원|논설위원|인턴기자' },
  nb: { before: 'av|tekst|skrevet av', and: 'og', with: 'med' },
  nl: {
    before: 'door|tekst|auteur|geschreven door',
    and: 'en',
    with: 'met',
    talks: 'in gesprek met',
    calling: '(?:hoofd)?redacteur|verslaggever|verslaggeefster|correspondent|journaliste?',
  },
  no: { before: 'av|tekst|skrevet av', and: 'og', with: 'med' },
  pl: { before: 'autor|autorka|autorzy|tekst|napisał|napisała', and: 'i|oraz' },
  pt: {
    before: 'por|texto|autor|autora|escrito por|da redação',
    and: 'e',
    with: 'com',
    talks: 'em conversa com',
    calling: 'jornalista|repórter|redatora?|correspondente|editora?',
  },
  ro: { before: 'de|autor|scris de', and: 'și' },
  ru: { before: 'автор|авторы|текст', and: 'и' },
  sv: {
    before: 'av|text|skriven av',
    and: 'och',
    with: 'med',
    talks: 'i samtal med',
    calling: 'journalist|reporter|redaktör|korrespondent',
  },
  tr: { before: 'yazan|haber', and: 've' },
  uk: { before: 'автор|автори|текст', and: 'і|та|й' },
};

/** What the people who make a paper are called together, in whichever language. */
export const DESKS =
  /(?:^|[\s-])(?:redaktion(?:en)?|redaksjonen|redactie|redacci[oó]n|redac[çc][aã]o|redazione|r[eé]daction|redakcja|redakce|toimitus|редакция|редакція|pressestelle|agenturen|agences|agencias|agências|agenzie)(?:\s|$)/iu;

/** Kinds of bodies and papers that stand in their names, alone or at the end of a word, in whichever language. */
export const ORGANISATIONS =
  /(?:^|[\s-])(?:\p{L}*(?:ministerium|verband|verein|stiftung|partei|gesellschaft|universität|hochschule|institut|behörde|bundesamt|gewerkschaft|zeitung|nachrichten|magazin|verlag|zentrale|agentur|ministerie|stichting|vereniging|krant|förbund|förening|forbund|forening|avisen?|tidningen|stiftelsen)|sekretariat|ministère|ministerio|ministero|ministério|fondation|fundación|fondazione|fundação|association|asociación|associazione|associação|syndicat|sindicato|sindacato|université|universidad|università|universidade|diario|giornale|jornal|journal|agence|agencia|agenzia|agência|media|medien|press|online)(?:s|es|en)?(?:$|\s)/iu;
