import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Shop API</title>
    <link rel="icon" href="/favicon.svg">
    <link rel="stylesheet" href="/api/docs/swagger-ui.css">
    <link rel="stylesheet" href="/api/docs/page.css">
  </head>
  <body>
    <main id="docs"></main>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`

const START = `SwaggerUIBundle({
  url: '/api/openapi.json',
  domNode: document.getElementById('docs'),
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  tryItOutEnabled: true,
})
`

// The browser sends its own session, the only server is this one, and no response has links.
const STYLE = `.scheme-container, .authorization__btn, .response-col_links { display: none }
`

/** The page that shows the OpenAPI document, and its assets; for development only. */
export const apiDocs = new Hono()
  .get('/api/docs', (c) => c.html(PAGE))
  .get('/api/docs/page.css', (c) => c.body(STYLE, 200, { 'content-type': 'text/css' }))
  .get('/api/docs/start.js', (c) => c.body(START, 200, { 'content-type': 'text/javascript' }))
  .get('/api/docs/:file{swagger-ui(-bundle\\.js|\\.css)}', async (c) => {
    const { file } = c.req.param()
    const path = fileURLToPath(import.meta.resolve(`swagger-ui-dist/${file}`))
    const type = file.endsWith('.css') ? 'text/css' : 'text/javascript'
    return c.body(await Bun.file(path).text(), 200, { 'content-type': type })
  })
