#!/usr/bin/env bash
# Creates a certificate for all hosts of the shop, unless one is valid for another week.
# Prints the paths of the certificate and of its key.
set -euo pipefail
cd "$(dirname "$0")/.."

folder=.data/tilt
hosts=(ecommerce.local minio.local minio-api.local localhost 127.0.0.1 ::1)
week=$((7 * 24 * 3600))

if ! command -v mkcert > /dev/null; then
  echo 'mkcert is missing: sudo apt install mkcert (or brew install mkcert), then mkcert -install' >&2
  exit 1
fi
mkdir -p "$folder"
if ! grep -qsx "${hosts[*]}" "$folder/hosts" ||
  ! openssl x509 -checkend "$week" -noout -in "$folder/shop.pem" > /dev/null 2>&1; then
  mkcert -cert-file "$folder/shop.pem" -key-file "$folder/shop-key.pem" "${hosts[@]}" >&2
  echo "${hosts[*]}" > "$folder/hosts"
fi
echo "$folder/shop.pem $folder/shop-key.pem"
