import { Icon, type IconName } from './icon.tsx'

/** A state in a word or two; its colour alone tells nothing. */
export interface Status {
  text: string
  kind: '' | 'ok' | 'warn' | 'danger' | 'info'
  icon: IconName
}

/** The state of an order or a product at a glance. */
export function Badge({ status: { text, kind, icon } }: { status: Status }) {
  return (
    <span className={`badge ${kind}`}>
      <Icon name={icon} />
      {text}
    </span>
  )
}
