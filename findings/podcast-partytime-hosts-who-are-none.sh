#!/bin/sh
# podcast-partytime 5.0.0: a person whose role is not in the list that the library has is the host. Podcasts of debates name
# panelists, moderators and interviewers; the namespace (podcast:person) has a list of roles that "should" be taken, and "host"
# for one who has no role at all. So the guest of a debate, named with role and all, stands beside its host as another host, and
# what was written in the feed is gone. One would expect the role as it stands, or none.  Take the roles from the feed.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact podcast-partytime@5.0.0

cat >check.mjs <<'CODE'
process.env.PARTYTIME_LOG = 'silent';
const { parseFeed } = await import('podcast-partytime');
const media = '<guid>1</guid><enclosure url="https://example.org/1.mp3" length="5" type="audio/mpeg"/>';
const channel = '<title>Harbour talk</title><link>https://example.org/</link><description>d</description><language>en</language>';
const people = ['guest', 'panelist', 'moderator', 'interviewer'].map((role) => `<podcast:person role="${role}">The ${role}</podcast:person>`);
const item = `<item><title>The ferry</title>${media}${people.join('')}</item>`;
const rss = `<rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel>${channel}${item}</channel></rss>`;
for (const { name, role } of parseFeed(rss).items[0].podcastPeople) console.log(name, '|', role);
CODE

cat >expected.txt <<'SEEN'
The guest | Guest
The panelist | Host
The moderator | Host
The interviewer | Host
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
