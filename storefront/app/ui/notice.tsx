import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

const ICONS = {
  info: 'info',
  ok: 'check',
  warn: 'warning',
  danger: 'danger',
} as const satisfies Record<string, IconName>

interface NoticeProps {
  kind: keyof typeof ICONS
  title?: string
  children?: ReactNode
  live?: 'status' | 'alert'
}

export function Notice({ kind, title, children, live }: NoticeProps) {
  return (
    <div className={`notice ${kind}`} {...(live && { role: live })}>
      <Icon name={ICONS[kind]} />
      <div>
        {title !== undefined && <strong>{title}</strong>}
        {children}
      </div>
    </div>
  )
}
