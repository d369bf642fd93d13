export { readApart } from './reading/read-apart.ts'
export { type Result, resultOf } from './reading/result.ts'
export type { Kind, Reading, Refused } from './reading/types.ts'
