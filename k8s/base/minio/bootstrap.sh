#!/bin/sh
# Creates the bucket with public read access, and the user of products.
# Idempotent. The image has a shell and mc, but no grep.
set -eu
mc ready shop
mc mb --ignore-existing "shop/$BUCKET"
mc anonymous set-json /bootstrap/everybody.json "shop/$BUCKET"
mc admin policy create shop products /bootstrap/products.json
printf '%s\n%s\n' "$ACCESS_KEY" "$SECRET_KEY" | mc admin user add shop
case $(mc admin user info shop "$ACCESS_KEY" --json) in
  *'"products"'*) ;;
  *) mc admin policy attach shop products --user "$ACCESS_KEY" ;;
esac
