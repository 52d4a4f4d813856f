#!/usr/bin/env bash
# Creates the demo catalogue through the front door; existing data is kept.
set -euo pipefail
cd "$(dirname "$0")/.."

bun e2e/tools/seed-catalogue.ts https://ecommerce.local "$(mkcert -CAROOT)/rootCA.pem"
