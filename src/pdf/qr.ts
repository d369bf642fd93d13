import { create } from 'qrcode'

type Paper = { rect(x: number, y: number, width: number, height: number): Paper; fill(colour: string): Paper }

/** The code as one filled shape, so that it prints sharp at any size. */
export function drawQr(paper: Paper, text: string, left: number, top: number, size: number) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const step = size / modules.size
  for (let y = 0; y < modules.size; y++)
    for (let x = 0; x < modules.size; x++)
      if (modules.get(y, x)) paper.rect(left + x * step, top + y * step, step, step)
  paper.fill('#000000')
}
