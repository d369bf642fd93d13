/** A platform's mark in our own style: its first letter. The name stands beside it; nobody's trademark is copied. */
export function Initial({ of }: { of: string }) {
  return (
    <svg class="cd-initial" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" />
      <text x="16" y="22.5" text-anchor="middle" data-fill="initial">
        {of.slice(0, 1).toUpperCase()}
      </text>
    </svg>
  )
}
