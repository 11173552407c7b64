/** The closed words of feedback and petitions (phản ánh, kiến nghị). Their names for people stand in web/vi/cases. */

/**
 * Where a case stands. `returned`: given back to whoever sent it from outside this installation; `forwarded`: gone to an
 * office that does not use this installation. A case that moves inside only changes its office.
 */
export const caseStates = [
  'new',
  'awaiting-sender',
  'supplemented',
  'in-progress',
  'awaiting-approval',
  'awaiting-publication',
  'answered',
  'answered-privately',
  'published',
  'refused',
  'forwarded',
  'returned',
  'merged',
  'split',
  'withdrawn',
  'reopened',
] as const
export type CaseState = (typeof caseStates)[number]

/** States in which an answer is still owed. */
export const openStates = [
  'new',
  'awaiting-sender',
  'supplemented',
  'in-progress',
  'awaiting-approval',
  'reopened',
] as const satisfies readonly CaseState[]

/** States in which an answer was sent. */
export const answeredStates = [
  'awaiting-publication',
  'answered',
  'answered-privately',
  'published',
] as const satisfies readonly CaseState[]

export const isOpen = (state: CaseState): boolean => (openStates as readonly CaseState[]).includes(state)
export const isAnswered = (state: CaseState): boolean => (answeredStates as readonly CaseState[]).includes(state)

/**
 * What it is. Only `pakn` is a petition by Decree 20/2008; the others are counted apart. `suggestion`: an anonymous
 * suggestion, where the office allows them; `child`: harm to a child; `urgent`: danger now.
 */
export const caseKinds = [
  'pakn',
  'question',
  'suggestion',
  'complaint',
  'denunciation',
  'urgent',
  'child',
  'mixed',
] as const
export type CaseKind = (typeof caseKinds)[number]

/** Kinds that only whoever is entrusted with them may see, and that are never published. */
export const restrictedKinds = ['complaint', 'denunciation', 'urgent', 'child'] as const satisfies readonly CaseKind[]
export const isRestrictedKind = (kind: CaseKind): boolean => (restrictedKinds as readonly CaseKind[]).includes(kind)

/** Content types of article 5, Decree 20/2008/NĐ-CP, in its order; empty: not classified yet. */
export const contentTypes = [
  'conduct',
  'unfit',
  'inconsistent',
  'unlawful',
  'against-treaty',
  'other-rule',
  'solution',
  'initiative',
] as const
export type ContentType = (typeof contentTypes)[number]

/** The three groups in which reports count, and what no one has classified. */
export const contentGroups = ['conduct', 'rule', 'both', 'unclassified'] as const
export type ContentGroup = (typeof contentGroups)[number]

/** How a case came in (PAKN.md §1). The first three are sent by the citizen; the others are entered by staff. */
export const caseChannels = [
  'qr',
  'web',
  'survey',
  'paper',
  'in-person',
  'telephone',
  'email',
  'letter-box',
  'zalo',
  'hotline-1022',
  'dialogue',
  'forwarded',
  'superior',
  'national-portal',
] as const
export type CaseChannel = (typeof caseChannels)[number]
export const ownChannels = ['qr', 'web', 'survey'] as const satisfies readonly CaseChannel[]
export const isOwnChannel = (channel: CaseChannel): boolean => (ownChannels as readonly CaseChannel[]).includes(channel)

/** What the sender chose: content and answer published without the name, or an answer to the sender alone. */
export const publishChoices = ['without-name', 'private'] as const
export type PublishChoice = (typeof publishChoices)[number]

/** Why a case is not accepted (WORDING.md §10). */
export const refusalGrounds = [
  'no-sender',
  'unclear',
  'complaint',
  'denunciation',
  'question',
  'duplicate',
  'answered-before',
  'not-competent',
  'not-pakn',
  'abuse',
] as const
export type RefusalGround = (typeof refusalGrounds)[number]

export const ratings = ['satisfied', 'acceptable', 'not-satisfied'] as const
export type Rating = (typeof ratings)[number]

/** Official places where an answer may be published. */
export const publicationPlaces = ['own-page', 'national-portal', 'hotline-1022', 'notice-board', 'other'] as const
export type PublicationPlace = (typeof publicationPlaces)[number]
