export { fillSample } from './fill.ts'
