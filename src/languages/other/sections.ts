/**
 * What stands beside the title of a page and names no site but a section or a view of the page, in languages that have
 * no folder of their own. Source: written by hand.
 */
export const SECTIONS: Readonly<Record<string, string>> = {
  de: 'nachrichten|aktuelles|politik|wirtschaft|kultur|meinung|kommentar|welt|regional|lokales|startseite|druckversion|druckansicht',
  es: 'noticias|actualidad|política|economía|cultura|opinión|mundo|deportes|portada|inicio|versión para imprimir',
  fr: 'actualités?|actu|politique|économie|culture|opinion|monde|sports|accueil|version imprimable',
  it: 'notizie|attualità|politica|economia|cultura|opinioni|mondo|versione stampabile',
  nl: 'nieuws|politiek|economie|cultuur|opinie|wereld|binnenland|buitenland|startpagina',
  pl: 'wiadomości|polityka|gospodarka|kultura|opinie|świat|strona główna',
  pt: 'notícias|política|economia|cultura|opinião|mundo|esportes?|desporto|início',
  ru: 'новости|политика|экономика|культура|мнения|мир|спорт|главная',
};

/** Words that pages in many languages use for the same. */
export const EVERYWHERE = 'home|news|sport|video|live|blog|podcast|print|pdf|amp|mobile';
