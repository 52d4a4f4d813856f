export { eventually } from './eventually.ts'
export { newId, newUser } from './people.ts'
export { StackFile, readStack } from './stack-file.ts'
export { startTestService, type Answer, type TestService } from './test-service.ts'
