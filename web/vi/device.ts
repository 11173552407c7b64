const spelled: Record<string, string> = { 'Coc Coc': 'Cốc Cốc' }

/** A device as it is stored (`Chrome/Windows`, server/domain/device) in words: `Chrome trên Windows`. */
export function deviceWords(device: string): string {
  const [browser = '', system = ''] = device.split('/')
  const name = spelled[browser] ?? browser
  if (name && system) return `${name} trên ${system}`
  if (name) return name
  return system ? `Trình duyệt khác trên ${system}` : 'Không rõ thiết bị'
}
