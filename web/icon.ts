/** The lotus of the header as an icon: five petals, one for each dimension. */
export const iconSvg =
  "<svg xmlns='http://www.w3.org/2000/svg' viewBox='-50 -54 100 72' fill='#1b3a7a'><path id='p' d='M0-7C-11-19-10-34 0-47C10-34 11-19 0-7Z'/><use href='#p' transform='rotate(-37)'/><use href='#p' transform='rotate(37)'/><use href='#p' transform='rotate(-72)'/><use href='#p' transform='rotate(72)'/></svg>"

/** The same as a data address, so that the tab's icon costs no request. */
export const iconAddress = `data:image/svg+xml,${iconSvg.replace(/[<>#]/g, encodeURIComponent)}`
