#!/usr/bin/env bash
# Deletes all data of the shop on the cluster: databases, broker, pictures, the sandbox's ledger.
# Exits when the empty shop is ready.
set -euo pipefail
cd "$(dirname "$0")/.."

kubectl -n shop scale statefulset --all --replicas=0
kubectl -n shop wait pod --selector='app.kubernetes.io/component in (database, bus, storage)' --for=delete --timeout=120s
kubectl -n shop delete pvc --all
kubectl -n shop delete job minio-bootstrap --ignore-not-found
kubectl -n shop scale statefulset --all --replicas=1
kubectl apply -k k8s/overlays/dev --selector=app.kubernetes.io/name=minio-bootstrap
kubectl -n shop wait job minio-bootstrap --for=condition=Complete --timeout=120s
kubectl -n shop rollout restart deployment
kubectl -n shop wait deployment --all --for=condition=Available --timeout=120s
echo 'The shop is empty and ready.'
