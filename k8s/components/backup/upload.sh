#!/bin/sh
# Each night has a folder of its own: a key that can only put could still replace what has the same name.
set -eu
folder=$(date -u +%Y-%m-%dT%H-%M-%SZ)
for file in /dumps/*.archive.gz; do
  mc cp --quiet "$file" "s3/$BUCKET/$folder/${file##*/}"
done
