import type { Channel } from './channels'

/** What stands where people answer: a desk's card, a shared tablet, a link, a code on appointment slips, a poster. */
export const pointKinds = ['desk', 'tablet', 'link', 'slip', 'poster'] as const
export type PointKind = (typeof pointKinds)[number]

/** The channel of the answers given at a point of this kind. */
export const channelOfKind: Record<PointKind, Channel> = {
  desk: 'phone',
  tablet: 'tablet',
  link: 'phone',
  slip: 'token',
  poster: 'phone',
}
