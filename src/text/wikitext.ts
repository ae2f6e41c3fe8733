/** What would end a parameter, a template or a link of Wikipedia's is written so that it does not. */
export const inTemplate = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/&/g, '&amp;')
    .replace(/[|{}[\]<>=~']/g, (sign) => `&#${sign.codePointAt(0)};`);
