export { openApiDocument } from './document.ts'
export { exampleIdOf } from './requests.ts'
