export { type Bulk, type BulkWanted, importBulk } from './import-bulk.ts'
