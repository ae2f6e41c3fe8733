#!/bin/sh
# Reads an archive in shares on a Slurm cluster; the site is made when all are there. From the software's folder:
#   ARCHIVE=/data/my-archive sbatch --array=1-16 --chdir="$PWD" scripts/cluster/slurm-array.sh
#   ARCHIVE=/data/my-archive sbatch --dependency=singleton --job-name=verbatim --chdir="$PWD" scripts/cluster/slurm-merge.sh
# The archive's folder is one that all nodes see. A share that fails is run again: sbatch --array=3 …
#SBATCH --job-name=verbatim
#SBATCH --cpus-per-task=2
#SBATCH --mem=3G
set -eu
: "${ARCHIVE:?names the folder of the archive}"
# Tells a single share that is run again how many there are: SHARES=16.
of=${SHARES:-$SLURM_ARRAY_TASK_MAX}
npm run build -- --archive "$ARCHIVE" --shard "$SLURM_ARRAY_TASK_ID/$of"
