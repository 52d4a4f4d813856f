#!/usr/bin/env bash
# Checks Minikube's configuration and prints a fix for each problem.
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
if ! minikube status > /dev/null 2>&1; then
  fault 'Minikube does not run' \
    'minikube start --driver=docker --container-runtime=docker --kubernetes-version=v1.35.4 --cpus=4 --memory=8g'
  exit 1
fi
runtime=$(kubectl get node --output=jsonpath='{.items[0].status.nodeInfo.containerRuntimeVersion}' 2> /dev/null)
case "$runtime" in
  docker://* | '') ;;
  *) fault "the runtime is $runtime: Tilt builds into Minikube only where it is Docker" \
    'minikube delete && minikube start --driver=docker --container-runtime=docker --cpus=4 --memory=8g' ;;
esac
kubectl get ingressclass nginx > /dev/null 2>&1 ||
  fault 'no Ingress controller is there' 'minikube addons enable ingress'
# On macOS container addresses are unreachable: `sudo minikube tunnel` forwards this one.
if [ "$(uname)" = Darwin ]; then
  expected=127.0.0.1
  leads_to() { dscacheutil -q host -a name "$1" | awk '/^ip_address:/ { print $2; exit }'; }
else
  expected=$(minikube ip)
  leads_to() { getent ahostsv4 "$1" | awk '{ print $1; exit }'; }
fi
astray=()
for host in ecommerce.local minio.local minio-api.local; do
  [ "$(leads_to "$host")" = "$expected" ] || astray+=("$host")
done
[ ${#astray[@]} = 0 ] ||
  fault "${astray[*]}: not at $expected" \
    "this line in /etc/hosts, instead of any other with these hosts: $expected ${astray[*]}"
exit $((faults > 0))
