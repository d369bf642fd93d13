// The recogniser as the browser gets it, in a file of its own that is fetched when somebody begins to type.
// What it uses and a browser of 2021 lacks, stands here.
URL.parse ??= (text, from) => {
  try {
    return new URL(text, from)
  } catch {
    return null
  }
}
Object.hasOwn ??= (object, name) => Object.getOwnPropertyDescriptor(object, name) !== undefined
// biome-ignore lint/suspicious/noExplicitAny: the same for lists and texts
const at = function (this: any, n: number) {
  return this[n < 0 ? this.length + n : n]
}
Array.prototype.at ??= at
String.prototype.at ??= at

export { imitated, isPlatform, platformName, reasonWords, recognise, splitPaste } from '../../../addresses/index.ts'
