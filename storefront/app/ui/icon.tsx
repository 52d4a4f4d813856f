const PATHS = {
  search: 'M14.5 9a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0zM13.2 13.2l4 4',
  shop: 'M3 8.5 4.5 3.5h11L17 8.5a2.3 2.3 0 0 1-4.6 0 2.3 2.3 0 0 1-4.7 0A2.3 2.3 0 0 1 3 8.5zM4.5 10.8v5.7h11v-5.7',
  person:
    'M13.2 6.8a3.2 3.2 0 1 1-6.4 0 3.2 3.2 0 0 1 6.4 0zM3.8 17c.6-3.4 3-5 6.2-5s5.6 1.6 6.2 5',
  cart: 'M2.5 3.5h2l2 9.5h8.6l1.9-6.8H5.3M8.8 16.4a1 1 0 1 1-2 0 1 1 0 0 1 2 0zM15 16.4a1 1 0 1 1-2 0 1 1 0 0 1 2 0z',
  plus: 'M10 4.5v11M4.5 10h11',
  minus: 'M4.5 10h11',
  filter: 'M3 5.5h14M5.5 10h9M8 14.5h4',
  close: 'm5 5 10 10M15 5 5 15',
  clock: 'M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0zM10 5.8V10l3 2',
  check: 'm4.5 10.5 3.5 3.5 7.5-8',
  info: 'M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0zM10 9.2v4.3M10 6.4v.2',
  warning: 'M10 3 2.5 16.5h15zM10 8.2v3.6M10 14v.2',
  danger: 'M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0zM10 6v4.8M10 13.4v.2',
  truck:
    'M2 5.5h9.5v8H2zM11.5 8.5h3.6l2.9 2.8v2.2h-6.5M6.6 15a1.6 1.6 0 1 1-3.2 0 1.6 1.6 0 0 1 3.2 0zM16.6 15a1.6 1.6 0 1 1-3.2 0 1.6 1.6 0 0 1 3.2 0z',
  lock: 'M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9',
  back: 'M12.5 4.5 7 10l5.5 5.5',
  picture:
    'M3 4.5h14v11H3zM3 13l4-3.5 3.2 2.8 2.6-2.3L17 13.6M7.6 7.6a1.1 1.1 0 1 1-2.2 0 1.1 1.1 0 0 1 2.2 0z',
  up: 'm5 12.5 5-5 5 5',
  down: 'm5 7.5 5 5 5-5',
  tag: 'M3 9V3h6l8 8-6 6zM6.5 6.5v.1',
  box: 'M3 6.5 10 3l7 3.5v7L10 17l-7-3.5zM3 6.5l7 3.5 7-3.5M10 10v7',
  upload: 'M10 13V4M6.5 7.5 10 4l3.5 3.5M3.5 13.5v3h13v-3',
} as const

export type IconName = keyof typeof PATHS

/** A sign beside words; it is never the only thing that tells something. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  )
}
