import { Icon, type IconName } from './icon.tsx'

/** A state in a word or two, because color alone carries no meaning. */
export interface Status {
  text: string
  kind: '' | 'ok' | 'warn' | 'danger' | 'info'
  icon: IconName
}

export function Badge({ status: { text, kind, icon } }: { status: Status }) {
  return (
    <span className={`badge ${kind}`}>
      <Icon name={icon} />
      {text}
    </span>
  )
}
