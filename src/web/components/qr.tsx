import { create } from 'qrcode'

/** `text` as a QR code: inline SVG by attributes only, so that a strict content policy holds. It prints. */
export function Qr({ text, label }: { text: string; label: string }) {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  return (
    // Four modules of quiet around it: scanners ask for that much.
    <svg class="cd-qr" viewBox={`-4 -4 ${size + 8} ${size + 8}`} role="img" aria-label={label}>
      <path d={darkRuns(size, data)} shape-rendering="crispEdges" />
    </svg>
  )
}

/** One rectangle for each run of dark modules in a row. */
function darkRuns(size: number, data: Uint8Array): string {
  let path = ''
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const start = x
      while (x < size && data[y * size + x]) x++
      if (x > start) path += `M${start} ${y}h${x - start}v1h-${x - start}z`
    }
  }
  return path
}
