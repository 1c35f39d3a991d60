/** The size of share images in pixels: 16:9, as large as the largest places that show them require. */
export const shareImageSize = { width: 1200, height: 675 } as const;
