import sharp from 'sharp';

/** The fraction of a maskable icon's width that launchers always show, whatever its shape (W3C, Web App Manifest). */
const safe = 0.8;

/** The sizes of the pictures in `favicon.ico`, for clients that request it without reading a page. */
const inIco = [16, 32, 48];

/**
 * Makes the icons of the site in formats other than SVG: their bytes, by name.
 *
 * @param svg A square, whose background reaches the middle of its sides: corners are filled with its colour for systems
 *   that cut them.
 */
export async function makeIcons(svg: Buffer): Promise<Map<string, Buffer>> {
  const ground = await groundOf(svg);
  const inside = await drawn(svg, Math.round(512 * safe));
  const around = (512 - Math.round(512 * safe)) / 2;
  const maskable = sharp({ create: { width: 512, height: 512, channels: 3, background: ground } })
    .composite([{ input: inside, left: Math.floor(around), top: Math.floor(around) }])
    .png({ palette: true });
  const touch = sharp(await drawn(svg, 180))
    .flatten({ background: ground })
    .png({ palette: true });
  return new Map([
    ['apple-touch-icon.png', await touch.toBuffer()],
    ['icon-192.png', await drawn(svg, 192)],
    ['icon-512.png', await drawn(svg, 512)],
    ['icon-maskable.png', await maskable.toBuffer()],
    ['favicon.ico', ico(await Promise.all(inIco.map(async (size) => ({ size, png: await drawn(svg, size) }))))],
  ]);
}

function drawn(svg: Buffer, size: number): Promise<Buffer> {
  return sharp(svg, { density: 1200 }).resize(size, size).png({ palette: true }).toBuffer();
}

/** The colour in the middle of the top edge. */
async function groundOf(svg: Buffer): Promise<{ r: number; g: number; b: number }> {
  const [r = 0, g = 0, b = 0] = await sharp(svg)
    .resize(32, 32)
    .extract({ left: 16, top: 0, width: 1, height: 1 })
    .raw()
    .toBuffer();
  return { r, g, b };
}

/** An ICO file of PNGs: a header of 6 bytes, 16 bytes for each picture, then the pictures. */
function ico(pictures: readonly { size: number; png: Buffer }[]): Buffer {
  const header = Buffer.alloc(6 + 16 * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  for (const [index, { size, png }] of pictures.entries()) {
    const at = 6 + 16 * index;
    header.writeUInt8(size, at);
    header.writeUInt8(size, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(png.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([header, ...pictures.map(({ png }) => png)]);
}
