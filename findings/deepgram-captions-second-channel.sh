#!/bin/sh
# @deepgram/captions 1.2.0: where each speaker has a channel of the recording, as in calls and interviews, and the
# result has no `utterances`, only the words of the first channel are captions; all that the other person said is lost,
# though a note at the head says that there were two channels.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @deepgram/captions@1.2.0

cat >check.mjs <<'CODE'
import { webvtt } from '@deepgram/captions';
const word = (text, start) => ({ word: text, punctuated_word: text, start, end: start + 0.5, confidence: 0.9 });
const channel = (...words) => ({ alternatives: [{ transcript: words.map((one) => one.word).join(' '), confidence: 0.9, words }] });
const channels = [channel(word('Who', 1), word('paid?', 1.5)), channel(word('Nobody', 3), word('paid.', 3.5))];
console.log(webvtt({ metadata: { channels: 2 }, results: { channels } }).trim());
CODE

cat >expected.txt <<'SEEN'
WEBVTT

NOTE
Transcription provided by Deepgram
Channels: 2

00:00:01.000 --> 00:00:02.000
Who paid?
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
