/** Made-up data to look around in. Nothing of it leaves the machine, and it ends with its database. */
export { fillSample } from './fill.ts'
export { nowhere } from './nowhere.ts'
export { sampleIsOver, sampleRoom } from './room.tsx'
