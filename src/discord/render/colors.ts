/** The bar beside an embed: green answers, amber only comes near, grey found nothing, blue is about the program. */
export const embedColor = {
  answered: 0x2e7d32,
  'related-only': 0xb26a00,
  'not-covered': 0x757575,
  notice: 0x1565c0,
} as const;
