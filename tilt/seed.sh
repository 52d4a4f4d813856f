#!/usr/bin/env bash
# Puts up the demo catalogue through the front door; what is there already stays.
set -euo pipefail
cd "$(dirname "$0")/.."

bun e2e/tools/seed-catalogue.ts https://ecommerce.local "$(mkcert -CAROOT)/rootCA.pem"
