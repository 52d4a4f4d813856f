const PATHS = {
  tag: 'M3 9V3h6l8 8-6 6zM6.5 6.5v.1',
  box: 'M3 6.5 10 3l7 3.5v7L10 17l-7-3.5zM3 6.5l7 3.5 7-3.5M10 10v7',
  upload: 'M10 13V4M6.5 7.5 10 4l3.5 3.5M3.5 13.5v3h13v-3',
} as const

/** A sign of the seller desk, beside words. */
export function SellIcon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  )
}
