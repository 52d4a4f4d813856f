export { createObjectStore, type ObjectStore } from './object-store.ts'
