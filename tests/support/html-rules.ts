/** What html-validate holds every page to. */
import type { ConfigData } from 'html-validate';

export const HTML_RULES: ConfigData = {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // A claim's id may begin with a digit, which HTML allows.
    'valid-id': ['error', { relaxed: true }],
    // Files of the site itself change together with its pages.
    'require-sri': ['error', { target: 'crossorigin' }],
    // Astro writes void elements as HTML has them, and attributes in the order of the templates.
    'void-style': 'off',
    'doctype-style': 'off',
    // Space at the end of a line comes from the templates and is no error of HTML.
    'no-trailing-whitespace': 'off',
    // Texts of an archive may be long, and so may a title made from one.
    'long-title': 'off',
  },
};
