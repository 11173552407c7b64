import type { ComponentChildren } from 'preact'

import { TrainingBand } from './components/training-band'
import { iconAddress } from './icon'
import { trainingWords } from './vi/training'

export type DocumentProps = {
  title: string
  /** One sentence for search engines; only of what everybody may read. */
  description?: string
  lang?: string
  bodyClass?: string
  htmlClass?: string
  /** Text of one inline style and one inline script; both are covered by hashes in the CSP. */
  style?: string
  script?: string
  styleHref?: string
  scriptSrc?: string
  /** Seconds after which a browser without scripts asks again. */
  refresh?: number
  /** A page of the training room. */
  training?: boolean
  children?: ComponentChildren
}

/** The HTML document around every page. */
export function Document(props: DocumentProps) {
  return (
    <html lang={props.lang ?? 'vi'} class={props.htmlClass}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>{props.training ? `${trainingWords.short} · ${props.title}` : props.title}</title>
        {props.description && <meta name="description" content={props.description} />}
        {props.training && <meta name="robots" content="noindex,nofollow" />}
        {props.refresh && (
          <noscript>
            <meta http-equiv="refresh" content={String(props.refresh)} />
          </noscript>
        )}
        <link rel="icon" href={iconAddress} />
        {props.styleHref && <link rel="stylesheet" href={props.styleHref} />}
        {props.style && <style dangerouslySetInnerHTML={{ __html: props.style }} />}
      </head>
      <body class={props.bodyClass}>
        {props.training && <TrainingBand />}
        {props.children}
        {props.script && <script dangerouslySetInnerHTML={{ __html: props.script }} />}
        {props.scriptSrc && <script type="module" src={props.scriptSrc} />}
      </body>
    </html>
  )
}
