import { describe, expect, test } from 'bun:test'
import { toIngress } from './ingress.ts'

describe('an Ingress', () => {
  const size = { 'nginx.ingress.kubernetes.io/proxy-body-size': '6m' }
  const yaml = (annotations: Record<string, string>, pathType: string) => ({
    kind: 'Ingress',
    metadata: { name: 'shop', annotations },
    spec: {
      rules: [
        {
          host: 'ecommerce.local',
          http: {
            paths: [
              {
                path: '/',
                pathType,
                backend: { service: { name: 'storefront', port: { name: 'http' } } },
              },
            ],
          },
        },
      ],
    },
  })
  const both = { ...size, 'nginx.org/client-max-body-size': '6m' }

  test('is parsed into name, host, body size and routes', () => {
    expect(toIngress(yaml(both, 'Prefix'))).toEqual({
      name: 'shop',
      host: 'ecommerce.local',
      bodySize: '6m',
      routes: [{ path: '/', exact: false, backend: 'storefront:http' }],
    })
  })

  const limited = (limits: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(limits).map(([name, value]) => [`nginx.ingress.kubernetes.io/${name}`, value]),
    )

  test('limits what one address may do', () => {
    const limits = { 'limit-connections': '9', 'limit-rps': '4', 'limit-burst-multiplier': '3' }
    expect(toIngress(yaml({ ...both, ...limited(limits) }, 'Prefix')).limits).toEqual({
      connections: 9,
      requestsPerSecond: 4,
      burst: 12,
    })
  })

  test('must set all limits or none', () => {
    const half = { ...both, ...limited({ 'limit-rps': '4' }) }
    expect(() => toIngress(yaml(half, 'Prefix'))).toThrow('must give all of')
  })

  test('must set the body size for both controllers', () => {
    expect(() => toIngress(yaml(size, 'Prefix'))).toThrow('must give one size')
  })

  test('must have portable path types', () => {
    expect(() => toIngress(yaml(both, 'ImplementationSpecific'))).toThrow('is not portable')
  })

  test('has exactly one host', () => {
    const twice = yaml(both, 'Prefix')
    twice.spec.rules.push(...twice.spec.rules)
    expect(() => toIngress(twice)).toThrow('must have exactly one host')
  })
})
