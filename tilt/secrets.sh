#!/usr/bin/env bash
# Creates secrets.env from the example and adds keys that newer versions need.
set -euo pipefail
cd "$(dirname "$0")/../k8s/overlays/dev"

touch secrets.env
while IFS= read -r line; do
  name=${line%%=*}
  [[ $name =~ ^[A-Z_]+$ ]] || continue
  grep -q "^$name=" secrets.env || echo "$line" >> secrets.env
done < secrets.env.example
