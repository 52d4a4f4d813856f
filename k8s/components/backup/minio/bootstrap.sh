#!/bin/sh
# Creates the bucket of backups and the user who puts them there; they are deleted after two weeks. Idempotent.
set -eu
mc ready shop
mc mb --ignore-existing "shop/$BUCKET"
mc admin policy create shop backup /bootstrap/put-only.json
# http://<access key>:<secret key>@…
user=${BACKUP_URL#*://}
user=${user%%@*}
access=${user%%:*}
printf '%s\n%s\n' "$access" "${user#*:}" | mc admin user add shop
case $(mc admin user info shop "$access" --json) in
  *'"backup"'*) ;;
  *) mc admin policy attach shop backup --user "$access" ;;
esac
mc ilm rule import "shop/$BUCKET" < /bootstrap/lifecycle.json
