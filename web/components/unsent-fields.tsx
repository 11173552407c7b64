/** A form of the staff area that was not taken because the session had ended: where it goes, and what it holds. */
export type Unsent = { address: string; fields: [name: string, value: string][] }

/** Takes an unsent form through the sign-in form. */
export function UnsentFields({ unsent: { address, fields } }: { unsent: Unsent }) {
  return (
    <>
      <input type="hidden" name="gui-lai" value={address} />
      {fields.map(([name, value]) => (
        <input type="hidden" name={`giu.${name}`} value={value} />
      ))}
    </>
  )
}
