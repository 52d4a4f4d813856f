#!/usr/bin/env bash
# Runs the shop without Kubernetes, in its own session that watches this script: Tilt kills what it
# started immediately, but the shop needs seconds to stop its servers in order.
set -uo pipefail
cd "$(dirname "$0")/.."

setsid --wait bash -c '
  npx --yes --prefer-offline bun@1.4.5 run dev &
  while kill -0 "$0" && kill -0 "$!"; do sleep 1; done 2> /dev/null
  trap "" TERM
  kill -TERM 0
  wait
' "$$"
