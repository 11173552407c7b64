import { entryChannels } from '../../server/domain/case-entry'
import { entryWords as words } from '../vi/case-entry'
import { caseChannelNames } from '../vi/cases'
import { type EntryTexts, Line, named, Section, Tick } from './entry-field'
import { OfficeChoice, type OfficeOption } from './office-choice'
import { Select } from './select'

/** How and when it came, truly. */
export function Arrival(form: EntryTexts & { offices: OfficeOption[] | null }) {
  const { text, error, offices } = form
  const channels = [{ value: '', label: words.choose }, ...named(entryChannels, caseChannelNames)]
  const hasSent = text('sentOn') !== '' || text('sentTime') !== ''
  return (
    <Section title={words.sections.arrival}>
      <Select
        name="channel"
        label={words.channel}
        options={channels}
        chosen={text('channel')}
        error={error('channel')}
      />
      <OfficeChoice
        name="office"
        label={words.office}
        error={error('office')}
        options={offices}
        value={text('office')}
      />
      <p class="sm">{words.receivedHint}</p>
      <div class="row two">
        <Line {...form} name="receivedOn" label={words.receivedOn} type="date" />
        <Line {...form} name="receivedTime" label={words.receivedTime} type="time" />
      </div>
      {(error('old') || text('old')) && (
        <div class="pick" id="old-box">
          <Tick form={form} name="old" label={words.old} />
        </div>
      )}
      <details open={hasSent || error('sentOn') !== undefined}>
        <summary>{words.sentTitle}</summary>
        <p class="sm">{words.sentHint}</p>
        <div class="row two">
          <Line {...form} name="sentOn" label={words.sentOn} type="date" />
          <Line {...form} name="sentTime" label={words.sentTime} type="time" />
        </div>
      </details>
      <Line {...form} name="originOffice" label={`${words.originOffice} (${words.optional})`} />
      <Line {...form} name="origin" label={`${words.origin} (${words.optional})`} hint={words.originHint} verbatim />
    </Section>
  )
}

const superiorFields = ['superiorOffice', 'superiorDueOn', 'superiorDocument', 'wantsExplanation']

/** What a superior wants, and until when. */
export function Superior(form: EntryTexts) {
  const { text, error } = form
  const isOpen = text('channel') === 'superior' || superiorFields.some((name) => text(name) !== '' || error(name))
  return (
    <details class="box" open={isOpen}>
      <summary>{words.sections.superior}</summary>
      <p class="sm">{words.superiorHint}</p>
      <Line {...form} name="superiorOffice" label={words.superiorOffice} />
      <div class="row two">
        <Line {...form} name="superiorDueOn" label={words.superiorDueOn} type="date" />
        <Line {...form} name="superiorDocument" label={words.superiorDocument} />
      </div>
      <div class="pick">
        <Tick form={form} name="wantsExplanation" label={words.wantsExplanation} />
      </div>
    </details>
  )
}

/** Who sent it; or that nobody said. */
export function Sender(form: EntryTexts) {
  return (
    <Section title={words.sections.sender}>
      <Line {...form} name="name" label={words.name} />
      <Line {...form} name="address" label={words.address} />
      <Line {...form} name="phone" label={words.phone} type="tel" />
      <Line {...form} name="email" label={`${words.email} (${words.optional})`} type="email" verbatim />
      <Line {...form} name="organisation" label={`${words.organisation} (${words.optional})`} />
      <div class="pick">
        <Tick form={form} name="noSender" label={words.noSender} />
        <p class="sm">{words.noSenderHint}</p>
      </div>
    </Section>
  )
}
