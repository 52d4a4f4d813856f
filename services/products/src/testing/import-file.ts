const HEADER = 'id,title,description,category,price,quantity,draft'

/** The text of a CSV file with these lines below the header of an import. */
export const fileOf = (lines: readonly string[]) => `${[HEADER, ...lines].join('\r\n')}\r\n`

/** Lines of new products, named by their number. */
export const newLines = (count: number) =>
  Array.from({ length: count }, (_, n) => `,Mug ${n},Blue,kitchen,12.5,${n % 7},no`)
