/** Pages of an archive's own: safe, under the page's title, with links that hold wherever the site is served. */
import { expect, test } from 'vitest';
import { lineHtml, pageHtml } from '../../src/site/reading/notes.ts';

const html = (markdown: string) => pageHtml(markdown, (path) => `/base/${path}`);

test('headings begin below the title of the page', () => {
  expect(html('# One\n\n## Two\n\n#### Three')).toBe('<h2>One</h2>\n<h3>Two</h3>\n<h4>Three</h4>');
  expect(html('### One\n\n#### Two')).toBe('<h2>One</h2>\n<h3>Two</h3>');
});

test('an address within the archive is written as the site is served; others stay what they are', () =>
  expect(html('[a](/about/) [b](https://example.org/) [c](//example.org/) [d](#e)')).toBe(
    '<p><a href="/base/about/">a</a> <a href="https://example.org/">b</a> <a href="//example.org/">c</a> <a href="#e">d</a></p>',
  ));

test('nothing that runs, loads or styles is let through', () => {
  const out = html(
    '<script>alert(1)</script>\n\n<p onclick="a()">x</p>\n\n![p](https://example.org/a.png) [j](javascript:a)',
  );
  expect(out).not.toMatch(/<script|onclick|<img|javascript:/);
});

test('a line has no paragraph of its own', () => {
  expect(lineHtml('Kept by *us*.\n')).toBe('Kept by <em>us</em>.');
  expect(lineHtml('a\n\nb')).toBe('a b');
});
