import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { optionalItems } from '../../db/seed/items'
import { nhanh6 } from '../../db/seed/nhanh-6'
import { sipas24 } from '../../db/seed/sipas-24'
import { listCriteria, type SurveyDefinition, surveyDefinition } from '../../server/domain/survey'
import { ClosedPage } from '../../web/pages/closed'
import { ConflictPage } from '../../web/pages/conflict'
import { ErrorPage, wordsFor } from '../../web/pages/error'
import { ReceiptPage } from '../../web/pages/receipt'
import { SurveyPage, type SurveyPageProps, surveyTitle } from '../../web/pages/survey'
import { ThanksPage } from '../../web/pages/thanks'
import { UnknownPointPage } from '../../web/pages/unknown'
import { fieldProblems, statusWords, surveyProblems } from '../../web/vi/errors'

const office = 'UBND phường Bình An'
const point = { code: '7F3K', name: 'Quầy 3' }
const clientId = 'Zm9vYmFyYmF6cXV4MTIzNA'
const props: SurveyPageProps = { office, point, definition: sipas24, clientId, lang: 'vi' }
const receipt = { office, point, receipt: '7K4M-92QX-C3DE-5T8A-WZ10', withdrawUntil: '2026-03-11T02:42:00.000Z' }

const show = (more: Partial<SurveyPageProps> = {}) => renderToString(<SurveyPage {...props} {...more} />)
const withScale = (levels: number, more: Partial<SurveyDefinition> = {}): SurveyDefinition =>
  surveyDefinition.parse({
    ...sipas24,
    scale: Array.from({ length: levels }, (_, i) => ({ label: `Mức ${i + 1}`, satisfied: i >= levels / 2 })),
    ...more,
  })

/** The attributes of every input of a name, in the order of the page. */
function inputs(html: string, name: string): string[] {
  return [...html.matchAll(/<input [^>]*>/g)].map(([tag]) => tag).filter((tag) => tag.includes(` name="${name}"`))
}
const valueIn = (tag: string) => tag.match(/ value="([^"]*)"/)?.[1]
const values = (html: string, name: string) => inputs(html, name).map(valueIn)
const checked = (html: string) => [...html.matchAll(/<input [^>]*\schecked[^>]*>/g)].map(([tag]) => tag)
const text = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const fieldset = (html: string, name: string) => html.split(`id="q${name}"`)[1]?.split('</fieldset>')[0] ?? ''

describe('the form', () => {
  it('asks every criterion with its levels, then "no opinion", and preselects nothing', () => {
    const html = show()
    for (const { key } of listCriteria(sipas24)) expect(values(html, key)).toEqual(['1', '2', '3', '4', '5', 'na'])
    expect(checked(html)).toEqual([])
  })

  it('posts to an address of its own and carries its id exactly once', () => {
    const html = show()
    expect(html).toContain('<form method="post" action="/k/7F3K/gui"')
    expect(html.split(clientId)).toHaveLength(2)
    expect(values(html, 'version')).toEqual(['sipas-24@1'])
  })

  it('asks the gates first, then five headed groups, then the optional questions, the comment and the button', () => {
    const html = show()
    const order = ['x.purpose', '1.1', '5.4', 'x.gender', 'comment'].map((name) => html.indexOf(`name="${name}"`))
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(text(html)).toMatch(
      /Nhóm 1 trong 5 · 4 câu .* Nhóm 3 trong 5 · 7 câu .* Nhóm 5 trong 5 · 4 câu .* Gửi phiếu/,
    )
  })

  it('shows levels highest first where the definition says so', () => {
    const html = show({ definition: { ...sipas24, order: 'high-first' } })
    expect(values(html, '1.1')).toEqual(['5', '4', '3', '2', '1', 'na'])
  })

  it.each([2, 3, 4, 5, 6, 7, 8, 9])('offers all of %i levels, side by side only where they fit', (levels) => {
    const html = show({ definition: withScale(levels) })
    expect(values(html, '1.1')).toHaveLength(levels + 1)
    expect(html.includes('class="scale ruler"')).toBe(levels <= 5)
  })

  it.each([
    [2, 1],
    [3, 1],
    [4, 2],
    [5, 2],
    [9, 4],
  ])('of %i levels the lowest %i ask for reasons', (levels, low) => {
    const html = show({ definition: withScale(levels) })
    const asking = inputs(html, '1.1').filter((tag) => tag.includes('data-low'))
    expect(asking.map(valueIn)).toEqual(Array.from({ length: low }, (_, i) => String(i + 1)))
  })

  it('leaves out headings and numbers where each dimension has one question', () => {
    const html = show({ definition: nhanh6 })
    expect(text(html)).not.toContain('Nhóm 1')
    expect(text(html)).toContain('Nói chung, Ông/Bà hài lòng ở mức nào')
    expect(text(html)).not.toContain('0.1')
  })

  it('offers only optional questions that are switched on, and says after which answer a follow-up is meant', () => {
    const definition = surveyDefinition.parse({ ...sipas24, items: optionalItems })
    const html = show({ definition })
    for (const item of definition.items) expect(html.includes(`name="x.${item.key}"`)).toBe(item.enabled)
    expect(fieldset(html, 'x.apology')).toContain('Nếu Ông/Bà chọn “Có” ở câu trên.')
  })

  it('says once for whom a whole group is not meant, and at the question where only that is concerned', () => {
    const html = show()
    const hints = html.match(/<p class="hint[^>]*>/g) ?? []
    expect(fieldset(html, '2.5')).toContain('data-is="submit supplement ask"')
    expect(fieldset(html, '4.1')).not.toContain('class="hint')
    // 2.5, the whole of dimension 4, 5.3 and 5.4.
    expect(hints).toHaveLength(4)
  })

  it('needs no inline style or handler, so that the strict policy holds', () => {
    expect(show()).not.toMatch(/\s(style|on\w+)="/)
  })

  it('offers no draft on a device that many people use', () => {
    expect(show()).toContain('data-survey="7F3K"')
    expect(show({ shared: true })).toContain('data-survey>')
    expect(show({ shared: true })).not.toContain('data-draft')
  })
})

describe('a form that comes back', () => {
  const kept = { '1.1': ['4'], '1.2': ['1'], 'r.1.2': ['0', '2'], 'x.purpose': ['ask'], comment: ['<b>&</b>'] }

  it('shows everything as it was typed, under the same id', () => {
    const html = show({ kept, problem: { code: 'busy', fields: [] } })
    expect(checked(html).map((tag) => [tag.match(/name="([^"]*)"/)?.[1], valueIn(tag)])).toEqual([
      ['x.purpose', 'ask'],
      ['1.1', '4'],
      ['1.2', '1'],
      ['r.1.2', '0'],
      ['r.1.2', '2'],
    ])
    expect(html).toContain('&lt;b>&amp;&lt;/b></textarea>')
    expect(values(html, 'clientId')).toEqual([clientId])
  })

  it('opens the reasons of a low level without waiting for the script', () => {
    const html = show({ kept })
    expect(html).toContain('id="q1.2" class="question low"')
    expect(html).toContain('id="q1.1" class="question"')
  })

  it('names each refused field on top, with a link to where it stands, and at the field', () => {
    const fields = [
      { name: '1.3', code: 'outside-scale' as const },
      { name: 'r.1.2', code: 'unknown-option' as const },
      { name: 'x.gender', code: 'unknown-option' as const },
      { name: 'comment', code: 'too-long' as const },
    ]
    const html = show({ kept, problem: { code: 'invalid', fields } })
    const targets = [...html.matchAll(/href="#(q[^"]+)"/g)].map(([, id]) => id)
    expect(targets).toEqual(['q1.3', 'q1.2', 'qx.gender', 'qcomment'])
    for (const id of targets) expect(html).toContain(`id="${id}"`)
    expect(fieldset(html, '1.3')).toContain(fieldProblems['outside-scale'])
    expect(fieldset(html, 'x.gender')).toContain(fieldProblems['unknown-option'])
    expect(html).toContain(fieldProblems['too-long'])
  })

  it('leads an empty form to its first question', () => {
    const html = show({ problem: { code: 'no-level', fields: [] } })
    expect(html).toContain('href="#q1.1"')
    expect(text(html)).toContain('Mời Ông/Bà chọn ít nhất một câu')
  })

  it.each(Object.keys(surveyProblems) as (keyof typeof surveyProblems)[])(
    'says in the title what happened: %s',
    (code) => {
      const problem = { code, fields: [] }
      expect(surveyTitle({ ...props, problem })).toContain(surveyProblems[code].title)
      expect(text(show({ problem }))).toContain(surveyProblems[code].text)
    },
  )
})

describe('after sending', () => {
  it('the receipt thanks and lets its holder withdraw, until when', () => {
    const html = renderToString(<ReceiptPage {...receipt} state="kept" />)
    expect(text(html)).toContain('Đã nhận phiếu. Cảm ơn Ông/Bà.')
    expect(text(html)).toContain('7K4M-92QX-C3DE-5T8A-WZ10')
    expect(text(html)).toContain('Rút được đến 9 giờ 42 ngày 11/03/2026.')
    expect(html).toContain('<form method="post" action="/phieu/7K4M-92QX-C3DE-5T8A-WZ10/rut">')
    expect(html).toContain('data-sent')
  })

  it('offers no withdrawal when its time is over or it was done', () => {
    const over = renderToString(<ReceiptPage {...receipt} withdrawUntil={null} state="kept" tooLate />)
    const done = renderToString(<ReceiptPage {...receipt} state="withdrawn" />)
    expect(over).not.toContain('<form')
    expect(text(over)).toContain('Đã quá 24 giờ')
    expect(done).not.toContain('<form')
    expect(text(done)).toContain('không còn được tính')
  })

  it('offers the full survey after the quick one', () => {
    expect(renderToString(<ReceiptPage {...receipt} state="kept" fullSurvey="/k/7F3K" />)).toContain('href="/k/7F3K"')
  })

  it('a shared tablet shows thanks and no code', () => {
    const html = renderToString(<ThanksPage office={office} point={point} next="/k/7F3K" />)
    expect(html).toContain('href="/k/7F3K"')
    expect(text(html)).toContain('Cảm ơn Ông/Bà')
    expect(html).not.toContain('class="code"')
  })
})

describe('a second sending with other answers', () => {
  const conflict = {
    office,
    point,
    submittedAt: '2026-03-10T02:00:00.000Z',
    receipt: receipt.receipt,
    replaces: clientId,
    clientId: 'new-id-0123456789abcdef',
    kept: { clientId: [clientId], version: ['sipas-24@1'], '1.1': ['4'], 'r.1.2': ['0', '2'], comment: ['"x"'] },
  }

  it('keeps the sent one by a link, or replaces it with everything typed', () => {
    const html = renderToString(<ConflictPage {...conflict} replaceable />)
    expect(html).toContain(`href="/phieu/${receipt.receipt}"`)
    expect(values(html, 'clientId')).toEqual(['new-id-0123456789abcdef'])
    expect(values(html, 'replaces')).toEqual([clientId])
    expect(values(html, 'version')).toEqual(['sipas-24@1'])
    expect(values(html, 'r.1.2')).toEqual(['0', '2'])
    expect(values(html, 'comment')).toEqual(['&quot;x&quot;'])
    expect(text(html)).toContain('9 giờ 00 ngày 10/03/2026')
  })

  it('offers no replacement after 24 hours', () => {
    expect(renderToString(<ConflictPage {...conflict} submittedAt={null} replaceable={false} />)).not.toContain('<form')
  })
})

describe('pages that say what to do', () => {
  it.each(Object.keys(statusWords).map(Number))(
    'status %i has a title, a sentence and the id of the request',
    (status) => {
      const html = text(renderToString(<ErrorPage status={status} requestId="ab12-cd34" />))
      expect(html).toContain(wordsFor(status).title)
      expect(html).toContain(wordsFor(status).text)
      expect(html).toContain('ab12-cd34')
    },
  )

  it('other statuses are told as the nearest one', () => {
    expect(wordsFor(418)).toBe(wordsFor(404))
    expect(wordsFor(502)).toBe(wordsFor(500))
  })

  it('an unknown code is shown as it was typed, harmless and no longer than a code', () => {
    const html = renderToString(<UnknownPointPage code={`<script>${'x'.repeat(500)}`} />)
    expect(html).toContain('&lt;script>')
    expect(html.length).toBeLessThan(3000)
  })

  it('a closed point names the telephone of the office', () => {
    expect(renderToString(<ClosedPage office={office} point={point} phone="0234 3822 000" />)).toContain(
      'href="tel:02343822000"',
    )
  })

  it('every page has one heading of the first level and leads past the band', () => {
    const pages: VNode[] = [
      <SurveyPage {...props} />,
      <ReceiptPage {...receipt} state="kept" />,
      <ThanksPage office={office} point={point} next="/k/7F3K/nhanh" fullSurvey="/k/7F3K" />,
      <UnknownPointPage code="X" />,
      <ErrorPage status={500} requestId="x" />,
    ]
    for (const page of pages) {
      const html = renderToString(page)
      expect(html.match(/<h1/g)).toHaveLength(1)
      expect(html).toContain('href="#main"')
      expect(html).toContain('<main id="main"')
    }
  })
})
