/** The site card of a new archive: each key with what it does, those that need not be there commented. */
import { stringify } from 'yaml';
import { MENU } from '../../intake/cards/schema.ts';
import type { Beginning } from './options.ts';

/** A value as YAML writes it on one line. */
const value = (words: string): string => stringify(words, { lineWidth: 0 }).trimEnd();

/** The text of `content/site.md`. */
export function siteCard({ name, curator, address }: Beginning): string {
  return `---
# The card of the archive. A line that begins with # is a remark; take the # away to use it.
# After any change: npm run records -- --archive <this archive> says whether it is in order.

# What readers see as the archive's name, at the head of every page.
name: ${value(name)}

# Where it is published. Links in citations and feeds begin with it, so set it before the first
# publication. For a sub-path write it whole: https://example.org/archive/
address: ${address ?? 'http://localhost:4321/'}

# Who answers for it: a person, a group, an institution.
curator: ${value(curator ?? 'not named')}

# What the archive is, in a sentence or two: the first words of the first page.
# description: What was said about the night ferry of the harbour town, 2019 to 2024.

# Where readers suggest corrections: the address for new issues, or mailto: and a mailbox.
# report: https://example.org/issues/new

# Licence of what you add (claims, annotations, notes): CC0-1.0, CC-BY-4.0, CC-BY-SA-4.0,
# CC-BY-NC-4.0, or {name: …, url: …}. The texts keep their own rights.
# licence: CC-BY-4.0

# Colour of links and claims. One colour is made lighter for dark pages; {light: …, dark: …} sets
# both. What cannot be read on the page is refused, with its contrast.
# accent: "#7a1f3d"

# A picture at the head of every page: SVG, PNG, WebP or JPEG, in this folder.
# logo: logo.svg

# A line in the foot of every page, in Markdown.
# footer: Kept by the [harbour library](https://example.org/).

# What the menu shows, in this order: ${MENU.join(', ')},
# and pages of your own by their file names. What has nothing in it yet is left out.
# menu: [articles, claims, speakers, topics, about]

# The language of texts that are too short to tell it (of others it is detected).
# language: en

# The largest file that is read.
# largestFile: 5 MB

# The largest capture (a PDF, a mail, a web archive) that is kept beside the text taken from it;
# 0 kB keeps none.
# keepCaptures: 20 MB

# Whether each claim has files of its own beside its page (each), or only its article has (none).
# claimFiles: none

# Which claims have a picture for sharing: all, chosen (those that a person has worked on) or none.
# pictures: chosen

# Releases that you declare, so that others can say which state of the archive they used: the version, its day and what
# it brought. The page of the data files lists them.
# releases: [{version: "1.0", date: 2024-05-12, changes: The first forty articles.}]

# Kinds of files that are not made: tables for data tools (parquet), one database of everything (sqlite), feeds as JSON
# beside those as XML (json-feed), how pages are shown within others (oembed),
# what the data files are for machine learning (croissant) and for research repositories (ro-crate).
# What was published stays: choose before the first time.
# leaveOut: [parquet, sqlite]
---
`;
}
