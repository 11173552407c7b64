import type { ComponentChildren } from 'preact'

/** The lotus of the header as a tab icon; a data address, so that it costs no request. */
const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='-50 -54 100 72' fill='%231b3a7a'%3E%3Cdefs%3E%3Cpath id='p' d='M0-7C-11-19-10-34 0-47C10-34 11-19 0-7Z'/%3E%3C/defs%3E%3Cuse href='%23p'/%3E%3Cuse href='%23p' transform='rotate(-37)'/%3E%3Cuse href='%23p' transform='rotate(37)'/%3E%3Cuse href='%23p' transform='rotate(-72)'/%3E%3Cuse href='%23p' transform='rotate(72)'/%3E%3C/svg%3E"

export type DocumentProps = {
  title: string
  lang?: string
  bodyClass?: string
  /** Text of one inline style and one inline script; both are covered by hashes in the CSP. */
  style?: string
  script?: string
  styleHref?: string
  scriptSrc?: string
  children?: ComponentChildren
}

/** The HTML document around every page. */
export function Document(props: DocumentProps) {
  return (
    <html lang={props.lang ?? 'vi'}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>{props.title}</title>
        <link rel="icon" href={icon} />
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
