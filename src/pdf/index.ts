export { type Part, type Print, pdfOf } from './print.ts'
