#!/usr/bin/env bash
# Deletes all data of the shop on the cluster: databases, broker, pictures, the sandbox's ledger.
set -euo pipefail

kubectl -n shop scale statefulset --all --replicas=0
kubectl -n shop wait pod --selector="app.kubernetes.io/component in (database, bus, storage)" --for=delete --timeout=120s
kubectl -n shop delete pvc --all
kubectl -n shop delete job minio-bootstrap --ignore-not-found
kubectl -n shop scale statefulset --all --replicas=1
kubectl -n shop delete pod --all --wait=false
echo 'Empty. Trigger minio-bootstrap again, then seed.'
