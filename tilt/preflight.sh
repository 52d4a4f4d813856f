#!/usr/bin/env bash
# Looks whether Minikube is as the shop needs it, and prints the fix for each thing that is not.
set -uo pipefail

faults=0
fault() {
  echo "✗ $1" >&2
  echo "  $2" >&2
  faults=$((faults + 1))
}

if ! command -v minikube > /dev/null; then
  fault 'minikube is missing' 'https://minikube.sigs.k8s.io/docs/start'
  exit 1
fi
minikube status > /dev/null 2>&1 ||
  fault 'Minikube does not run' \
    'minikube start --driver=docker --container-runtime=docker --kubernetes-version=v1.35.4 --cpus=4 --memory=8g'
runtime=$(kubectl get node --output=jsonpath='{.items[0].status.nodeInfo.containerRuntimeVersion}' 2> /dev/null)
case "$runtime" in
  docker://* | '') ;;
  *) fault "the runtime is $runtime: Tilt builds into Minikube only where it is Docker" \
    'minikube delete && minikube start --driver=docker --container-runtime=docker --cpus=4 --memory=8g' ;;
esac
kubectl get ingressclass nginx > /dev/null 2>&1 ||
  fault 'no Ingress controller is there' 'minikube addons enable ingress'
address=$(minikube ip 2> /dev/null)
for host in ecommerce.local minio.local minio-api.local; do
  getent hosts "$host" > /dev/null ||
    fault "$host leads nowhere" \
      "echo '${address:-127.0.0.1} ecommerce.local minio.local minio-api.local' | sudo tee -a /etc/hosts"
done
exit $((faults > 0))
