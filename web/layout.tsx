import type { ComponentChildren } from 'preact'

import { iconAddress } from './icon'

export type DocumentProps = {
  title: string
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
  children?: ComponentChildren
}

/** The HTML document around every page. */
export function Document(props: DocumentProps) {
  return (
    <html lang={props.lang ?? 'vi'} class={props.htmlClass}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>{props.title}</title>
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
        {props.children}
        {props.script && <script dangerouslySetInnerHTML={{ __html: props.script }} />}
        {props.scriptSrc && <script type="module" src={props.scriptSrc} />}
      </body>
    </html>
  )
}
