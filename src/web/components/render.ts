import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** A whole document made of `<Frame>`, as it goes over the wire. */
export const renderPage = (page: VNode): string => `<!doctype html>${renderToString(page)}`
