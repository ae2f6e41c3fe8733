#!/bin/sh
# aws-transcription-to-vtt 2.0.0 and aws-transcription-to-srt 1.0.6: Amazon's transcripts say of each word who spoke it
# (`speaker_label`), and neither reads that. In WebVTT, which has <v> for just that, a question and the answer to it are one caption;
# whoever quotes the caption has one person ask and deny. SubRip has a caption for each sentence, with no speaker, and its times
# have a point for the comma, which SubRip has, so that a strict reader (srt 0.0.3) has no times at all. The documentation speaks
# of captions only. Cut the transcript where the speaker changes before it is handed over.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact aws-transcription-to-vtt@2.0.0 aws-transcription-to-srt@1.0.6 srt@0.0.3

cat >check.mjs <<'CODE'
import toSrt from 'aws-transcription-to-srt';
import toVtt from 'aws-transcription-to-vtt';
import srt from 'srt';
const said = (content, who) => ({ speaker_label: `spk_${who}`, alternatives: [{ confidence: '0.9', content }] });
const word = (content, who, second) => ({ type: 'pronunciation', start_time: `${second}.0`, end_time: `${second}.9`, ...said(content, who) });
const sign = (content, who) => ({ type: 'punctuation', ...said(content, who) });
const items = [word('Will', 0, 1), word('you', 0, 2), word('stay', 0, 3), sign('?', 0), word('Never', 1, 4), sign('.', 1)];
const transcript = { results: { transcripts: [{ transcript: 'Will you stay? Never.' }], items } };
const shown = (file) => file.trim().replaceAll('\n', ' | ');
console.log(shown(toVtt(transcript)));
console.log(shown(toSrt(transcript)));
console.log(JSON.stringify(srt.fromString(toSrt(transcript))));
CODE

cat >expected.txt <<'SEEN'
WEBVTT |  | 1 | 00:00:01.000 --> 00:00:04.900 | Will you stay? Never.
1 | 00:00:01.000 --> 00:00:03.900 | Will you stay? |  | 2 | 00:00:04.000 --> 00:00:04.900 | Never.
{"1":{"number":1,"startTime":null,"endTime":null,"text":"Will you stay?"},"2":{"number":2,"startTime":null,"endTime":null,"text":"Never."}}
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
