// Rule 5: text after the address on the same line is allowed only in round brackets.
import type { Token } from './tokens.ts'

const saysSomething = /[\p{L}\p{N}\p{So}]/u

export function hasTextAfter(text: string, token: Token): boolean {
  if (token.end >= text.length) return false
  const rest = restOfLine(text, token.end)
  return rest !== '' && saysSomething.test(outsideBrackets(rest))
}

function restOfLine(text: string, from: number): string {
  const rest = text.slice(from)
  const end = rest.search(/[\r\n\u2028\u2029]/)
  return end < 0 ? rest : rest.slice(0, end)
}

function outsideBrackets(text: string): string {
  let outside = ''
  let opened = -1
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === '(' && depth++ === 0) opened = at
    else if (character === ')' && depth > 0) depth--
    else if (depth === 0) outside += character
  }
  return depth === 0 ? outside : outside + text.slice(opened)
}
