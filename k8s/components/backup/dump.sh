#!/bin/bash
# Each set at one moment of its own: `--oplog` adds what was written during the dump.
set -eu
for service in auth products cart orders payments notifications; do
  set=$service-mongo
  hosts=$set-0.$set-members,$set-1.$set-members,$set-2.$set-members
  mongodump --uri="mongodb://admin:$ADMIN_PASSWORD@$hosts/?replicaSet=shop&authSource=admin" \
    --oplog --gzip --archive="/dumps/$service.archive.gz"
done
