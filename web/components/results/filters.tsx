import type { ComponentChildren } from 'preact'
import { type Channel, channels } from '../../../server/domain/channels'
import { paths } from '../../paths'
import { keepWords } from '../../vi/compounds'
import { capitalise, formatPeriod } from '../../vi/format'
import { resultsWords } from '../../vi/results'
import { channelNames } from '../../vi/terms'

const words = resultsWords.filters

export type Option = { value: string; label: string }
/** What the address asks for; every part of the view stands in it. */
export type Chosen = {
  period: string
  from: string
  to: string
  /** `c.CODE` an office with those below it, `d.CODE` a point. */
  place: string
  survey: string
  channel: Channel | ''
}
export type FilterProps = {
  chosen: Chosen
  /** Names of periods, those with the cut-off on the 14th apart. */
  periods: { cutoff14: string[]; calendar: string[] }
  offices: Option[]
  points: Option[]
  surveys: Option[]
}

/**
 * Two plain forms: one with periods, one with days of one's own choice; the other filters go along with either. Children
 * stand in the row below. On a phone they open over the page, and one line says what was chosen.
 */
export function Filters(props: FilterProps & { children?: ComponentChildren }) {
  const { chosen, periods, offices, points, surveys, children } = props
  const { period, from, to, ...others } = chosen
  return (
    <>
      <p class="chosen">
        <span>{chosenWords(props)}</span>
        <button type="button" class="btn alt" popovertarget="filters">
          {words.open}
        </button>
      </p>
      <div id="filters" class="sheet" popover="auto">
        <form class="row filters" method="get" action={paths.staff.results()} aria-label={words.label} data-auto-submit>
          <label>
            {words.period}{' '}
            <select name="period">
              {period === '' && <option value="">{words.chosenDays}</option>}
              <Group label={words.calendar} options={periods.calendar.map(periodOption)} chosen={period} />
              <Group label={words.cutoff} options={periods.cutoff14.map(periodOption)} chosen={period} />
            </select>
          </label>
          {period === '' && <Hidden values={{ from, to }} />}
          <label>
            {words.place}{' '}
            <select name="place">
              <Group label={words.offices} options={offices} chosen={chosen.place} />
              <Group label={resultsWords.place} options={points} chosen={chosen.place} />
            </select>
          </label>
          <label>
            {words.channel}{' '}
            <select name="channel">
              <Options
                options={[{ value: '', label: words.allChannels }, ...channels.map(channelOption)]}
                chosen={chosen.channel}
              />
            </select>
          </label>
          <label>
            {words.survey}{' '}
            <select name="survey">
              <Options options={[{ value: '', label: words.anySurvey }, ...surveys]} chosen={chosen.survey} />
            </select>
          </label>
          <button type="submit" class="btn alt">
            {words.show}
          </button>
        </form>
        <div class="row">
          <details open={period === ''}>
            <summary>{words.otherDays}</summary>
            <form class="row filters" method="get" action={paths.staff.results()}>
              <Hidden values={others} />
              <label>
                {words.from} <input class="t" type="date" name="from" value={from} required />
              </label>
              <label>
                {words.to} <input class="t" type="date" name="to" value={to} required />
              </label>
              <button type="submit" class="btn alt">
                {words.show}
              </button>
            </form>
          </details>
          {children}
        </div>
      </div>
    </>
  )
}

/** Place, survey and channel in words, as far as they were chosen. */
function chosenWords({ chosen, offices, points, surveys }: FilterProps): string {
  const place = [...offices, ...points].find(({ value }) => value === chosen.place)
  const survey = surveys.find(({ value }) => value === chosen.survey)
  const channel = chosen.channel && channelNames[chosen.channel]
  return [place?.label, survey?.label, channel]
    .filter(Boolean)
    .map((part) => keepWords(String(part)))
    .join(' · ')
}

const periodOption = (period: string): Option => ({ value: period, label: capitalise(formatPeriod(period)) })
const channelOption = (channel: Channel): Option => ({ value: channel, label: channelNames[channel] })

function Hidden({ values }: { values: Record<string, string> }) {
  return (
    <>
      {Object.entries(values).map(
        ([name, value]) => value !== '' && <input key={name} type="hidden" name={name} value={value} />,
      )}
    </>
  )
}

function Group({ label, options, chosen }: { label: string; options: Option[]; chosen: string }) {
  if (options.length === 0) return null
  return (
    <optgroup label={label}>
      <Options options={options} chosen={chosen} />
    </optgroup>
  )
}

function Options({ options, chosen }: { options: Option[]; chosen: string }) {
  return (
    <>
      {options.map(({ value, label }) => (
        <option key={value} value={value} selected={value === chosen}>
          {label}
        </option>
      ))}
    </>
  )
}
