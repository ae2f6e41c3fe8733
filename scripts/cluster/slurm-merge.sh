#!/bin/sh
# Joins the shares that slurm-array.sh made; see there.
#SBATCH --job-name=verbatim
#SBATCH --cpus-per-task=2
#SBATCH --mem=4G
set -eu
: "${ARCHIVE:?names the folder of the archive}"
npm run merge -- --archive "$ARCHIVE" "$ARCHIVE"/.verbatim/shards/*
