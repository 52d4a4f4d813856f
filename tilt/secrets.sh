#!/usr/bin/env bash
# The developer's secrets begin as a copy of the example; a key that a newer version needs is added.
set -euo pipefail
cd "$(dirname "$0")/../k8s/overlays/dev"

touch secrets.env
while IFS= read -r line; do
  name=${line%%=*}
  [[ $name =~ ^[A-Z_]+$ ]] || continue
  grep -q "^$name=" secrets.env || echo "$line" >> secrets.env
done < secrets.env.example
