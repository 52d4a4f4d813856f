import { expect, test } from 'bun:test'
import { join } from 'node:path'
import { root } from '../../e2e/stack/settings/paths.ts'
import { DEFAULT_PORTS } from '../../e2e/stack/settings/ports.ts'
import { SERVICES } from '../../shared/contracts/services.ts'

/** The files outside `services/` that must name every service. */
const NAMED_IN: Record<string, (service: string) => string> = {
  'README.md': (service) => `| ${service} | ${DEFAULT_PORTS[service as 'auth']} |`,
  Dockerfile: (service) => `COPY --chown=1000:1000 services/${service}/package.json`,
  'tilt/services.tiltfile': (service) => `'${service}': ['${service}-mongo',`,
  'k8s/base/apps/kustomization.yaml': (service) => `- ${service}.yaml`,
  'k8s/base/mongo/kustomization.yaml': (service) => service,
  'k8s/base/nats/nats.conf': (service) => `user: ${service}, password:`,
  'k8s/components/network-policy/data.yaml': (service) => `name: ${service}-mongo`,
  'k8s/components/two-replicas/kustomization.yaml': (service) => `name: ${service}, count:`,
  'k8s/components/two-replicas/disruption.yaml': (service) => `name: ${service} }`,
  'k8s/components/replicated-mongo/kustomization.yaml': (service) => service,
  'k8s/components/jetstream/users.conf': (service) => `user: ${service}, password:`,
  'k8s/components/autoscaling/autoscalers.yaml': (service) => `name: ${service} }`,
  'k8s/components/gateway/shop.yaml': (service) => `name: ${service}, port:`,
  'k8s/components/backup/dump.sh': (service) => ` ${service}`,
  'k8s/overlays/dev/kustomization.yaml': (service) => `name: shop/${service},`,
  'k8s/overlays/ci/kustomization.yaml': (service) => `name: shop/${service},`,
  'k8s/overlays/prod/kustomization.yaml': (service) => `name: shop/${service},`,
}

test.each(Object.entries(NAMED_IN))('%s names every service', async (file, nameIn) => {
  const text = await Bun.file(join(root, file)).text()
  expect(SERVICES.filter((service) => !text.includes(nameIn(service)))).toEqual([])
})

test('every folder below services/ is a service or the Stripe sandbox', async () => {
  const folders = await Array.fromAsync(
    new Bun.Glob('*/package.json').scan(join(root, 'services')),
    (path) => path.split('/')[0],
  )
  expect(new Set(folders)).toEqual(new Set([...SERVICES, 'stripe-sandbox']))
})
