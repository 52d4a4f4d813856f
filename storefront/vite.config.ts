import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

export default defineConfig(({ command }) => ({
  plugins: [
    remix({
      buildDirectory: process.env.BUILD_DIR ?? 'build',
      ignoredRouteFiles: ['**/*.test.*'],
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_lazyRouteDiscovery: true,
        v3_singleFetch: true,
      },
    }),
  ],
  server: {
    // Other pages on this machine may not read what the development server sends.
    cors: false,
    // Only what pages are made of: the workspace also holds secrets, logs and databases.
    fs: {
      allow: ['app', 'node_modules', '../node_modules', '../shared'],
      deny: ['.env*', '*.env*', '*.{crt,key,log,pem}', 'secrets.*', '**/.{data,git}*/**'],
    },
  },
  // Found one by one while pages are opened, each would reload the page that is open.
  optimizeDeps: {
    include: [
      '@remix-run/react',
      '@stripe/react-stripe-js',
      '@stripe/stripe-js/pure',
      'react',
      'react-dom/client',
      'react/jsx-dev-runtime',
      'react/jsx-runtime',
      'valibot',
    ],
  },
  // Contracts do nothing when they are loaded: a page takes along only those that it uses.
  build: {
    rollupOptions: {
      treeshake: { moduleSideEffects: (id) => !id.includes('/shared/contracts/') },
    },
  },
  // The build stands alone; while developing, packages are loaded as they are.
  ...(command === 'build' && { ssr: { noExternal: true as const } }),
}))
