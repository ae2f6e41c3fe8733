/**
 * What would end a parameter, a template or a link of Wikipedia's is written so that it does not. An apostrophe is one,
 * unless it stands beside another, where two of them are a mark of emphasis.
 */
export const inTemplate = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/&/g, '&amp;')
    .replace(/(?<=')'|'(?=')|[|{}[\]<>=~]/g, (sign) => `&#${sign.codePointAt(0)};`);
