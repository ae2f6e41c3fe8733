/**
 * How the title of a page begins that a server shows where there is no article, in languages that have no folder of
 * their own. Source: written by hand.
 */
export const FAULTS: Readonly<Record<string, RegExp>> = {
  de: /^(?:seite nicht gefunden|diese seite (?:wurde nicht gefunden|existiert nicht))/i,
  es: /^página no encontrada/i,
  fr: /^page (?:non trouvée|introuvable)/i,
  it: /^pagina non trovata/i,
  nl: /^pagina niet gevonden/i,
  pl: /^strona nie znaleziona/i,
  pt: /^página não encontrada/i,
  ru: /^страница не найдена/i,
};
