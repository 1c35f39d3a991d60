/** The size in pixels of the picture that stands for a page: 16:9, as large as the places that show it large ask for. */
export const cardSize = { width: 1200, height: 675 } as const;
