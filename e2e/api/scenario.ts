import { json, type Folder, type Request } from './requests.ts'

const NEW_EMAIL =
  "pm.collectionVariables.set('email', `${pm.variables.replaceIn('{{$guid}}')}@example.com`)"

/** What a request of the scenario expects; each line is a line of the test script. */
interface Step {
  name: string
  request: Request
  before?: string[]
  tests: string[]
}

const status = (...codes: number[]) =>
  `pm.test('returns ${codes.join(' or ')}', () => pm.expect(pm.response.code).to.be.oneOf([${codes.join(', ')}]))`

const keep = (variable: string) =>
  `pm.collectionVariables.set('${variable}', pm.response.json().id)`

const expects = (title: string, actual: string, expected: string) =>
  `pm.test('${title}', () => pm.expect(${actual}).to.eql(${expected}))`

/** Repeats a request up to 50 times, every 200 ms, until its condition holds: services learn of a payment by events. */
const eventually = (condition: string, tests: string[]) => [
  "const tries = Number(pm.variables.get('tries') ?? 0) + 1",
  'const body = pm.response.json()',
  `const isDone = ${condition}`,
  "pm.variables.set('tries', isDone ? 0 : tries)",
  'if (!isDone && tries < 50) {',
  '  pm.execution.setNextRequest(pm.info.requestName)',
  '  setTimeout(() => {}, 200)',
  '} else {',
  ...tests.map((line) => `  ${line}`),
  '}',
]

const STEPS: Step[] = [
  {
    name: '1. Sign up',
    request: json('POST', '/api/users/signup', { email: '{{email}}', password: '{{password}}' }),
    before: [NEW_EMAIL],
    tests: [status(201)],
  },
  {
    name: '2. Sign in',
    request: json('POST', '/api/users/signin', { email: '{{email}}', password: '{{password}}' }),
    tests: [
      status(200),
      expects('the user is signed in', 'pm.response.json().email', "pm.variables.get('email')"),
    ],
  },
  {
    name: '3. Create a product',
    request: json('POST', '/api/products', { title: 'Teapot', price: 24.5, quantity: 12 }),
    tests: [status(201), keep('productId')],
  },
  {
    name: '4. Add it to the cart',
    request: json('POST', '/api/cart/items', { productId: '{{productId}}', quantity: 2 }),
    tests: [status(201), expects('the cart has two of it', 'pm.response.json().total', '49')],
  },
  {
    name: '5. Place an order',
    request: json('POST', '/api/orders', {
      items: [{ productId: '{{productId}}', quantity: 2 }],
    }),
    tests: [
      status(201),
      expects('the order is open', 'pm.response.json().status', "'Created'"),
      keep('orderId'),
    ],
  },
  {
    name: '6. Pay',
    request: json('POST', '/api/payments', { token: 'tok_visa', orderId: '{{orderId}}' }),
    tests: [status(200, 201, 202)],
  },
  {
    name: '7. Verify the order',
    request: json('GET', '/api/orders/{{orderId}}'),
    tests: eventually("body.status === 'Complete'", [
      expects('the order is complete', 'body.status', "'Complete'"),
    ]),
  },
  {
    name: '7. Verify the product',
    request: json('GET', '/api/products/{{productId}}'),
    tests: eventually('body.quantity === 10', [expects('two are sold', 'body.quantity', '10')]),
  },
  {
    name: '7. Verify the cart',
    request: json('GET', '/api/cart'),
    tests: eventually('body.items.length === 0', [
      expects('the cart is empty', 'body.items', '[]'),
    ]),
  },
]

/** The seven steps from an account to a paid order, with their tests. */
export const SCENARIO: Folder = {
  name: 'End to end',
  description: 'Signs up, sells, buys and pays. Run the whole folder, in order.',
  item: STEPS.map(({ name, request, before, tests }) => ({
    name,
    event: [
      ...(before === undefined ? [] : [scriptOn('prerequest', before)]),
      scriptOn('test', tests),
    ],
    request,
    response: [],
  })),
}

function scriptOn(listen: 'prerequest' | 'test', exec: string[]) {
  return { listen, script: { type: 'text/javascript', exec } }
}
