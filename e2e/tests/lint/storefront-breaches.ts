/** A file that breaks a lint rule, and the rule that must find it. */
export type Breach = [what: string, file: string, rule: string, source: string]

/** A breach of each import rule between folders of the storefront. */
export const STOREFRONT_BREACHES: Breach[] = [
  [
    'a feature of the storefront that imports another',
    'storefront/app/cart/feature.ts',
    'no-restricted-imports',
    `import { timelineOf } from '../orders/timeline.ts'\n\ntimelineOf()\n`,
  ],
  [
    'a folder of a feature that imports another feature',
    'storefront/app/sell/pictures/feature.ts',
    'no-restricted-imports',
    `import { timelineOf } from '../../orders/timeline.ts'\n\ntimelineOf()\n`,
  ],
  [
    'a shared component that imports a feature',
    'storefront/app/ui/feature.tsx',
    'no-restricted-imports',
    `import { Line } from '../cart/line.tsx'\n\nexport const Shared = () => <Line />\n`,
  ],
  [
    'form handling that imports a component',
    'storefront/app/forms/component.ts',
    'no-restricted-imports',
    `import { Notice } from '../ui/notice.tsx'\n\nNotice()\n`,
  ],
  [
    'an API client that imports form handling',
    'storefront/app/api/forms.ts',
    'no-restricted-imports',
    `import { parseForm } from '../forms/parse-form.ts'\n\nparseForm()\n`,
  ],
  [
    'a helper that imports an API client',
    'storefront/app/lib/api.ts',
    'no-restricted-imports',
    `import { getCart } from '../api/cart.server.ts'\n\ngetCart()\n`,
  ],
  [
    'a feature that imports a route',
    'storefront/app/cart/route.ts',
    'no-restricted-imports',
    `import { loader } from '../routes/cart.tsx'\n\nloader()\n`,
  ],
  [
    'a component that imports the root route',
    'storefront/app/shell/root.ts',
    'no-restricted-imports',
    `import type { loader } from '../root.tsx'\n\nexport type Loader = typeof loader\n`,
  ],
  [
    'a route that imports another',
    'storefront/app/routes/orders.ts',
    'no-restricted-imports',
    `import { loader } from './cart.tsx'\n\nloader()\n`,
  ],
  [
    'a cycle of type imports in the storefront',
    'storefront/app/cart/chicken.ts',
    'no-cycle',
    `import type { Egg } from './egg.ts'\n\nexport type Chicken = Egg[]\n`,
  ],
  [
    'the other half of that cycle',
    'storefront/app/cart/egg.ts',
    'no-cycle',
    `import type { Chicken } from './chicken.ts'\n\nexport type Egg = Chicken | null\n`,
  ],
]
