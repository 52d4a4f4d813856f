#!/usr/bin/env bash
# Kills a random pod of the shop immediately.
set -euo pipefail

pod=$(kubectl -n shop get pods --field-selector=status.phase=Running --output=name | shuf -n 1)
kubectl -n shop delete "$pod" --grace-period=0 --force
