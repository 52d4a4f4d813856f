import type { Tool } from './tool.ts'

const METHODS = [{ kind: 'apt', packages: ['prometheus'] }] as const
const ADVICE = 'Install Prometheus: sudo apt-get install --no-install-recommends prometheus'

/** Prometheus and the tool that tests its rules: one package of Debian. */
export const monitoring = {
  prometheus: {
    probe: { args: ['--version'], pattern: /prometheus, version (\d+\.\d+\.\d+)/ },
    minimum: '2.42.0',
    file: 'prometheus',
    methods: METHODS,
    advice: ADVICE,
  },
  promtool: {
    probe: { args: ['--version'], pattern: /promtool, version (\d+\.\d+\.\d+)/ },
    minimum: '2.42.0',
    file: 'promtool',
    methods: METHODS,
    advice: ADVICE,
  },
} as const satisfies Record<string, Tool>
