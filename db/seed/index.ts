import type { SurveyDefinition } from '../../server/domain/survey'
import { bnv19 } from './bnv-19'
import { gdCong } from './gd-cong'
import { nhanh6 } from './nhanh-6'
import { sipas24 } from './sipas-24'

/** Published at the first start; the first one is the survey of the first desk. */
export const seedSurveys: SurveyDefinition[] = [sipas24, bnv19, nhanh6]

/** Shipped for an office to complete and publish itself. */
export const draftSurveys: SurveyDefinition[] = [gdCong]
